package extract

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/racetest"
	"github.com/copydesk/copydesk/internal/text"
)

// costly are texts made to be costly, each of about n bytes.
var costly = map[string]func(n int) *text.Document{
	"prose":              repeated("“We went home then,” said Daniel Okafor of Saltmarsh on Monday, whom Ruth Adeyemi met in May 2019.\n\n"),
	"one line":           repeated("“We went home then,” said Daniel Okafor of Saltmarsh on Monday, whom Ruth Adeyemi met in May 2019. "),
	"one-letter lines":   repeated("x\n"),
	"he said":            repeated("He said. "),
	"he said it":         repeated("“It is late now,” he said. "),
	"initials":           repeated("A. B. C. "),
	"capitals":           repeated("Ann Bo "),
	"one person":         repeated("Ann Bo, "),
	"unclosed":           repeated("“It is late now "),
	"inches":             repeated(`a 5" pipe `),
	"one word":           repeated("x"),
	"at signs":           repeated("a@b.example "),
	"telephone numbers":  repeated("+1 202 555 0143 "),
	"addresses":          repeated("https://courier.example/a "),
	"www":                repeated("www.www.(www.courier.example/(WWW.courier.example;"),
	"www without blanks": repeated("www."),
	"apostrophes":        repeated("d'a’"),
	"ranges of dates":    repeated("Tuesday, May 5 to June 7, 2025 and May 5 - "),
	"dates":              repeated("18 October 2021, Monday 3.4.2019 "),
	"copyright":          repeated("© 2021 Courier\n"),
	"different persons":  numbered("Ann Bo%d met Cy Bo%[1]d. "),
	"one surname":        numbered("Ann%d Bo. Bo said so. "),
	"different surnames": numbered("“Is it late now?” Mr. Bo%d said. "),
	"dropped lines": func(n int) *text.Document {
		d := document(strings.Repeat("Write to Ann Bo at a@b.example\n", n/30))
		for l := range text.Lines(d.Clean) {
			d.Dropped = append(d.Dropped, text.Dropped{Source: l, Text: l.Of(d.Clean), Change: &text.Change{Rule: "lines.contact"}})
		}
		d.Clean, d.Blocks, d.Provenance = "", nil, text.Provenance{}
		d.Provenance.Change(len(d.Source), 0, &text.Change{Rule: "lines.contact"})
		return d
	},
	"anchors": func(n int) *text.Document {
		d := document(strings.Repeat("more ", n/5))
		for i := 0; i+5 < len(d.Clean); i += 5 {
			d.Anchors = append(d.Anchors, text.Anchor{URL: "/a", Span: text.Span{Start: i, End: i + 4}})
		}
		return d
	},
	"facts": func(n int) *text.Document {
		d := document("One.")
		for i := range n / 10 {
			d.Facts = append(d.Facts, text.Fact{Name: text.FactAuthor, Value: fmt.Sprint("Ann Bo", i), Origin: "meta"})
		}
		return d
	},
}

func repeated(s string) func(int) *text.Document {
	return func(n int) *text.Document { return document(strings.Repeat(s, n/len(s)+1)) }
}

func numbered(format string) func(int) *text.Document {
	return func(n int) *text.Document {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return document(b.String())
	}
}

// countdown is a context that ends at the left-th time that it is asked.
type countdown struct {
	context.Context //nolint:containedctx // it is one

	left, looks int
}

