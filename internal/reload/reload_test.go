package reload_test

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/copydesk/copydesk/internal/reload"
)

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func parse(contents [][]byte) (string, error) {
	if string(contents[0]) == "bad" {
		return "", errors.New("is bad")
	}
	return string(contents[0]), nil
}

func TestWatch(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	write(t, path, "one")
	f, err := reload.Open(parse, path)
	if err != nil || f.Value() != "one" {
		t.Fatal(f, err)
	}
	var log strings.Builder
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		wg.Go(func() { f.Watch(ctx, time.Second, slog.New(slog.NewTextHandler(&log, nil))) })
		for _, step := range []struct{ content, want string }{{"one", "one"}, {"two", "two"}, {"bad", "two"}, {"three", "three"}} {
			write(t, path, step.content)
			time.Sleep(2500 * time.Millisecond) // two looks
			synctest.Wait()
			if f.Value() != step.want {
				t.Errorf("after %q the value is %q, want %q", step.content, f.Value(), step.want)
			}
		}
		cancel()
		wg.Wait()
	})
	if n := strings.Count(log.String(), "msg=reloaded"); n != 2 {
		t.Errorf("%d changes, want 2", n)
	}
	if n := strings.Count(log.String(), "is bad"); n != 1 {
		t.Errorf("the bad state is logged %d times:\n%s", n, log.String())
	}
}

func TestMissing(t *testing.T) {
	if _, err := reload.Open(parse, filepath.Join(t.TempDir(), "nowhere")); err == nil {
		t.Error("no error")
	}
}
