package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// tokenLine is the line of a token file.
func tokenLine(name, token, options string) string {
	sum := sha256.Sum256([]byte(token))
	return fmt.Sprintf("%s sha256:%s %s\n", name, hex.EncodeToString(sum[:]), options)
}

func TestStaticTokens(t *testing.T) {
	t.Parallel()
	file := tempFile(t, "tokens", "# who calls\n"+tokenLine("crawler", "good-token", "")+
		tokenLine("crawler", "next-token", "")+tokenLine("old", "old-token", "expires=2020-01-01T00:00:00Z"))
	r := startServer(t, "--token-file", file, "--reload-interval", "20ms")
	for _, tt := range []struct{ token, want string }{
		{"good-token", "OK"},
		{"next-token", "OK"},
		{"old-token", "Unauthenticated TOKEN_EXPIRED"},
		{"forged", "Unauthenticated TOKEN_INVALID"},
		{"", "Unauthenticated TOKEN_INVALID"},
		{strings.Repeat("a", 9000), "Unauthenticated TOKEN_INVALID"},
	} {
		if got := reasonOf(clean(t, r.client(t, nil, withToken(tt.token)))); got != tt.want {
			t.Errorf("%.20s: %s, want %s", tt.token, got, tt.want)
		}
	}
	if got := reasonOf(clean(t, r.client(t, nil))); got != "Unauthenticated TOKEN_MISSING" {
		t.Errorf("no token: %s", got)
	}
	for _, path := range []string{"/v1/documents:clean", "/copydesk.v1.TextService/Clean"} {
		for header, want := range map[string]int{"": 401, "Bearer forged": 401, "Basic Z29vZA==": 401, "Bearer good-token": 200, "bearer good-token": 200} {
			given := map[string]string{}
			if header != "" {
				given["Authorization"] = header
			}
			code, h, body := r.post(t, path, `{"document":{"text":"Tea."}}`, given)
			if code != want || want == 401 && (!strings.Contains(body, "TOKEN_") && !strings.Contains(body, "unauthenticated") || h.Get("WWW-Authenticate") == "") {
				t.Errorf("%s with %q: status %d: %s", path, header, code, body)
			}
		}
	}
	if _, err := r.health(t); err != nil {
		t.Errorf("a health check needs no token: %v", err)
	}
	if m := r.metrics(t); !strings.Contains(m, `copydesk_refused_calls_total{reason="TOKEN_INVALID"}`) {
		t.Error("refusals are not counted")
	}
}

// TestRevoked takes a token out of the file: calls with it are refused, and so is the next message of a stream.
func TestRevoked(t *testing.T) {
	t.Parallel()
	file := tempFile(t, "tokens", tokenLine("a", "first", "")+tokenLine("b", "second", ""))
	r := startServer(t, "--token-file", file, "--reload-interval", "20ms")
	c := r.client(t, nil, withToken("first"))
	stream, err := c.ProcessStream(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	send := func(m *copydeskv1.ProcessStreamRequest) {
		if err := stream.Send(m); err != nil {
			t.Log("Send:", err) // what ended the stream, Recv says
		}
	}
	send(copydeskv1.ProcessStreamRequest_builder{Start: &copydeskv1.StreamStart{}}.Build())
	send(chunk(1))
	if m, err := stream.Recv(); err != nil || len(m.GetResults().GetResults()) != 1 {
		t.Fatal(m, err)
	}
	if err := os.WriteFile(file, []byte(tokenLine("b", "second", "")), 0o600); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the token to be revoked", func() bool { return reasonOf(clean(t, c)) == "Unauthenticated TOKEN_INVALID" })
	send(chunk(2))
	if _, err := stream.Recv(); reasonOf(err) != "Unauthenticated TOKEN_EXPIRED" {
		t.Errorf("the stream goes on: %v", err)
	}
	if err := clean(t, r.client(t, nil, withToken("second"))); err != nil {
		t.Error(err)
	}
}

func chunk(sequence int32) *copydeskv1.ProcessStreamRequest {
	return copydeskv1.ProcessStreamRequest_builder{Chunk: copydeskv1.StreamChunk_builder{Items: []*copydeskv1.StreamItem{
		copydeskv1.StreamItem_builder{Sequence: sequence, Document: copydeskv1.Document_builder{Text: new("Tea.")}.Build()}.Build(),
	}}.Build()}.Build()
}

// issuer signs JSON Web Tokens and publishes its keys.
type issuer struct {
	rsa    *rsa.PrivateKey
	ed     ed25519.PrivateKey
	server *httptest.Server
}

func newIssuer(t *testing.T) *issuer {
	t.Helper()
	private, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	_, ed, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	i := &issuer{rsa: private, ed: ed}
	b64 := base64.RawURLEncoding.EncodeToString
	i.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(map[string]any{"keys": []map[string]string{
			{"kty": "RSA", "kid": "rsa", "alg": "RS256", "use": "sig", "n": b64(private.N.Bytes()), "e": b64(big.NewInt(int64(private.E)).Bytes())},
			{"kty": "OKP", "kid": "ed", "alg": "EdDSA", "crv": "Ed25519", "x": b64(ed.Public().(ed25519.PublicKey))},
		}})
	}))
	t.Cleanup(i.server.Close)
	return i
}