func (c *countdown) Err() error {
	c.looks++
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// TestDeadline counts how often each step looks at its context: at least once for every two steps of text.Pace, so that no
// stretch of work goes on for long after the end. Wherever the end comes, Run returns at the first look after it.
func TestDeadline(t *testing.T) {
	t.Parallel()
	const size, step = 128 << 10, 64 << 10
	for name, generate := range costly {
		d := generate(size)
		for f := MetadataFeature; f <= Links; f <<= 1 {
			if f == MetadataFeature && !strings.Contains(d.Clean, "\n") {
				continue // one line is only searched for its end
			}
			fresh := *d
			all := &countdown{Context: t.Context(), left: 1 << 30}
			if _, err := Run(all, &fresh, Options{Features: f}); err != nil {
				t.Fatal(err)
			}
			if want := len(d.Clean) / step / 2; all.looks < want {
				t.Errorf("%s, feature %b: %d looks at the context, want %d", name, f, all.looks, want)
			}
			fresh = *d
			left := all.looks * 2 / 3
			c := &countdown{Context: t.Context(), left: left}
			if _, err := Run(c, &fresh, Options{Features: f}); !errors.Is(err, context.Canceled) {
				t.Fatalf("%s, feature %b: error %v after look %d", name, f, err, left)
			}
			if c.looks > left+1 {
				t.Errorf("%s, feature %b: %d looks after the context ended", name, f, c.looks-left)
			}
		}
	}
}

// TestMemory holds what Run allocates, all of it, to a multiple of the document. The peak of the heap can only be lower.
// To base come the lists at their caps.
// Telephone numbers are left out: the library that checks them makes garbage of 400 bytes a byte, and holds none of it.
func TestMemory(t *testing.T) {
	racetest.Skip(t)
	const size, most, base = 512 << 10, 30, 8 << 20
	run(t, document("“It works,” said Lena Brandt of Oslo on Monday.")) // reads the models, which is done once and not for a document
	for name, generate := range costly {
		if name == "telephone numbers" {
			continue
		}
		d := generate(size)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		f, err := Run(t.Context(), d, Options{Features: All})
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatal(err)
		}
		got := int(after.TotalAlloc - before.TotalAlloc)
		if got > most*len(d.Source)+base {
			t.Errorf("%s: %d bytes of memory for %d of text", name, got, len(d.Source))
		}
		checkCaps(t, name, f)
	}
}

// checkCaps fails if a list is longer than its cap, or if something was left out while there was room.
func checkCaps(t *testing.T, name string, f *Facts) {
	t.Helper()
	mentions := 0
	for _, e := range f.Entities {
		mentions += len(e.Mentions)
	}
	for list, c := range map[string]struct{ n, most, omitted int }{
		"sentences":  {len(f.Sentences), MaxSentences, f.Omitted.Sentences},
		"entities":   {len(f.Entities), MaxEntities, f.Omitted.Entities},
		"mentions":   {mentions, MaxMentions, f.Omitted.Mentions},
		"quotations": {len(f.Quotations), MaxQuotations, f.Omitted.Quotations},
		"dates":      {len(f.Dates), MaxDates, f.Omitted.Dates},
		"contacts":   {len(f.Contacts), MaxContacts, f.Omitted.Contacts},
		"links":      {len(f.Links), MaxLinks, f.Omitted.Links},
		"authors":    {len(f.Metadata.Authors), MaxAuthors, f.Omitted.Authors},
		"tags":       {len(f.Metadata.Tags), MaxTags, f.Omitted.Tags},
		"rights":     {len(f.Metadata.Rights), MaxRights, f.Omitted.Rights},
		"evidence":   {len(f.Metadata.Evidence), MaxEvidence, f.Omitted.Evidence},
	} {
		if c.n > c.most || c.omitted > 0 && c.n < c.most {
			t.Errorf("%s: %d %s, %d left out, at most %d", name, c.n, list, c.omitted, c.most)
		}
	}
}

// TestOmitted counts what is left out exactly.
func TestOmitted(t *testing.T) {
	t.Parallel()
	const n = MaxContacts + 7
	f := run(t, document(strings.Repeat("a@b.example ", n)))
	if len(f.Contacts) != MaxContacts || f.Omitted.Contacts != 7 {
		t.Errorf("%d contacts, %d left out", len(f.Contacts), f.Omitted.Contacts)
	}
}
