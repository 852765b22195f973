package auth

import (
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc/status"
)

func hashed(token string) string {
	sum := sha256.Sum256([]byte(token))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func TestParseTokens(t *testing.T) {
	t.Parallel()
	expires := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	file := "# who calls\n\ncrawler " + hashed("one") + " requests=5 items=50.5 bytes=1e6 calls=7 # the old one\n" +
		"crawler " + hashed("two") + "  expires=2030-01-01T00:00:00Z requests=5 items=50.5 bytes=1e6 calls=7\n"
	all, err := parseTokens([][]byte{[]byte(file)})
	if err != nil {
		t.Fatal(err)
	}
	one, two := all.find("one"), all.find("two")
	if one == nil || two == nil || one.Name != "crawler" || !two.expires.Equal(expires) || all.find("three") != nil {
		t.Fatalf("%+v %+v", one, two)
	}
	if diff := cmp.Diff(Limits{5, 50.5, 1e6, 7}, one.Limits); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	digits := strings.TrimPrefix(hashed("secret"), "sha256:")
	for line, want := range map[string]string{
		"two words sha256:" + digits:                                    "followed by",
		"a!b " + hashed("secret"):                                       "name must be",
		"a":                                                             "followed by",
		"a sha256:" + digits[1:]:                                        "64 hexadecimal",
		"a sha256:" + strings.Repeat("x", 64):                           "64 hexadecimal",
		"a " + digits:                                                   "sha256:",
		"a " + hashed("secret") + " expires=soon":                       "expires",
		"a " + hashed("secret") + " items=0":                            "items: must be",
		"a " + hashed("secret") + " items=NaN":                          "items: must be",
		"a " + hashed("secret") + " items=+Inf":                         "items: must be",
		"a " + hashed("secret") + " calls=1.5":                          "calls: must be",
		"a " + hashed("secret") + " admin=yes":                          "options are",
		"a " + hashed("secret") + "\nb " + hashed("secret"):             "line 2: the token is that of a line before",
		"a " + hashed("secret") + "\na " + hashed("other") + " items=1": "line 2: a has other limits",
	} {
		_, err := parseTokens([][]byte{[]byte(line)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", line, err, want)
		} else if strings.Contains(err.Error(), digits[:20]) {
			t.Errorf("%q: the error quotes the digest: %v", line, err)
		}
	}
}

func TestCertificateName(t *testing.T) {
	t.Parallel()
	common := pkix.Name{CommonName: "common"}
	for want, c := range map[string]*x509.Certificate{
		"spiffe://a/b": {URIs: []*url.URL{{Scheme: "spiffe", Host: "a", Path: "/b"}}, DNSNames: []string{"dns"}, Subject: common},
		"dns":          {DNSNames: []string{"dns", "other"}, Subject: common},
		"common":       {Subject: common},
	} {
		p, err := (&Authenticator{}).Authenticate(nil, c)
		if err != nil || p.Name != want {
			t.Errorf("%v, %v, want %s", p, err, want)
		}
	}
	if _, err := (&Authenticator{}).Authenticate(nil, nil); Reason(err) != "TOKEN_MISSING" {
		t.Error(err)
	}
}

// clock is a quota's, which the test moves.
type clock struct{ t time.Time }

func (c *clock) quota(l Limits) *Quota {
	q := NewQuota(l)
	q.now = func() time.Time { return c.t }
	return q
}

func TestQuota(t *testing.T) {
	t.Parallel()
	c := &clock{time.Unix(1000, 0)}
	q := c.quota(Limits{Requests: 2, Items: 10})
	a, b := &Principal{Name: "a"}, &Principal{Name: "b", Limits: Limits{Requests: 1}}
	count := func(p *Principal) (n int) {
		for q.Begin(p) == nil {
			n++
		}
		return n
	}
	if n := count(a); n != 10 {
		t.Errorf("%d calls at once, want 5 seconds' worth, 10", n)
	}
	if n := count(b); n != 5 {
		t.Errorf("%d calls at once of the principal with limits of its own, want 5", n)
	}
	c.t = c.t.Add(time.Second)
	if n := count(a); n != 2 {
		t.Errorf("%d calls after a second, want 2", n)
	}
	// A batch larger than the bucket is let in once, and paid for afterwards: 120 items of which 50 were there.
	if err := q.Add(a, 120, 0); err != nil {
		t.Fatal(err)
	}
	c.t = c.t.Add(time.Second)
	err := q.Begin(a)
	if Reason(err) != "QUOTA_EXCEEDED" {
		t.Fatalf("a debt of items: %v", err)
	}
	if e := status.Convert(err); len(e.Details()) != 2 {
		t.Errorf("no RetryInfo in %v", e)
	}
	c.t = c.t.Add(retryAfter(t, err))
	if err := q.Begin(a); err != nil {
		t.Errorf("after the time that was named: %v", err)
	}
}

// retryAfter returns how long a refusal asks to wait.
func retryAfter(t *testing.T, err error) time.Duration {
	t.Helper()
	var refused *Error
	if !errors.As(err, &refused) {
		t.Fatalf("%v is no refusal", err)
	}
	return refused.Retry
}

// TestQuotaRetry holds that a refusal names a time after which the same is let in, and not much before.
func TestQuotaRetry(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 3, 20, 1000} {
		c := &clock{time.Unix(1000, 0)}
		q, p := c.quota(Limits{Items: 7}), &Principal{Name: "p"}
		_ = q.Add(p, 30, 0)
		err := q.Add(p, n, 0)
		if err == nil {
			if n > 5 {
				t.Errorf("%d items are let in", n)
			}
			continue
		}
		retry := retryAfter(t, err)
		c.t = c.t.Add(retry - 20*time.Millisecond)
		if q.Add(p, n, 0) == nil {
			t.Errorf("%d items: 20 ms before %s they are let in", n, retry)
		}
		c.t = c.t.Add(20 * time.Millisecond)
		if err := q.Add(p, n, 0); err != nil {
			t.Errorf("%d items: after %s: %v", n, retry, err)
		}
	}
}

// TestQuotaForgets holds that what is kept for principals is bounded, and that one in debt is not forgotten for those at rest.
func TestQuotaForgets(t *testing.T) {
	t.Parallel()
	c := &clock{time.Unix(1000, 0)}
	q := c.quota(Limits{Items: 1})
	debtor := &Principal{Name: "debtor"}
	_ = q.Add(debtor, 1000, 0)
	for i := range 3 * maxKept {
		_ = q.Begin(&Principal{Name: strconv.Itoa(i)})
	}
	if len(q.buckets) > maxKept {
		t.Errorf("%d principals are kept", len(q.buckets))
	}
	if q.Begin(debtor) == nil {
		t.Error("the debt is forgotten")
	}
}

func TestCacheIsBounded(t *testing.T) {
	t.Parallel()
	c, now := newCache(), time.Unix(1000, 0)
	p := &Principal{Name: "a"}
	for i := range 2*cacheSize + 1 {
		c.put(sha256.Sum256(fmt.Append(nil, i)), p, now)
	}
	if len(c.entries) > cacheSize {
		t.Errorf("%d entries", len(c.entries))
	}
	last := sha256.Sum256(fmt.Append(nil, 2*cacheSize))
	if c.get(last, now.Add(cacheTime)) != p || c.get(last, now.Add(cacheTime+time.Second)) != nil {
		t.Error("an entry does not live as long as it should")
	}
}

func TestJWTOptions(t *testing.T) {
	t.Parallel()
	for _, o := range []JWTOptions{
		{KeysURL: "http://example.org/keys", Issuer: "i", Audience: "a"}, {KeysURL: "https:///keys", Issuer: "i", Audience: "a"},
		{KeysURL: "file:///etc/passwd", Issuer: "i", Audience: "a"}, {KeysURL: "https://example.org/keys", Issuer: "i"},
		{KeysURL: "https://example.org/keys", Audience: "a"}, {KeysURL: "http://127.0.0.1.example.org/", Issuer: "i", Audience: "a"},
	} {
		if _, err := newJWTs(t.Context(), o, slog.Default()); err == nil {
			t.Errorf("%+v is taken", o)
		}
	}
	_, err := newJWTs(t.Context(), JWTOptions{KeysURL: "http://127.0.0.1:1/?secret=1", Issuer: "i", Audience: "a"}, slog.Default())
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("keys that cannot be fetched: %v", err)
	}
}

