package main

import (
	"flag"
	"fmt"

	"github.com/copydesk/copydesk/client/copydesk/corpus"
	"github.com/copydesk/copydesk/internal/files"
)

// dedupFlags are those of dedup alone.
func (set *settings) dedupFlags(fs *flag.FlagSet) {
	fs.BoolVar(&set.exactOnly, "exact", false, "only equal text counts, not similar text")
	fs.StringVar(&set.keep, "keep", "first", "which document of a group is kept: first (in the order of the files) or longest")
	fs.IntVar(&set.memory, "memory", 256, "how many `MB` sorting may take; what is more goes to a temporary folder")
	fs.StringVar(&set.format, "format", "parquet", "what rows are written as: parquet or jsonl, both compressed with zstd")
	fs.IntVar(&set.shardSize, "shard-size", 20_000, "most `documents` of a file")
}

// dedup takes duplicates out of what process has written.
func (s *session) dedup(args []string) int {
	var set settings
	names, code, ok := s.readFlags("dedup", &set, args)
	if !ok {
		return code
	}
	switch {
	case len(names) < 2:
		return s.usage("dedup takes folders that process has written, or files of rows, and a folder for the results")
	case set.keep != "first" && set.keep != "longest":
		return s.usage("--keep: must be first or longest, is %q", set.keep)
	case set.memory < 1 || set.memory > maxMemory:
		return s.usage("--memory: must be from 1 to %d, is %d", maxMemory, set.memory)
	}
	if err := set.checkRows(); err != nil {
		return s.usage("%v", err)
	}
	var sources files.Sources
	defer sources.Close() //nolint:errcheck // only read
	inputs, err := sources.List(s.ctx, names[:len(names)-1]...)
	if err != nil {
		return s.failed(err)
	}
	folder, err := files.OpenFolder(s.ctx, names[len(names)-1])
	if err != nil {
		return s.failed(err)
	}
	defer folder.Close() //nolint:errcheck // each file has been closed
	d := corpus.Dedup{
		Inputs: inputs, Folder: folder, Format: files.Format(set.format), ShardSize: set.shardSize,
		ExactOnly: set.exactOnly, Longest: set.keep == "longest", Memory: int64(set.memory) << 20,
	}
	counts, err := d.Do(s.ctx)
	if err != nil {
		return s.failed(err)
	}
	fmt.Fprintf(s.stderr, "%d kept, %d duplicates in %d groups, %d without a fingerprint\n", counts.Kept, counts.Duplicates, counts.Groups, counts.WithoutKey)
	return exitOK
}

// maxMemory bounds --memory, in MB.
const maxMemory = 1 << 20
