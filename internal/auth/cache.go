package auth

import (
	"crypto/sha256"
	"sync"
	"time"
)

// cache remembers which JSON Web Tokens were found good, for a short time, because checking a signature takes longer than many
// calls. A key that the issuer withdraws goes on being believed for that time.
type cache struct {
	mu      sync.Mutex
	entries map[[sha256.Size]byte]cached
}

type cached struct {
	principal *Principal
	until     time.Time
}

const (
	cacheTime = time.Minute
	cacheSize = 10_000
)

func newCache() *cache { return &cache{entries: map[[sha256.Size]byte]cached{}} }

func (c *cache) get(key [sha256.Size]byte, now time.Time) *Principal {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok || now.After(e.until) {
		return nil
	}
	return e.principal
}

// put remembers a token. A full cache is emptied: that costs a check for each token, once.
func (c *cache) put(key [sha256.Size]byte, p *Principal, now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.entries) >= cacheSize {
		clear(c.entries)
	}
	c.entries[key] = cached{p, now.Add(cacheTime)}
}
