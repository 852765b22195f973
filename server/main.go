// Command server serves Copydesk: gRPC on one port; REST, Connect and gRPC-Web on a second; metrics on a third.
//
// Every flag can also be given by an environment variable: COPYDESK_ and its name in upper case with
// underscores, for example COPYDESK_GRPC_ADDRESS. A flag wins over its variable.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/copydesk/copydesk/internal/service"
)

func main() {
	os.Exit(run(os.Args[1:], parent{os.Stdin, os.Stdout}))
}

// run serves until a signal asks it to stop, or with --exit-with-stdin until p has ended. It returns 0 after an orderly stop, 1 if serving failed, 2 if the
// configuration is wrong.
func run(args []string, p parent) int {
	c, err := parseConfig(args, os.LookupEnv, os.Stderr)
	if err != nil {
		if !isHelp(err) {
			fmt.Fprintln(os.Stderr, "server:", err)
			return 2
		}
		return 0
	}
	if c.version {
		fmt.Fprintln(os.Stdout, "copydesk", service.Version(), runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH)
		return 0
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	keepSpare()
	log := c.logger(os.Stderr)
	for _, name := range unknownVariables(os.Environ()) {
		log.LogAttrs(ctx, slog.LevelWarn, "a variable without effect: there is no such flag", slog.String("name", name))
	}
	if !c.exitWithStdin {
		p = parent{}
	}
	if err := serve(p.follow(ctx), c, log, p); err != nil {
		log.LogAttrs(ctx, slog.LevelError, "server failed", slog.String("error", err.Error()))
		return 1
	}
	return 0
}
