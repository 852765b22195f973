package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/peer"
)

// authority signs certificates.
type authority struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
	pem  string
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "authority"}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	template.Raw = der
	return &authority{template, key, string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))}
}

// issue returns the certificate and the key in PEM.
func (a *authority) issue(t *testing.T, serial int64, change func(*x509.Certificate)) (cert, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "test"}, DNSNames: []string{"copydesk.test"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	if change != nil {
		change(template)
	}
	der, err := x509.CreateCertificate(rand.Reader, template, a.cert, private.Public(), a.key)
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})),
		string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: pkcs8}))
}

func (a *authority) pool() *x509.CertPool {
	p := x509.NewCertPool()
	p.AppendCertsFromPEM([]byte(a.pem))
	return p
}

// asClient is what a caller with a certificate of the authority connects with.
func (a *authority) asClient(t *testing.T, trusts *authority, change func(*x509.Certificate)) *tls.Config {
	t.Helper()
	cert, key := a.issue(t, 7, change)
	pair, err := tls.X509KeyPair([]byte(cert), []byte(key))
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Config{RootCAs: trusts.pool(), ServerName: "copydesk.test", Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}
}

// tlsFiles writes a server's certificate, its key and the authority of callers, and returns the flags.
func tlsFiles(t *testing.T, dir string, ca *authority, serial int64) []string {
	t.Helper()
	cert, key := ca.issue(t, serial, nil)
	var flags []string
	for name, content := range map[string]string{"tls-cert": cert, "tls-key": key, "tls-client-ca": ca.pem} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		flags = append(flags, "--"+name, path)
	}
	return flags
}

// TestTLS connects as one should and as one should not.
func TestTLS(t *testing.T) {
	t.Parallel()
	ours, other := newAuthority(t), newAuthority(t)
	r := startServer(t, tlsFiles(t, t.TempDir(), ours, 2)...)
	old := ours.asClient(t, ours, nil)
	old.MinVersion, old.MaxVersion = tls.VersionTLS11, tls.VersionTLS11
	expired := func(c *x509.Certificate) { c.NotAfter = time.Now().Add(-time.Minute) }
	wrongUse := func(c *x509.Certificate) { c.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth} }
	tests := []struct {
		name string
		c    *tls.Config
		want codes.Code
	}{
		{"good", ours.asClient(t, ours, nil), codes.OK},
		{"cleartext", nil, codes.Unavailable},
		{"the client trusts another authority", ours.asClient(t, other, nil), codes.Unavailable},
		{"no certificate", &tls.Config{RootCAs: ours.pool(), ServerName: "copydesk.test", MinVersion: tls.VersionTLS12}, codes.Unavailable},
		{"a certificate of another authority", other.asClient(t, ours, nil), codes.Unavailable},
		{"a certificate that has expired", ours.asClient(t, ours, expired), codes.Unavailable},
		{"a certificate that is not for clients", ours.asClient(t, ours, wrongUse), codes.Unavailable},
		{"TLS 1.1", old, codes.Unavailable},
	}
	for _, tt := range tests {
		wantCode(t, tt.name, clean(t, r.client(t, tt.c)), tt.want)
	}
	named := func(c *x509.Certificate) {
		c.URIs = []*url.URL{{Scheme: "spiffe", Host: "news.example", Path: "/crawler"}}
	}
	if err := clean(t, r.client(t, ours.asClient(t, ours, named))); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.log.String(), "principal=spiffe://news.example/crawler") {
		t.Error("the log does not say who called")
	}
}

// TestCertificateReload replaces the certificate under a running server, first by one that cannot be used.
func TestCertificateReload(t *testing.T) {
	t.Parallel()
	ca, dir := newAuthority(t), t.TempDir()
	r := startServer(t, append(tlsFiles(t, dir, ca, 2), "--reload-interval", "20ms")...)
	serial := func() int64 {
		var p peer.Peer
		if err := clean(t, r.client(t, ca.asClient(t, ca, nil)), grpc.Peer(&p)); err != nil {
			t.Fatal(err)
		}
		return p.AuthInfo.(credentials.TLSInfo).State.PeerCertificates[0].SerialNumber.Int64()
	}
	if n := serial(); n != 2 {
		t.Fatalf("serial %d", n)
	}
	if err := os.WriteFile(filepath.Join(dir, "tls-cert"), []byte("-----BEGIN"), 0o600); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "a complaint about the certificate", func() bool { return strings.Contains(r.log.String(), "cannot reload") })
	if n := serial(); n != 2 {
		t.Errorf("serial %d while the file is bad", n)
	}
	tlsFiles(t, dir, ca, 3)
	waitFor(t, "the new certificate", func() bool { return serial() == 3 })
	if strings.Contains(r.log.String(), "PRIVATE KEY") {
		t.Error("the log has a key")
	}
}