// TestJSONWebTokens tries a good token and every way in which one can be bad.
func TestJSONWebTokens(t *testing.T) {
	t.Parallel()
	i := newIssuer(t)
	r := startServer(t, "--jwt-keys-url", i.server.URL+"/?key=SECRET-QUERY", "--jwt-issuer", "https://issuer.test", "--jwt-audience", "copydesk",
		"--token-file", tempFile(t, "tokens", tokenLine("static", "a-static-token", "")))
	_, otherEd, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	good := func(change func(jwt.MapClaims)) jwt.MapClaims {
		c := jwt.MapClaims{"iss": "https://issuer.test", "aud": []string{"copydesk", "other"}, "sub": "newsroom", "exp": time.Now().Add(time.Hour).Unix()}
		if change != nil {
			change(c)
		}
		return c
	}
	sign := func(method jwt.SigningMethod, kid string, key any, claims jwt.MapClaims) string {
		token := jwt.NewWithClaims(method, claims)
		token.Header["kid"] = kid
		s, err := token.SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	ed := func(change func(jwt.MapClaims)) string { return sign(jwt.SigningMethodEdDSA, "ed", i.ed, good(change)) }
	public, err := x509.MarshalPKIXPublicKey(i.rsa.Public())
	if err != nil {
		t.Fatal(err)
	}
	publicPEM := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public})
	tests := []struct{ name, token, want string }{
		{"good", ed(nil), "OK"},
		{"good, RSA", sign(jwt.SigningMethodRS256, "rsa", i.rsa, good(nil)), "OK"},
		{"good, static", "a-static-token", "OK"},
		{"expired", ed(func(c jwt.MapClaims) { c["exp"] = time.Now().Add(-time.Hour).Unix() }), "Unauthenticated TOKEN_EXPIRED"},
		{"wrong audience", ed(func(c jwt.MapClaims) { c["aud"] = "another" }), "Unauthenticated TOKEN_AUDIENCE"},
		{"no audience", ed(func(c jwt.MapClaims) { delete(c, "aud") }), "Unauthenticated TOKEN_INVALID"},
		{"wrong issuer", ed(func(c jwt.MapClaims) { c["iss"] = "https://evil.test" }), "Unauthenticated TOKEN_INVALID"},
		{"no expiry", ed(func(c jwt.MapClaims) { delete(c, "exp") }), "Unauthenticated TOKEN_INVALID"},
		{"no subject", ed(func(c jwt.MapClaims) { delete(c, "sub") }), "Unauthenticated TOKEN_INVALID"},
		{"not yet valid", ed(func(c jwt.MapClaims) { c["nbf"] = time.Now().Add(time.Hour).Unix() }), "Unauthenticated TOKEN_INVALID"},
		{"forged", sign(jwt.SigningMethodEdDSA, "ed", otherEd, good(nil)), "Unauthenticated TOKEN_INVALID"},
		{"forged and expired", sign(jwt.SigningMethodEdDSA, "ed", otherEd, good(func(c jwt.MapClaims) { c["exp"] = 1 })), "Unauthenticated TOKEN_INVALID"},
		{"unknown key", sign(jwt.SigningMethodEdDSA, "none", otherEd, good(nil)), "Unauthenticated TOKEN_INVALID"},
		{"no signature", sign(jwt.SigningMethodNone, "ed", jwt.UnsafeAllowNoneSignatureType, good(nil)), "Unauthenticated TOKEN_INVALID"},
		{"the public key as a secret", sign(jwt.SigningMethodHS256, "rsa", publicPEM, good(nil)), "Unauthenticated TOKEN_INVALID"},
		{"changed", ed(nil)[:20] + "x" + ed(nil)[21:], "Unauthenticated TOKEN_INVALID"},
		{"no token at all", "one.two.three", "Unauthenticated TOKEN_INVALID"},
	}
	for _, tt := range tests {
		c := r.client(t, nil, withToken(tt.token))
		for range 2 { // the second time from memory
			if got := reasonOf(clean(t, c)); got != tt.want {
				t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
			}
		}
		if strings.Contains(r.log.String(), tt.token) {
			t.Errorf("%s: the log has the token", tt.name)
		}
	}
	if !strings.Contains(r.log.String(), "principal=newsroom") {
		t.Error("the log does not say who called")
	}
}
