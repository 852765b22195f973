package main

import (
	"cmp"
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/extract/speech"
	"github.com/copydesk/copydesk/internal/text"
)

// goldQuote is a quotation with its speaker. Offsets are bytes.
type goldQuote struct {
	span    text.Span // between the marks
	speaker text.Span // empty where it is not given
	cluster string    // litbank: who speaks
}

// goldMention is a place where somebody is mentioned, in litbank.
type goldMention struct {
	span    text.Span
	cluster string
	kind    string // PROP, NOM, PRON
	class   string // PER, FAC and so on
}

// document is an annotated text.
type document struct {
	id, set  string
	text     string
	quotes   []goldQuote
	ignored  []text.Span // may or may not be quotations
	mentions []goldMention
	weight   float32
	fold     int
	fulls    []string         // news: the full name of the speaker of each quotation; empty of one who has none
	full     map[int32]string // the same by reference that is no name; nobody of one who has none; prepare fills it
	scene    *speech.Scene
	facts    *extract.Facts
}

// newsRecord is an article of news-dev; offsets are code points.
type newsRecord struct {
	ID, Text string
	Quotes   []struct {
		Start, End   int
		SpeakerStart *int    `json:"speaker_start"`
		SpeakerEnd   *int    `json:"speaker_end"`
		Full         *string `json:"speaker_full"`
	}
	Doubtful [][2]int
}

// readNewsDev returns every second article of news-dev: the measurement reports on the others.
func readNewsDev(in string) ([]*document, error) {
	var all []*document
	n := 0
	err := readLines(in+"/quotes/news-dev.jsonl", func(r newsRecord) {
		if n++; n%2 == 0 {
			return
		}
		d := &document{id: r.ID, set: "news", text: r.Text, weight: newsWeight, fold: n / 2}
		at := byteOffsets(r.Text)
		for _, q := range r.Quotes {
			g := goldQuote{span: text.Span{Start: at[q.Start], End: at[q.End]}}
			if q.SpeakerStart != nil && q.SpeakerEnd != nil {
				g.speaker = text.Span{Start: at[*q.SpeakerStart], End: at[*q.SpeakerEnd]}
			}
			full := ""
			if q.Full != nil {
				full = *q.Full
			}
			d.quotes, d.fulls = append(d.quotes, g), append(d.fulls, full)
		}
		for _, s := range r.Doubtful {
			d.ignored = append(d.ignored, text.Span{Start: at[s[0]], End: at[s[1]]})
		}
		all = append(all, d)
	})
	return all, err
}

// readAnnotations returns the articles of news-train that file annotates, but for those that only the measurement reads; its offsets
// are bytes.
func readAnnotations(in, file string) ([]*document, error) {
	var all []*document
	byID := map[string]*document{}
	err := readLines(file, func(r struct {
		ID     string
		Unseen bool
		Quotes []struct {
			Start, End int
			Speaker    [2]int
			Full       string
		}
		Doubtful [][2]int
	},
	) {
		if r.Unseen {
			return
		}
		d := &document{id: r.ID, set: "own", weight: newsWeight, fold: len(all)}
		for _, q := range r.Quotes {
			d.quotes = append(d.quotes, goldQuote{span: text.Span{Start: q.Start, End: q.End}, speaker: text.Span{Start: q.Speaker[0], End: q.Speaker[1]}})
			d.fulls = append(d.fulls, q.Full)
		}
		for _, s := range r.Doubtful {
			d.ignored = append(d.ignored, text.Span{Start: s[0], End: s[1]})
		}
		all, byID[r.ID] = append(all, d), d
	})
	if err != nil {
		return nil, err
	}
	return all, readLines(in+"/news/news-train.jsonl.xz", func(a struct{ ID, Text string }) {
		if d := byID[a.ID]; d != nil {
			d.text = a.Text
		}
	})
}

