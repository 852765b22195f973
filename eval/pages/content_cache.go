package pages

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

// cacheDir keeps peers' answers, which take minutes and stay what they are.
const cacheDir = ".cache/"

// answers returns what a system answers for the pages of a set. A peer's answers are kept by its version, the size of
// the data and the code that asks it; ours are never.
func answers(s system, set pageSet) ([]answer, error) {
	if s.module == "" {
		return s.take(set)
	}
	name, err := cacheName(s, set)
	if err != nil {
		return nil, err
	}
	if b, err := os.ReadFile(name); err == nil {
		var kept []answer
		if err := json.Unmarshal(b, &kept); err == nil && len(kept) == len(set.pages) {
			return kept, nil
		}
	}
	fresh, err := s.take(set)
	if err != nil {
		return nil, err
	}
	b, err := json.Marshal(fresh)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(cacheDir, 0o755); err != nil {
		return nil, err
	}
	return fresh, os.WriteFile(name, b, 0o600)
}

func cacheName(s system, set pageSet) (string, error) {
	version, err := pinned(s.module)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, f := range []string{"pages/content_peers.go", "peers/main_content.py", rustManifest, "peers/rs-trafilatura/src/main.rs"} {
		b, err := os.ReadFile(f)
		if err != nil {
			return "", err
		}
		sum.Write(b)
	}
	return filepath.Join(cacheDir, fmt.Sprintf("%s-%s-%s-%d-%d-%.8x.json", s.name, version, set.name, len(set.pages), set.size, sum.Sum(nil))), nil
}

// pinned returns the version of a Go module or Python package or crate that the peers' answers come from.
func pinned(module string) (string, error) {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, d := range info.Deps {
			if d.Path == module {
				return d.Version, nil
			}
		}
	}
	for file, equals := range map[string]string{"peers/requirements.txt": "==", rustManifest: ` = "=`} {
		b, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		for line := range strings.Lines(string(b)) {
			if version, ok := strings.CutPrefix(strings.TrimSpace(line), module+equals); ok {
				return strings.Trim(version, `"`), nil
			}
		}
	}
	return "", fmt.Errorf("no version of %s is pinned", module)
}

// rustManifest names the version of the crate that is a peer.
const rustManifest = "peers/rs-trafilatura/Cargo.toml"
