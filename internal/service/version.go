package service

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
	"sync"
)

// version can be set when the program is linked: -ldflags "-X github.com/copydesk/copydesk/internal/service.version=v1.2.3".
var version string //nolint:gochecknoglobals // the linker sets nothing else

// Version identifies the build: the version set by the linker, otherwise the module's version, otherwise the revision of the
// source with "+dirty" for one that was changed, otherwise "build-" and a digest of the program. Results are comparable
// within one version.
var Version = sync.OnceValue(func() string { //nolint:gochecknoglobals // computed once
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		if v := versionOf(info); v != "" {
			return v
		}
	}
	return digestOfProgram()
})

// digits is how many hexadecimal digits of a digest or revision a version has.
const digits = 12

// versionOf returns what a build says about its version, "" if that is nothing.
func versionOf(info *debug.BuildInfo) string {
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	revision := settings["vcs.revision"]
	if len(revision) > digits {
		revision = revision[:digits]
	}
	if revision != "" && settings["vcs.modified"] == "true" {
		revision += "+dirty"
	}
	return revision
}

// digestOfProgram identifies builds that carry no version, such as those of "go run" and of tests.
func digestOfProgram() string {
	path, err := os.Executable()
	if err != nil {
		return "unknown"
	}
	f, err := os.Open(path) //nolint:gosec // the running program
	if err != nil {
		return "unknown"
	}
	defer func() { _ = f.Close() }()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "unknown"
	}
	return "build-" + hex.EncodeToString(h.Sum(nil))[:digits]
}
