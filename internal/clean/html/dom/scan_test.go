package dom

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// scan returns the tags and texts of a page as this package finds them, each with its offset.
func scan(page string) []string {
	b := builder{t: &Tree{Page: page}, pace: text.NewPace(context.Background())}
	var out []string
	for i := 0; i < len(page); {
		from := i
		if i = markupAt(page, from); i > from {
			out = append(out, fmt.Sprintf("%d text", from))
			continue
		}
		c, nameAt := page[i+1], i+1
		if c == '/' {
			nameAt++
		}
		if !isLetter(page[nameAt]) {
			i = declarationEnd(page, i)
			continue
		}
		k, ok := b.readTag(i, nameAt)
		if !ok {
			break
		}
		name := strings.ReplaceAll(strings.ToLower(k.name.Of(page)), "\x00", "\uFFFD")
		i = k.span.End
		if c == '/' {
			out = append(out, fmt.Sprintf("%d end %s", from, name))
			continue
		}
		out = append(out, fmt.Sprintf("%d start %s %v", from, name, k.selfClosing))
		if tag := tagOf(name); rawTags[tag] {
			if end := b.rawEnd(tag, i); end > i {
				out = append(out, fmt.Sprintf("%d text", i))
				i = end
			}
		}
	}
	return out
}

// reference returns the same as golang.org/x/net/html finds it.
func reference(page string) []string {
	z := html.NewTokenizer(strings.NewReader(page))
	var out []string
	for at := 0; ; {
		kind := z.Next()
		from := at
		at += len(z.Raw())
		name, _ := z.TagName()
		switch kind {
		case html.ErrorToken:
			return out
		case html.TextToken:
			out = append(out, fmt.Sprintf("%d text", from))
		case html.StartTagToken, html.SelfClosingTagToken:
			if atom.Lookup(name) == atom.Noscript {
				z.NextIsNotRawText()
			}
			out = append(out, fmt.Sprintf("%d start %s %v", from, strings.ToLower(string(name)), kind == html.SelfClosingTagToken))
		case html.EndTagToken:
			out = append(out, fmt.Sprintf("%d end %s", from, strings.ToLower(string(name))))
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// merged returns tokens with texts that follow one another as one: where the page ends in "</", the reference has two.
func merged(tokens []string) []string {
	var out []string
	for _, k := range tokens {
		if n := len(out); n > 0 && strings.HasSuffix(k, "text") && strings.HasSuffix(out[n-1], "text") {
			continue
		}
		out = append(out, k)
	}
	return out
}

// pieces are what the tokens of random pages are made of.
var pieces = []string{
	"<p>", "<P class='a>b' id=\"c\">", "</p>", "<br/>", "<br / >", "<a href=/>", "<a b=c/>", "<script>", "</script>", "</SCRIPT x>", "</scriptx>",
	"<style>", "</style>", "<title>", "</title >", "<textarea/>", "</textarea>", "<xmp>", "</xmp>", "<noscript>", "</noscript>", "<iframe>", "</iframe>",
	"<!--", "-->", "--!>", "-", "!", "<!-->", "<!--->", "<!doctype html>", "<![CDATA[", "]]>", "<?php", "?>", "</>", "</ x>", "<", ">", "/", "=", "'", "\"", " ", "\n",
	"x", "é", "&amp;", "<1", "</", "<!", "<x-y z", "\x00",
}

func randomPage(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(24) {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// compare fails unless both find the same tokens. The reference leaves the escaped state of scripts at any '<', which
// browsers do not: see TestScripts for these.
func compare(t *testing.T, page string) {
	t.Helper()
	if strings.Contains(page, "<!--") && strings.Contains(strings.ToLower(page), "<script") {
		return
	}
	if diff := cmp.Diff(merged(reference(page)), merged(scan(page))); diff != "" {
		t.Fatalf("%q (-reference +got):\n%s", page, diff)
	}
}

func TestScanAsReference(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		compare(t, randomPage(r))
	}
}

func FuzzScan(f *testing.F) {
	for _, p := range pieces {
		f.Add("<p>" + p + "</p>x")
	}
	f.Fuzz(func(t *testing.T, page string) { compare(t, strings.ToValidUTF8(page, "\uFFFD")) })
}
