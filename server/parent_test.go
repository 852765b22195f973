package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// startChild runs a server as another program does that wants one for itself, and returns its address, what ends its standard
// input, and its exit code.
func startChild(t *testing.T, address string) (ready string, end func(), code <-chan int) {
	t.Helper()
	stdin, hold := io.Pipe()
	read, stdout := io.Pipe()
	exit := make(chan int, 1)
	go func() {
		exit <- run([]string{
			"--exit-with-stdin", "--grpc-address", address, "--http-address", "", "--metrics-address", "", "--log-level", "error",
			"--stop-delay", "0s",
		}, parent{stdin, stdout})
	}()
	end = func() { _ = hold.Close() }
	t.Cleanup(end)
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	if len(line) < 7 || line[:6] != "ready " {
		t.Fatalf("the first line is %q", line)
	}
	return line[6 : len(line)-1], end, exit
}

func TestExitWithStdin(t *testing.T) {
	t.Parallel()
	dir, err := os.MkdirTemp("", "copydesk") //nolint:usetesting // short enough for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	socket := unixPrefix + filepath.Join(dir, "s")
	for _, address := range []string{socket, "127.0.0.1:0"} {
		ready, end, code := startChild(t, address)
		if address == socket && ready != socket {
			t.Errorf("ready at %s, want %s", ready, socket)
		}
		conn, err := grpc.NewClient(ready, grpc.WithTransportCredentials(insecureCreds))
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close() //nolint:errcheck // one call
		wantCode(t, ready, clean(t, copydeskv1.NewTextServiceClient(conn)), codes.OK)
		end()
		select {
		case got := <-code:
			if got != 0 {
				t.Errorf("%s: exit code %d", address, got)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s: the server goes on after its standard input has ended", address)
		}
	}
}

// Without the flag a server neither reads standard input nor writes to standard output.
func TestNoParent(t *testing.T) {
	t.Parallel()
	if ctx := (parent{}).follow(context.Background()); ctx.Done() != nil {
		t.Error("the context may end")
	}
	if err := (parent{}).ready(nil); err != nil {
		t.Error(err)
	}
}
