package main

import (
	"io"
	"os"
	"slices"
	"strings"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	corpusfiles "github.com/copydesk/copydesk/internal/files"
)

// process carries out the command of that name.
func (s *session) process(args []string) int {
	var set settings
	files, code, ok := s.readFlags("process", &set, args)
	if !ok {
		return code
	}
	if len(files) < 2 {
		return s.usage("process takes IN.jsonl and OUT.jsonl, where \"-\" is standard input or output, or files and folders and a folder for the results")
	}
	if out := files[len(files)-1]; !isLines(out) {
		if looksLikeFile(out) {
			return s.usage("%s: results are written to a file that ends in .jsonl, or to a folder", out)
		}
		return s.folder(&set, files[:len(files)-1], files[len(files)-1])
	}
	if len(files) > 2 {
		return s.usage("process writes one file of lines to %s; several are written to a folder", files[len(files)-1])
	}
	b := &batch{s: s}
	var err error
	if b.filter, err = parseFilter(set.filter); err != nil {
		return s.usage("%v", err)
	}
	if b.fields, err = parseFields(set.fields); err != nil {
		return s.usage("%v", err)
	}
	options, err := set.processOptions(b.filter)
	if err != nil {
		return s.usage("%v", err)
	}
	return s.withFiles(files[0], files[1], set.resume, func(in io.Reader, out io.Writer, done int32) (int, bool) {
		c, end, err := set.connect()
		if err != nil {
			return s.failed(err), false
		}
		defer end()
		b.skip, b.out = done, out
		return s.stream(c, options, in, b)
	})
}

// isLines reports whether results go to a file of lines, and not to a folder: its name says so, or it is no folder.
func isLines(out string) bool {
	if out == "-" || strings.HasSuffix(out, ".jsonl") || strings.HasSuffix(out, ".ndjson") {
		return true
	}
	info, err := os.Stat(out)
	return err == nil && !info.IsDir()
}

// looksLikeFile reports whether a name is that of a file of documents: a folder of that name would be a surprise.
func looksLikeFile(out string) bool {
	info, err := os.Stat(out)
	return corpusfiles.Readable(out) && (err != nil || !info.IsDir())
}

// processOptions asks for what the flags say, and for the profile of a filter. Beyond the service's own defaults a batch has Markdown and links.
func (set *settings) processOptions(filter *verdictFilter) (*copydeskv1.ProcessOptions, error) {
	how, err := set.cleaning()
	if err != nil {
		return nil, err
	}
	all := !set.clean && !set.extract && !set.score
	set.clean, set.extract, set.score = set.clean || all, set.extract || all, set.score || all
	if err := set.checkFeatures(set.clean, set.extract, set.score); err != nil {
		return nil, err
	}
	if err := set.readCustom(); err != nil {
		return nil, err
	}
	o := copydeskv1.ProcessOptions_builder{Cleaning: how}
	if filter != nil {
		set.score = true
		if len(set.profiles) > 0 && !set.isCustom(filter.profile) && !slices.Contains(set.profiles, filter.profile) {
			set.profiles = append(set.profiles, filter.profile)
		}
	}
	if set.clean {
		o.Clean = set.cleanOptions(true)
	}
	if set.extract {
		o.Extract = set.extractOptions()
	}
	if set.score {
		o.Score = set.scoreOptions()
	}
	return o.Build(), nil
}
