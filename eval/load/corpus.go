package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/copydesk/copydesk/eval/floor"
)

// Corpus works on files of three kinds by the command line: how much of the processors and of memory that takes, and whether a run
// that is killed ten times at random leaves what an undisturbed one does.
func Corpus() error {
	documents, kills := 6_000, 10
	if Long {
		documents = 1_000_000
	}
	dir, err := os.MkdirTemp("", "copydesk-corpus-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the end of a measurement
	c := &corpus{dir: dir, shard: documents / 30}
	if err := c.build(); err != nil {
		return err
	}
	if err := c.makeInputs(documents); err != nil {
		return err
	}
	whole := filepath.Join(dir, "whole")
	use, err := c.run(whole, 0)
	if err != nil {
		return err
	}
	busy := use.cpu.Seconds() / use.took.Seconds() / float64(runtime.NumCPU())
	fmt.Printf("%d documents of %d bytes in .jsonl.zst, .parquet and .warc.gz: %.0f documents/s, %.1f s of processor, %.0f %% of %d processors, %d MB at most\n",
		documents, smallSize, float64(documents)/use.took.Seconds(), use.cpu.Seconds(), 100*busy, runtime.NumCPU(), use.memory>>20)
	fmt.Println("the aims: 90 % of the processors, on a machine that does nothing else; at most 500 MB")
	floor.AtMost("corpus/memory, MB", float64(use.memory>>20))

	broken := filepath.Join(dir, "broken")
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same each time
	killed := 0
	for killed < kills {
		after := time.Duration((0.05 + 0.2*random.Float64()) * float64(use.took))
		switch _, err := c.run(broken, after); {
		case errors.Is(err, errKilled):
			killed++
		case err != nil:
			return err
		default: // it came to its end: begin again
			if err := os.RemoveAll(broken); err != nil {
				return err
			}
		}
	}
	if _, err := c.run(broken, 0); err != nil {
		return err
	}
	same, err := sameFolders(whole, broken)
	if err != nil {
		return err
	}
	fmt.Printf("killed %d times at random and resumed: the same bytes: %v\n", killed, same)
	floor.AtMost("corpus/results that differ", map[bool]float64{false: 1}[same])
	return nil
}

// corpus is a folder with inputs and the program.
type corpus struct {
	dir   string
	shard int
}

func (c *corpus) program() string { return filepath.Join(c.dir, "copydesk") }

func (c *corpus) build() error {
	out, err := exec.Command("go", "-C", "..", "build", "-o", c.program(), "./client/copydesk").CombinedOutput() //nolint:gosec // a name of its own
	if err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

// use is what a run took.
type use struct {
	took, cpu time.Duration
	memory    int64 // bytes, at most
}

var errKilled = errors.New("killed")

// run goes on with the run of a folder, and kills it after a time that is not 0.
func (c *corpus) run(out string, kill time.Duration) (use, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if kill > 0 {
		ctx, cancel = context.WithTimeout(ctx, kill) // ends the process by SIGKILL
		defer cancel()
	}
	cmd := exec.CommandContext(ctx, c.program(), "process", filepath.Join(c.dir, "in"), out, "--resume", "--shard-size", fmt.Sprint(c.shard)) //nolint:gosec // built above
	var errs bytes.Buffer
	cmd.Stderr = &errs
	start := time.Now()
	err := cmd.Run()
	switch {
	case ctx.Err() != nil && err != nil:
		return use{}, errKilled
	case err != nil:
		return use{}, fmt.Errorf("%w: %s", err, errs.String())
	}
	u := use{took: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	if r, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		u.memory = r.Maxrss << 10
	}
	return u, nil
}

// sameFolders compares all files of two folders.
func sameFolders(a, b string) (bool, error) {
	left, err := hashes(a)
	if err != nil {
		return false, err
	}
	right, err := hashes(b)
	if err != nil {
		return false, err
	}
	for name := range right {
		if _, ok := left[name]; !ok {
			fmt.Println("only in the run that was killed:", name)
			return false, nil
		}
	}
	for name, sum := range left {
		if right[name] != sum {
			fmt.Println("differs:", name)
			return false, nil
		}
	}
	return true, nil
}
