package load

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// programs holds the built programs until the process ends.
var programs = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "copydesk-load-")
	if err != nil {
		return "", err
	}
	for name, args := range map[string][]string{
		"server": {"-C", "..", "build", "-o", filepath.Join(dir, "server"), "./server"},
		"plain":  {"build", "-o", filepath.Join(dir, "plain"), "./load/plain"},
	} {
		if out, err := exec.Command("go", args...).CombinedOutput(); err != nil { //nolint:gosec // the arguments are above
			return "", fmt.Errorf("%s: %w: %s", name, err, out)
		}
	}
	return dir, nil
})

// server is a running server.
type server struct {
	cmd        *exec.Cmd
	grpc, http string // addresses
	admin      string // of profiles
	args       []string
	ended      chan struct{}
}

// startServer starts the server with further arguments and waits until it answers.
func startServer(args ...string) (*server, error) {
	dir, err := programs()
	if err != nil {
		return nil, err
	}
	s := &server{}
	for _, address := range []*string{&s.grpc, &s.http, &s.admin} {
		if *address, err = freeAddress(); err != nil {
			return nil, err
		}
	}
	s.args = append([]string{
		filepath.Join(dir, "server"), "--grpc-address", s.grpc, "--http-address", s.http, "--metrics-address", "",
		"--admin-address", s.admin, "--log-level", "error", "--stop-delay", "0s",
	}, args...)
	return s, s.start()
}

// startPlain starts gRPC with the same service and nothing around it.
func startPlain() (*server, error) {
	dir, err := programs()
	if err != nil {
		return nil, err
	}
	s := &server{}
	for _, address := range []*string{&s.grpc, &s.admin} {
		if *address, err = freeAddress(); err != nil {
			return nil, err
		}
	}
	s.args = []string{filepath.Join(dir, "plain"), s.grpc, s.admin}
	return s, s.start()
}

// start starts the server, or starts it again at the same addresses.
func (s *server) start() error {
	s.cmd = exec.Command(s.args[0], s.args[1:]...) //nolint:gosec // built above
	s.cmd.Stderr = os.Stderr
	if err := withProcessors(s.cmd.Start); err != nil {
		return err
	}
	s.ended = make(chan struct{})
	go func(cmd *exec.Cmd, ended chan struct{}) {
		defer close(ended)
		_ = cmd.Wait() // it is killed
	}(s.cmd, s.ended)
	for start := time.Now(); time.Since(start) < 30*time.Second; time.Sleep(20 * time.Millisecond) {
		if c, err := net.DialTimeout("tcp", s.grpc, time.Second); err == nil {
			return c.Close()
		}
	}
	s.kill()
	return errors.New("the server does not answer")
}

// kill ends the server without a word and waits.
func (s *server) kill() {
	_ = s.cmd.Process.Kill() // it may have ended
	<-s.ended
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close() //nolint:errcheck // it only showed a free port
	return l.Addr().String(), nil
}

// cpu is how long the server has been computing.
func (s *server) cpu() time.Duration {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(b), ") ")
	fields := strings.Fields(after)
	ticks := 0
	for _, f := range fields[11:13] { // user and system time in hundredths of a second
		n, _ := strconv.Atoi(f)
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}

// memory returns a figure of the server's memory in bytes: VmHWM is the most that it has had, VmRSS what it has.
func (s *server) memory(name string) int64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, name+":"); ok {
			n, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return n << 10
		}
	}
	return 0
}

// dial returns a plain client of the server: it tries nothing twice. from is the address that it calls from, "" for any.
func (s *server) dial(from string, token string) (copydeskv1.TextServiceClient, func(), error) {
	options := []grpc.DialOption{
		grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithDisableRetry(),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(256 << 20)),
	}
	if from != "" {
		options = append(options, grpc.WithContextDialer(func(ctx context.Context, address string) (net.Conn, error) {
			d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
			return d.DialContext(ctx, "tcp", address)
		}))
	}
	if token != "" {
		options = append(options, grpc.WithPerRPCCredentials(bearer(token)))
	}
	conn, err := grpc.NewClient("passthrough:///"+s.grpc, options...)
	if err != nil {
		return nil, nil, err
	}
	return copydeskv1.NewTextServiceClient(conn), func() { _ = conn.Close() }, nil
}

type bearer string

// GetRequestMetadata implements credentials.PerRPCCredentials.
func (b bearer) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + string(b)}, nil
}

// RequireTransportSecurity implements credentials.PerRPCCredentials.
func (bearer) RequireTransportSecurity() bool { return false }
