package main

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"

	"github.com/copydesk/copydesk/client/copydesk/corpus"
	"github.com/copydesk/copydesk/internal/files"
)

// folder carries out process where results go to a folder.
func (s *session) folder(set *settings, inputs []string, out string) int {
	run, filter, err := set.run()
	if err != nil {
		return s.usage("%v", err)
	}
	if run.Options, err = set.processOptions(filter); err != nil {
		return s.usage("%v", err)
	}
	if set.score {
		withFingerprints(run.Options.GetScore())
	}
	var sources files.Sources
	defer sources.Close() //nolint:errcheck // only read
	if run.Inputs, err = sources.List(s.ctx, inputs...); err != nil {
		return s.failed(err)
	}
	if run.Folder, err = files.OpenFolder(s.ctx, out); err != nil {
		return s.failed(err)
	}
	defer run.Folder.Close() //nolint:errcheck // each file has been closed
	c, end, err := set.connect()
	if err != nil {
		return s.failed(err)
	}
	defer end()
	described, err := c.Describe(s.ctx, copydeskv1.DescribeRequest_builder{
		Features: []copydeskv1.DescribeFeature{copydeskv1.DescribeFeature_DESCRIBE_FEATURE_PROFILES},
	}.Build())
	if err != nil {
		return s.failed(err)
	}
	known := func(p *copydeskv1.Profile) bool { return p.GetName() == run.Profile }
	if run.Profile != "" && !set.isCustom(run.Profile) && !slices.ContainsFunc(described.GetProfiles(), known) {
		return s.usage("--filter: there is no profile %q", run.Profile)
	}
	run.Client, run.Version = c, described.GetVersion()
	return s.runFolder(run)
}

// run is what flags say of a run.
func (set *settings) run() (*corpus.Run, *verdictFilter, error) {
	filter, err := parseFilter(set.filter)
	switch {
	case err != nil:
		return nil, nil, err
	case filter != nil && filter.verdict != copydeskv1.Verdict_VERDICT_KEEP:
		return nil, nil, errors.New("--filter: a folder has what is kept and what is rejected: name the profile alone")
	case set.fields != "":
		return nil, nil, errors.New("--fields is for lines; the rows of a folder have all columns")
	}
	if err := set.checkRows(); err != nil {
		return nil, nil, err
	}
	run := &corpus.Run{
		Columns: set.columns, Format: files.Format(set.format), ShardSize: set.shardSize, WithResult: set.withResult, Resume: set.resume,
	}
	if filter != nil {
		run.Profile = filter.profile
	}
	return run, filter, nil
}

// checkRows finds what is wrong with the flags that say how rows are written.
func (set *settings) checkRows() error {
	switch {
	case set.format != string(files.Parquet) && set.format != string(files.JSONLines):
		return fmt.Errorf("--format: must be parquet or jsonl, is %q", set.format)
	case set.shardSize < 1 || set.shardSize > maxShard:
		return fmt.Errorf("--shard-size: must be from 1 to %d, is %d", maxShard, set.shardSize)
	}
	return nil
}

// maxShard bounds the failures of a shard, which are in memory until it is whole.
const maxShard = 1_000_000

// withFingerprints asks for what copydesk dedup needs.
func withFingerprints(o *copydeskv1.ScoreOptions) {
	o.SetFeatures(append(o.GetFeatures(), copydeskv1.ScoreFeature_SCORE_FEATURE_FINGERPRINTS))
}

// maxFaults bounds what a run prints of broken documents; the rows have all.
const maxFaults = 20

// runFolder carries out a run, with a bar and the first faults on standard error.
func (s *session) runFolder(run *corpus.Run) int {
	var mu sync.Mutex // of bar and stderr
	bar := newBar(s.stderr, nil)
	faults := 0
	run.Progress = func(c corpus.Counts) {
		mu.Lock()
		defer mu.Unlock()
		bar.show(counts{done: int(c.Kept + c.Rejected + c.Failed), failed: int(c.Failed)}, false)
	}
	run.Fault = func(source string, record int64, fault string) {
		mu.Lock()
		defer mu.Unlock()
		if faults++; faults > maxFaults {
			return
		}
		bar.clear()
		if record > 0 {
			source = fmt.Sprintf("%s: record %d", source, record)
			fault = source + ": " + fault
		}
		fmt.Fprintf(s.stderr, "copydesk: %s\n", fault)
	}
	total, err := run.Do(s.ctx)
	bar.clear()
	if faults > maxFaults {
		fmt.Fprintf(s.stderr, "copydesk: %d more faults: the rows of failed/ have them\n", faults-maxFaults)
	}
	if err != nil {
		return s.failedStream(err)
	}
	fmt.Fprintf(s.stderr, "%d kept, %d rejected, %d failed, %d skipped, %d broken files\n", total.Kept, total.Rejected, total.Failed, total.Skipped, total.Broken)
	if total.Failed+total.Broken > 0 {
		return exitSome
	}
	return exitOK
}
