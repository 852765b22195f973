package site

import (
	"fmt"
	"testing"
)

// TestForget holds that memory is bounded, and that what recurs most is not forgotten.
func TestForget(t *testing.T) {
	t.Parallel()
	c := NewCounter()
	c.most = 100
	for i := range 1000 {
		var page Lines
		page = page.with("The Gazette is published by the Harbour Press.")
		for k := range 30 {
			page = page.with(fmt.Sprintf("Boat number %d of page %d came in at noon.", k, i))
		}
		c.Add("gazette.example", page.sorted())
		if len(c.lines) > c.most {
			t.Fatalf("%d lines", len(c.lines))
		}
	}
	counts, err := Open(string(c.Bytes()))
	if err != nil || len(counts.lines) != entrySize {
		t.Fatalf("%d bytes of lines, %v", len(counts.lines), err)
	}
	if pages := number(counts.lines[8:]); pages != 1000 {
		t.Errorf("on %d pages", pages)
	}
}
