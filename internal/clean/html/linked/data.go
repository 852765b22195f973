package linked

import (
	"context"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

const (
	// maxBytes is how many bytes of JSON-LD are read of one page, maxValues how many values: pages have up to some hundred
	// kilobytes and a few thousand.
	maxBytes  = 4 << 20
	maxValues = 1 << 17

	// maxElements is how many elements of one list are looked at.
	maxElements = 64
)

// Data is the JSON-LD of a page. It is safe for concurrent reading.
type Data struct {
	// Page is the source, to which the ranges in Values refer.
	Page string

	// Values are those of all scripts, in order: at most 131,072, from at most 4 MiB of scripts.
	Values []Value

	// Scripts is the number of scripts that say they hold JSON-LD.
	Scripts int

	// described are the first two objects of each "@id" that have a name or an address too, -1 where there is none.
	described map[string][2]int32
}

// Read reads the JSON-LD of a page. A script that would exceed the bound is passed over. The error is ctx.Err() if ctx ended
// first.
func Read(ctx context.Context, t *dom.Tree) (*Data, error) {
	d := &Data{Page: t.Page}
	pace := text.NewPace(ctx)
	left := maxBytes
	for _, s := range t.Scripts {
		if err := pace.Step(64); err != nil {
			return nil, err
		}
		mediaType := t.Raw(s.Node, dom.Type)
		if !strings.Contains(mediaType, "ld+json") && !strings.Contains(mediaType, "LD+JSON") {
			continue
		}
		d.Scripts++
		if s.Span.Len() > left {
			continue
		}
		left -= s.Span.Len()
		var err error
		if d.Values, err = appendValues(d.Values, t.Page, s.Span, maxValues, pace); err != nil {
			return nil, err
		}
	}
	d.findDescribed()
	return d, nil
}

// findDescribed notes the objects that references can lead to.
func (d *Data) findDescribed() {
	if len(d.Values) == 0 {
		return
	}
	d.described = map[string][2]int32{}
	named := make(map[int32]bool)
	for i := range d.Values {
		if key := d.Key(int32(i)); d.Values[i].Parent >= 0 && (key == "name" || key == "url") {
			named[d.Values[i].Parent] = true
		}
	}
	for i := range d.Values {
		v := &d.Values[i]
		if v.Type != String || !named[v.Parent] || d.Key(int32(i)) != "@id" {
			continue
		}
		id := v.Text.Of(d.Page)
		if two, ok := d.described[id]; !ok {
			d.described[id] = [2]int32{v.Parent, -1}
		} else if two[1] < 0 {
			d.described[id] = [2]int32{two[0], v.Parent}
		}
	}
}

// Key returns the name of the member that value i is the value of, as written; empty in lists.
func (d *Data) Key(i int32) string { return d.Values[i].Key.Of(d.Page) }

// Raw returns value i as written, for a string without its quotes.
func (d *Data) Raw(i int32) string { return d.Values[i].Text.Of(d.Page) }

// String returns what the string i says: escapes and character references decoded.
func (d *Data) String(i int32) string { return Decode(d.Raw(i)) }

// Member returns the first value of object i that has this name.
func (d *Data) Member(i int32, name string) (int32, bool) {
	v := d.Values
	for k := i + 1; k < v[i].End; k = v[k].End {
		if v[k].Key.Len() == len(name) && d.Key(k) == name {
			return k, true
		}
	}
	return 0, false
}

// Each calls do for value k, or for the first 64 values of the list that it is.
func (d *Data) Each(k int32, do func(int32)) {
	v := d.Values
	if v[k].Type != List {
		do(k)
		return
	}
	for e, n := k+1, 0; e < v[k].End && n < maxElements; e, n = v[e].End, n+1 {
		do(e)
	}
}

// Strings returns the strings that the member of object i by this name holds, as written.
func (d *Data) Strings(i int32, name string) []string {
	k, ok := d.Member(i, name)
	if !ok {
		return nil
	}
	var out []string
	d.Each(k, func(e int32) {
		if d.Values[e].Type == String {
			out = append(out, d.Raw(e))
		}
	})
	return out
}

// Described returns an object other than from that has this "@id" and a name or an address, the first of several.
func (d *Data) Described(from int32, id string) (int32, bool) {
	two, ok := d.described[id]
	if !ok {
		return 0, false
	}
	for _, i := range two {
		if i >= 0 && i != from {
			return i, true
		}
	}
	return 0, false
}
