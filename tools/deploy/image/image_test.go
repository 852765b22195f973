package main

import (
	"archive/tar"
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/validate"
)

const root = "../../.."

// TestImage builds the image, reads it as an engine does, and runs what is in it as an engine would: with nothing but its files, as
// its user, by its command.
func TestImage(t *testing.T) {
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("needs Linux and root, for chroot")
	}
	dir := t.TempDir()
	server := filepath.Join(dir, "server")
	if out, err := exec.Command("make", "-C", root, "--silent", "binary", "OUT="+server, "VERSION=v0.0.0-test").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	file := filepath.Join(dir, "image.tar")
	for _, to := range []string{file, file + ".again"} {
		if err := run(root, server, runtime.GOARCH, "copydesk:v0.0.0-test", to); err != nil {
			t.Fatal(err)
		}
	}
	if first, second := mustRead(t, file), mustRead(t, file+".again"); !bytes.Equal(first, second) {
		t.Error("two images of one server differ")
	}
	image, err := tarball.ImageFromPath(file, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := validate.Image(image); err != nil {
		t.Error(err)
	}
	config, err := image.ConfigFile()
	if err != nil {
		t.Fatal(err)
	}
	files := filepath.Join(dir, "files")
	if got, want := extract(t, image, files), []string{"LICENSE", "NOTICE", "copydesk-server", "etc/ssl/certs/ca-certificates.crt"}; !slices.Equal(got, want) {
		t.Errorf("the image has %v, want %v", got, want)
	}
	start(t, files, config.Config)
}

// extract unpacks the image and returns the names of its files, sorted.
func extract(t *testing.T, image v1.Image, to string) (names []string) {
	t.Helper()
	content := mutate.Extract(image)
	defer content.Close()
	for r := tar.NewReader(content); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			slices.Sort(names)
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(to, h.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if h.Typeflag == tar.TypeDir {
			continue
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, h.FileInfo().Mode()); err != nil {
			t.Fatal(err)
		}
		names = append(names, h.Name)
	}
}

// start runs the image's command in its files, asks it whether it is ready, and stops it.
func start(t *testing.T, files string, c v1.Config) {
	t.Helper()
	addresses := freeAddresses(t, 3)
	args := slices.Concat(c.Entrypoint[1:], c.Cmd, []string{
		"--grpc-address", addresses[0], "--http-address", addresses[1], "--metrics-address", addresses[2], "--stop-delay", "0s",
	})
	cmd := exec.Command(c.Entrypoint[0], args...)
	if c.User != "65532:65532" {
		t.Fatalf("the user is %q", c.User)
	}
	cmd.Dir, cmd.Env = "/", []string{}
	cmd.SysProcAttr = &syscall.SysProcAttr{Chroot: files, Credential: &syscall.Credential{Uid: 65532, Gid: 65532}}
	for dir := files; dir != "/"; dir = filepath.Dir(dir) { // the user must be able to come there
		if info, err := os.Stat(dir); err == nil && info.Mode()&0o001 == 0 {
			if err := os.Chmod(dir, info.Mode()|0o011); err != nil {
				t.Fatal(err)
			}
		}
	}
	var log bytes.Buffer
	cmd.Stderr = &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		if err := cmd.Wait(); err != nil {
			t.Errorf("the server ended with %v: %s", err, log.String())
		}
	}()
	for end := time.Now().Add(20 * time.Second); !ready(addresses[2]); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Errorf("the server is not ready: %s", log.String())
			return
		}
	}
	resp, err := http.Post("http://"+addresses[1]+"/v1/documents:clean", "application/json", strings.NewReader(`{"document":{"text":"Tea."}}`))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if b, err := io.ReadAll(resp.Body); err != nil || !bytes.Contains(b, []byte("Tea.")) {
		t.Errorf("%s, %v", b, err)
	}
}

func ready(address string) bool {
	resp, err := http.Get("http://" + address + "/readyz")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

func freeAddresses(t *testing.T, n int) []string {
	t.Helper()
	var list []string
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		list = append(list, l.Addr().String())
	}
	return list
}

func mustRead(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