func authenticator(tb testing.TB, lines string) *Authenticator {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "tokens")
	if err := os.WriteFile(path, []byte(lines), 0o600); err != nil {
		tb.Fatal(err)
	}
	a, err := New(tb.Context(), Options{TokenFile: path})
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// FuzzAuthenticate sends any header: it lets in nobody but who has the token, and never panics.
func FuzzAuthenticate(f *testing.F) {
	a := authenticator(f, "a "+hashed("good-token"))
	for _, s := range []string{"", "Bearer", "Bearer ", "Bearer good-token", "bearer  good-token", "Basic x", "Bearer a.b.c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, header string) {
		p, err := a.Authenticate([]string{header}, nil)
		scheme, token, _ := strings.Cut(header, " ")
		if want := strings.EqualFold(scheme, "bearer") && token == "good-token"; (err == nil) != want || (p != nil) != want {
			t.Errorf("%q: %v, %v", header, p, err)
		}
	})
}

// BenchmarkAdmit is what letting a call in costs.
func BenchmarkAdmit(b *testing.B) {
	a := authenticator(b, "a "+hashed("good-token")+" requests=1e9 items=1e9 bytes=1e11")
	q := NewQuota(Limits{})
	header := []string{"Bearer good-token"}
	for b.Loop() {
		p, err := a.Authenticate(header, nil)
		if err != nil {
			b.Fatal(err)
		}
		if err := q.Begin(p); err != nil {
			b.Fatal(err)
		}
		if err := q.Add(p, 1, 2000); err != nil {
			b.Fatal(err)
		}
	}
}
