package files

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// fields are the fields of one JSON object. What is taken is removed; what is left is passed through.
type fields map[string]json.RawMessage

// results are the names of fields that results have: an input that is itself a result does not pass them through.
var results = []string{"sequence", "error", "clean", "extract", "score", "duplicate_of", "duplicateOf"}

func parseFields(b []byte) (fields, error) {
	var f fields
	err := json.Unmarshal(b, &f)
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return nil, fmt.Errorf("not JSON at byte %d", syntax.Offset)
	}
	if err != nil || f == nil {
		return nil, errors.New("not a JSON object")
	}
	return f, nil
}

// document takes the parts of a document. With an error it has the parts before the fault.
func (f fields) document(c Columns) (Document, error) {
	var d Document
	take := taker{f: f}
	take.text(&d.ID, or(c.ID, "id"))
	take.text(&d.URL, or(c.URL, "url"))
	take.text(&d.Language, "language")
	take.text(&d.MediaType, "media_type", "mediaType")
	take.time(&d.PublishTime, "publish_time", "publishTime")
	take.time(&d.RetrieveTime, "retrieve_time", "retrieveTime")
	take.bool(&d.AlreadyClean, "already_clean", "alreadyClean")
	take.scores(&d, c.Scores)
	take.content(&d, c)
	for _, name := range results {
		f.pop(name)
	}
	if len(f) > 0 {
		if other, err := json.Marshal(f); err == nil { // sorted by name: the same record gives the same bytes
			d.Other = other[1 : len(other)-1]
		}
	}
	return d, take.err
}

func or(name, usual string) string {
	if name != "" {
		return name
	}
	return usual
}

// pop removes a field, whatever the case of its name, and returns it; nil if it is absent or null.
func (f fields) pop(name string) json.RawMessage {
	value, ok := f[name]
	if ok {
		delete(f, name)
	} else {
		for other, v := range f {
			if strings.EqualFold(other, name) {
				value = v
				delete(f, other)
				break
			}
		}
	}
	if string(value) == "null" {
		return nil
	}
	return value
}

// taker decodes fields and keeps the first error.
type taker struct {
	f   fields
	err error
}

// decode decodes the first of several names that is there, and removes all.
func (t *taker) decode(to any, kind string, names ...string) bool {
	found := false
	for _, name := range names {
		value := t.f.pop(name)
		if value == nil || found {
			continue
		}
		found = true
		if err := json.Unmarshal(value, to); err != nil {
			t.fail(fmt.Errorf("%s: must be %s", name, kind))
		}
	}
	return found
}

func (t *taker) fail(err error) {
	if t.err == nil {
		t.err = err
	}
}

func (t *taker) text(to *string, names ...string) bool { return t.decode(to, "a string", names...) }
func (t *taker) bool(to *bool, names ...string)        { t.decode(to, "true or false", names...) }

func (t *taker) time(to *time.Time, names ...string) {
	var s string
	if !t.text(&s, names...) || s == "" {
		return
	}
	at, err := ParseTime(s)
	if err != nil {
		t.fail(fmt.Errorf("%s: %w", names[0], err))
	}
	*to = at
}

// scores reads the object of scores and the fields that are scores of themselves, which stay among the fields that are passed through. What
// is null is absent, and a field of that name that is no object means something else.
func (t *taker) scores(d *Document, columns []string) {
	set := func(name string, value float64) {
		if d.Scores == nil {
			d.Scores = map[string]float64{}
		}
		d.Scores[name] = value
	}
	var object map[string]*float64
	if value := t.f["scores"]; strings.HasPrefix(string(value), "{") && json.Unmarshal(value, &object) != nil {
		t.fail(errors.New("scores: must be an object of numbers"))
	}
	for name, value := range object {
		if value != nil {
			set(name, *value)
		}
	}
	for _, name := range columns {
		value, ok := t.f[name]
		if !ok || string(value) == "null" {
			continue
		}
		number, err := parseNumber(value)
		if err != nil {
			t.fail(fmt.Errorf("%s: must be a number", name))
			continue
		}
		set(name, number)
	}
}

// parseNumber reads a number, or a string that is one, as CSV has it.
func parseNumber(value json.RawMessage) (number float64, err error) {
	var s string
	if json.Unmarshal(value, &s) == nil {
		value = json.RawMessage(strings.TrimSpace(s))
	}
	err = json.Unmarshal(value, &number)
	return number, err
}

// content takes the one of text, HTML and raw bytes that is there.
func (t *taker) content(d *Document, c Columns) {
	var text, page string
	var raw []byte
	found := 0
	if t.text(&text, or(c.Text, "text")) {
		d.Form, d.Content = Text, []byte(text)
		found++
	}
	if t.text(&page, or(c.HTML, "html")) {
		d.Form, d.Content = HTML, []byte(page)
		found++
	}
	if t.decode(&raw, "base64", "raw") {
		d.Form, d.Content = Raw, raw
		found++
	}
	switch {
	case found != 1:
		t.fail(fmt.Errorf("exactly one of %s, %s and raw is required", or(c.Text, "text"), or(c.HTML, "html")))
	case len(d.Content) > MaxContent:
		t.fail(tooLargeError{})
	}
}

// ParseTime reads RFC 3339, or a date, with or without a time of day, in UTC.
func ParseTime(s string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, errors.New("must be an RFC 3339 time or a date")
}
