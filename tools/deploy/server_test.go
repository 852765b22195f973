package deploy

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// built is a server as an image has it, built once for all tests from a copy of what the image's build sees.
var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "copydesk")
	if err != nil {
		return "", err
	}
	out := filepath.Join(dir, "copydesk-server")
	return out, makeBinary(filepath.Join(dir, "context"), out)
})

// TestMain goes to the folder deploy, from which all paths are.
func TestMain(m *testing.M) {
	if err := os.Chdir("../../deploy"); err != nil {
		panic(err)
	}
	code := m.Run()
	if path, err := built(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

func server(t *testing.T) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// makeBinary copies the build context of the image to dir and builds there as the Dockerfile does.
func makeBinary(dir, out string) error {
	ignore, err := os.ReadFile("Dockerfile.dockerignore")
	if err != nil {
		return err
	}
	args := []string{"-C", "..", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--"}
	for line := range strings.Lines(string(ignore)) {
		if name, kept := strings.CutPrefix(strings.TrimSpace(line), "!"); kept {
			args = append(args, name)
		}
	}
	list, err := exec.Command("git", args...).Output()
	if err != nil {
		return fmt.Errorf("git ls-files: %w", err)
	}
	for name := range strings.SplitSeq(strings.TrimRight(string(list), "\x00"), "\x00") {
		b, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			continue // a file that is about to be deleted
		}
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(to, b, 0o644); err != nil {
			return err
		}
	}
	cmd := exec.Command("make", "--silent", "binary", "GOOS=linux", "VERSION=v0.0.0-test", "OUT="+out)
	cmd.Dir = dir
	if b, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("make binary: %w\n%s", err, b)
	}
	return nil
}

// scraped is what a server's metrics port says after some work, of which a part fails, over TLS.
func scraped(t *testing.T) []byte {
	t.Helper()
	dir, err := os.MkdirTemp("", "copydesk") // short enough for a socket
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	certificate(t, dir)
	cmd := exec.Command(server(t), "--tls-cert", dir+"/cert", "--tls-key", dir+"/key", "--log-level", "error",
		"--grpc-address", "unix:"+dir+"/grpc", "--http-address", "unix:"+dir+"/http", "--metrics-address", "unix:"+dir+"/metrics")
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	}()
	for end := time.Now().Add(20 * time.Second); call(dir, "metrics", "GET", "/readyz", "") == nil; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the server does not answer")
		}
	}
	for _, body := range []string{
		`{"document":{"html":"<html><title>Just a moment...</title><body><h1>Checking your browser</h1><p>Enable JavaScript and cookies to continue</p></body></html>"}}`,
		`{"document":{"text":"It had been dark\n\nsince the storm.\n\nShare on Twitter"}}`, `{`, `{"document":{}}`,
	} {
		for _, method := range []string{"clean", "extract", "score"} {
			call(dir, "http", "POST", "/v1/documents:"+method, body)
		}
	}
	return call(dir, "metrics", "GET", "/metrics", "")
}

// call returns the body of an answer, nil if there is none.
func call(dir, port, method, path, body string) []byte {
	dial := func(ctx context.Context, _, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, "unix", filepath.Join(dir, port))
	}
	c := http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{DialContext: dial, TLSClientConfig: insecure, DisableKeepAlives: true}}
	scheme := "http"
	if port == "http" {
		scheme = "https"
	}
	req, err := http.NewRequest(method, scheme+"://copydesk"+path, strings.NewReader(body))
	if err != nil {
		return nil
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.Do(req)
	if err != nil {
		return nil
	}
	defer resp.Body.Close()
	b, _ := io.ReadAll(resp.Body)
	return b
}

func certificate(t *testing.T, dir string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{"cert": {Type: "CERTIFICATE", Bytes: der}, "key": {Type: "PRIVATE KEY", Bytes: pkcs8}} {
		var b bytes.Buffer
		_ = pem.Encode(&b, block)
		if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
