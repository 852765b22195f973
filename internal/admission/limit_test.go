package admission

import (
	"os"
	"path/filepath"
	"testing"
)

// TestGroupLimit reads trees as version 1 and 2 of control groups lay them out.
func TestGroupLimit(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		groups string
		files  map[string]string
		want   int64
	}{
		{"version 2", "0::/pod/box\n", map[string]string{"pod/box/memory.max": "268435456\n"}, 256 << 20},
		{"the lowest above", "0::/pod/box\n", map[string]string{"pod/box/memory.max": "268435456", "pod/memory.max": "134217728", "memory.max": "max"}, 128 << 20},
		{"no limit", "0::/pod\n", map[string]string{"pod/memory.max": "max\n"}, 0},
		{"a container sees its own group as the root", "0::/pod/box\n", map[string]string{"memory.max": "268435456"}, 256 << 20},
		{"version 1", "5:cpu:/a\n4:memory:/pod\n", map[string]string{"memory/pod/memory.limit_in_bytes": "268435456"}, 256 << 20},
		{"version 1 without limit", "4:memory:/pod\n", map[string]string{"memory/pod/memory.limit_in_bytes": "9223372036854771712"}, 0},
		{"another controller", "4:cpu:/pod\n", map[string]string{"memory/pod/memory.limit_in_bytes": "1000"}, 0},
		{"garbage", "x\n0::/pod\n", map[string]string{"pod/memory.max": "much"}, 0},
	}
	for _, tt := range tests {
		dir := t.TempDir()
		for name, content := range tt.files {
			write(t, filepath.Join(dir, name), content)
		}
		groups := filepath.Join(dir, "groups-of-the-process")
		write(t, groups, tt.groups)
		if got := groupLimit(groups, dir); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
	if got := groupLimit("/no/such/file", "/"); got != 0 {
		t.Errorf("without groups: %d", got)
	}
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestMachineMemory(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "meminfo")
	write(t, name, "MemFree:  5 kB\nMemTotal:       1024 kB\n")
	if got := machineMemory(name); got != 1<<20 {
		t.Errorf("%d", got)
	}
	if got := machineMemory("/no/such/file"); got != 0 {
		t.Errorf("%d", got)
	}
}
