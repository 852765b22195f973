package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"gocloud.dev/blob"
	"gocloud.dev/gcerrors"
	"google.golang.org/protobuf/proto"
)

// Names in the folder of results. Those that begin with "_" are left out by engines that read folders of rows.
const (
	settingsName = "_run.json"
	manifestName = "_manifest.json"
)

func markerName(shard int) string { return fmt.Sprintf("_shards/%05d.json", shard) }
func idsName(shard int) string    { return fmt.Sprintf("_shards/%05d.ids", shard) }

// settings are what a run has to be resumed with.
type settings struct {
	Version string  `json:"version"`
	Options string  `json:"options"` // a hash of everything else that the rows depend on
	Inputs  []input `json:"inputs"`
}

type input struct {
	Name  string `json:"name"`
	Bytes int64  `json:"bytes"`
}

// marker says that a shard is whole. It is written last.
type marker struct {
	Next    place            `json:"next"`
	Counts  Counts           `json:"counts"`
	Reasons map[string]int64 `json:"reasons,omitempty"` // of rejections and failures by rule or reason, and of what was skipped
	Faults  []string         `json:"faults,omitempty"`  // of files
	Files   []fileRows       `json:"files"`
}

// maxReasons bounds what a hostile input can add to a marker.
const maxReasons = 1000

func (m *marker) count(reason string) { m.countMany(reason, 1) }

func (m *marker) countMany(reason string, n int64) {
	if m.Reasons == nil {
		m.Reasons = make(map[string]int64)
	}
	if _, known := m.Reasons[reason]; !known && len(m.Reasons) >= maxReasons {
		reason = "other"
	}
	m.Reasons[reason] += n
}

// state is how far a run is.
type state struct {
	shards   int // that are whole
	next     place
	counts   Counts
	ids      ids
	all      manifest
	complete bool
}

func (s *state) add(m marker) {
	s.shards++
	s.next = m.Next
	s.counts.add(m.Counts)
	total := marker{Reasons: s.all.Reasons}
	for reason, n := range m.Reasons {
		total.countMany(reason, n)
	}
	s.all.Reasons = total.Reasons
	s.all.Faults = append(s.all.Faults, m.Faults...)
	s.all.Files = append(s.all.Files, m.Files...)
}

// manifest is the summary of a run that has come to its end.
type manifest struct {
	settings

	Counts  Counts           `json:"counts"`
	Reasons map[string]int64 `json:"reasons,omitempty"`
	Faults  []string         `json:"faults,omitempty"`
	Files   []fileRows       `json:"files"`
}

func (r *Run) settings() (settings, error) {
	options, err := proto.MarshalOptions{Deterministic: true}.Marshal(r.Options)
	if err != nil {
		return settings{}, err
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %s %d %q %t", options, r.Columns, r.Format, r.ShardSize, r.Profile, r.WithResult)
	s := settings{Version: r.Version, Options: hex.EncodeToString(h.Sum(nil))}
	for _, f := range r.Inputs {
		s.Inputs = append(s.Inputs, input{f.Name, f.Size})
	}
	return s, nil
}

// begin prepares the folder, or finds out how far an earlier run has come.
func (r *Run) begin(ctx context.Context) (*state, error) {
	now, err := r.settings()
	if err != nil {
		return nil, err
	}
	if r.Resume {
		if err := removeLeftovers(ctx, r.Folder); err != nil {
			return nil, err
		}
	}
	st := &state{all: manifest{settings: now}}
	var before settings
	found, err := readJSON(ctx, r.Folder, settingsName, &before)
	switch {
	case err != nil:
		return nil, err
	case !found:
		if err := isEmpty(ctx, r.Folder); err != nil {
			return nil, err
		}
		return st, writeJSON(ctx, r.Folder, settingsName, now)
	case !r.Resume:
		return nil, ErrNotEmpty
	}
	if err := same(before, now); err != nil {
		return nil, err
	}
	if st.complete, err = r.Folder.Exists(ctx, manifestName); err != nil {
		return nil, err
	}
	return st, r.recall(ctx, st)
}

// same says what would make the rows of a resumed run differ from those that are there.
func same(before, now settings) error {
	switch {
	case before.Version != now.Version:
		return fmt.Errorf("the run was begun with version %s, and this is %s", before.Version, now.Version)
	case before.Options != now.Options:
		return errors.New("the run was begun with other options")
	case len(before.Inputs) != len(now.Inputs):
		return fmt.Errorf("the run was begun with %d input files, and now there are %d", len(before.Inputs), len(now.Inputs))
	}
	for i := range now.Inputs {
		if before.Inputs[i] != now.Inputs[i] {
			return fmt.Errorf("%s is not as it was when the run was begun", now.Inputs[i].Name)
		}
	}
	return nil
}

// recall reads what the shards that are whole say.
func (r *Run) recall(ctx context.Context, st *state) error {
	for {
		var m marker
		found, err := readJSON(ctx, r.Folder, markerName(st.shards), &m)
		if err != nil || !found {
			return err
		}
		hashes, err := r.Folder.ReadAll(ctx, idsName(st.shards))
		if err != nil {
			return err
		}
		st.ids.addBytes(hashes)
		st.add(m)
	}
}

// mark makes a shard whole.
func (r *Run) mark(ctx context.Context, shard int, m marker, fresh []uint64) error {
	if err := r.Folder.WriteAll(ctx, idsName(shard), bytesOf(fresh), nil); err != nil {
		return err
	}
	return writeJSON(ctx, r.Folder, markerName(shard), m)
}

// finish writes the manifest.
func (r *Run) finish(ctx context.Context, st *state) error {
	st.all.Counts = st.counts
	return writeJSON(ctx, r.Folder, manifestName, st.all)
}

func isEmpty(ctx context.Context, b *blob.Bucket) error {
	_, err := b.List(nil).Next(ctx)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err == nil {
		err = ErrNotEmpty
	}
	return err
}

func readJSON(ctx context.Context, b *blob.Bucket, name string, to any) (found bool, err error) {
	text, err := b.ReadAll(ctx, name)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if err := json.Unmarshal(text, to); err != nil {
		return false, fmt.Errorf("%s: %w", name, err)
	}
	return true, nil
}

func writeJSON(ctx context.Context, b *blob.Bucket, name string, v any) error {
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return b.WriteAll(ctx, name, append(text, '\n'), nil)
}
