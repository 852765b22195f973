package main

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/copydesk/copydesk/internal/admission"
)

// size is a number of bytes, which a flag can give as 512MiB.
type size int64

// minMemory is the least memory that a server can be held to: itself and a few small documents.
const minMemory size = 96 << 20

var sizeUnits = []struct {
	suffix string
	shift  int
}{{"KiB", 10}, {"MiB", 20}, {"GiB", 30}, {"TiB", 40}, {"B", 0}, {"", 0}}

// String implements flag.Value.
func (s *size) String() string { return strconv.FormatInt(int64(*s), 10) }

// Set implements flag.Value.
func (s *size) Set(v string) error {
	for _, u := range sizeUnits {
		digits, ok := strings.CutSuffix(v, u.suffix)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(digits, 10, 64)
		if err != nil || n < 0 || n > math.MaxInt64>>u.shift {
			break
		}
		*s = size(n << u.shift)
		return nil
	}
	return errors.New("must be a number of bytes, such as 268435456 or 256MiB")
}

// codeBytes is what the program itself takes of a limit on the whole process, which Go's own limit does not count: 44 MiB were
// measured. spareMemory is the part of the limit that is kept free besides, as a divisor: Go exceeds its own limit when the machine
// leaves the collector too little time.
const codeBytes, spareMemory = 44 << 20, 8

// admission returns what decides how much is taken on, and sets Go's limit on memory unless GOMEMLIMIT has: with it the
// garbage collector works harder before the system ends the process.
func (c *config) admission(ctx context.Context, log *slog.Logger) *admission.Controller {
	limit, source := int64(c.memory), "memory-limit"
	if limit == 0 {
		limit, source = admission.Limit()
	}
	goLimit := debug.SetMemoryLimit(-1)
	if goLimit == math.MaxInt64 {
		goLimit = limit - limit/spareMemory - codeBytes
		debug.SetMemoryLimit(goLimit)
	}
	budget := admission.Budget(min(goLimit, limit))
	log.LogAttrs(ctx, slog.LevelInfo, "memory", slog.Int64("limit", limit), slog.String("from", source),
		slog.Int64("documents", budget))
	return admission.New(admission.Options{MemoryBytes: budget, Workers: c.workers})
}