// byteOffsets returns the byte offset of every code point of s, and its length.
func byteOffsets(s string) []int {
	at := make([]int, 0, len(s)+1)
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

// litRecord is an extract of litbank.
type litRecord struct {
	ID, Text string
	Quotes   []struct {
		Start, End int
		Speaker    string
	}
	Mentions [][5]any
}

// readLitbank returns the extracts of litbank, with the spaces that a printed book has.
func readLitbank(in string) ([]*document, error) {
	var all []*document
	err := readLines(in+"/quotes/litbank.jsonl", func(r litRecord) {
		d := &document{id: r.ID, set: "litbank", weight: litbankWeight, fold: len(all)}
		points := byteOffsets(r.Text)
		speakers := map[int]string{}
		for _, q := range r.Quotes {
			speakers[points[q.Start]] = q.Speaker
		}
		var moved []int
		d.text, moved = printed(r.Text, speakers)
		for _, q := range r.Quotes {
			s := text.Span{Start: moved[points[q.Start]], End: moved[points[q.End]]}
			d.quotes = append(d.quotes, goldQuote{span: withoutMarks(d.text, s), cluster: q.Speaker})
		}
		for _, m := range r.Mentions {
			if m[4] == nil {
				continue // mentioned once
			}
			start, end := int(m[0].(float64)), int(m[1].(float64)) //nolint:forcetypeassert // as the README says
			d.mentions = append(d.mentions, goldMention{
				span:  text.Span{Start: moved[points[start]], End: moved[points[end]]},
				class: m[2].(string), kind: m[3].(string), cluster: m[4].(string), //nolint:forcetypeassert // as the README says
			})
		}
		all = append(all, d)
	})
	return all, err
}

// withoutMarks returns s without quotation marks and white space at its ends.
func withoutMarks(all string, s text.Span) text.Span {
	inner := s.Of(all)
	trimmed := strings.TrimLeft(inner, "“”\"‘’' ")
	s.Start += len(inner) - len(trimmed)
	s.End = s.Start + len(strings.TrimRight(trimmed, "“”\"‘’' "))
	return s
}

// printed joins the tokens of s, which stand between spaces, as a printer would, and says where each byte of s has gone. A
// paragraph begins where somebody else begins to speak.
func printed(s string, speakers map[int]string) (string, []int) {
	var b strings.Builder
	moved := make([]int, len(s)+1)
	open, last := false, ""
	glued := true
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && s[end] != ' ' && s[end] != '\n' {
			end++
		}
		token := s[i:end]
		closing := strings.Trim(token, ".,!?;:)]”’") == "" && token != "" || strings.HasPrefix(token, "’") || strings.HasPrefix(token, "'") && len(token) > 1 || token == "n't" || token == "n’t"
		if token == "\"" {
			closing = open
			open = !open
		}
		speaker, begins := speakers[i]
		switch {
		case begins && speaker != last && b.Len() > 0:
			b.WriteString("\n\n")
		case !closing && !glued:
			b.WriteByte(' ')
		}
		if begins {
			last = speaker
		}
		for k := range len(token) {
			moved[i+k] = b.Len() + k
		}
		b.WriteString(token)
		moved[end] = b.Len()
		glued = token == "“" || token == "‘" || token == "(" || token == "[" || token == "\"" && open
		i = end + 1
	}
	return b.String(), moved
}

// prepare reads the scene of d.
func (d *document) prepare(ctx context.Context) error {
	doc := &text.Document{Source: d.text, Clean: d.text, Provenance: text.Identity(len(d.text)), MediaType: "text/plain"}
	for _, p := range text.Paragraphs(d.text) {
		doc.Blocks = append(doc.Blocks, text.Block{Kind: text.Paragraph, Span: p})
	}
	var err error
	if d.scene, d.facts, err = extract.SceneOf(ctx, doc); err != nil {
		return err
	}
	d.full = map[int32]string{}
	for k, full := range d.fulls {
		full = cmp.Or(full, nobody)
		for i := range d.scene.Refs {
			if r := &d.scene.Refs[i]; r.Kind != speech.Named && (text.Span{Start: int(r.Start), End: int(r.End)}) == d.quotes[k].speaker {
				d.full[int32(i)] = full //nolint:gosec // few
			}
		}
	}
	return nil
}

// nobody is the name of a speaker whom the document does not name.
const nobody = "-"

// core returns s without the white space, commas and stops at its ends, for comparing spans.
func core(all string, s text.Span) text.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(all[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(all[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}
