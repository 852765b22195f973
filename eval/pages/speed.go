package pages

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/hostile"
	"github.com/copydesk/copydesk/internal/text"
)

// contender is something whose speed on pages is measured.
type contender struct {
	name string
	run  func(p page, content string) error
	took time.Duration
	made uint64 // bytes allocated
}

// take runs the contender on one page. A page that it refuses counts like one that it takes.
func (c *contender) take(p page, content string) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := timing.CPU()
	c.run(p, content) //nolint:errcheck // the speed alone counts here
	c.took += timing.CPU() - start
	runtime.ReadMemStats(&after)
	c.made += after.TotalAlloc - before.TotalAlloc
}

// contenders in the order in which they are printed; the first is what the others are measured by.
func contenders() []*contender {
	return []*contender{
		{name: "x/net/html.Parse", run: func(_ page, content string) error {
			_, err := html.Parse(strings.NewReader(content))
			return err
		}},
		{name: "copydesk", run: func(p page, content string) error { _, err := pageWithMetadata(p, content); return err }},
		{name: "go-trafilatura", run: func(p page, content string) error { _, err := extractTrafilatura(p, content); return err }},
		{name: "go-readability", run: func(p page, content string) error { _, err := goReadability(p, content); return err }},
	}
}

// pageWithMetadata makes the text of a page and reads what the page says of itself.
func pageWithMetadata(p page, content string) (*text.Document, error) {
	d, err := cleanPage(p, content)
	if err != nil {
		return nil, err
	}
	_, _ = extract.ReadMetadata(context.Background(), d) // the context never ends
	return d, nil
}

// Speed prints the speed on WCXB's pages in processor time on one core, beside the peers' in the same run.
func Speed() error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if err := withPages("wcxb-dev", wcxbSpeed); err != nil {
		return err
	}
	speedBySize()
	return nil
}

// turn is how many pages each contender takes before it is the next one's turn, so that all see the same machine. Each
// begins without what the one before it left to the garbage collector.
const turn = 32

func wcxbSpeed(set pageSet) error {
	all := contenders()
	size := 0
	for pages := set.pages; len(pages) > 0; {
		n := min(turn, len(pages))
		contents := make([]string, n)
		for i, p := range pages[:n] {
			var err error
			if contents[i], err = p.read(); err != nil {
				return err
			}
			size += len(contents[i])
		}
		for _, c := range all {
			runtime.GC()
			for i, p := range pages[:n] {
				c.take(p, contents[i])
			}
		}
		pages = pages[n:]
	}
	fmt.Printf("%-17s %8s %10s %10s %12s   %s, %d pages, %.0f MB, one core\n", "", "MB/s", "x Parse", "ms/page", "MB/page made", set.name, len(set.pages), float64(size)/1e6)
	for _, c := range all {
		pages := float64(len(set.pages))
		fmt.Printf("%-17s %8.1f %10.2f %10.2f %12.2f\n", c.name, float64(size)/1e6/c.took.Seconds(), ratioOf(all[0].took, c.took),
			c.took.Seconds()*1000/pages, float64(c.made)/1e6/pages)
	}
	return nil
}

func ratioOf(a, b time.Duration) float64 { return a.Seconds() / b.Seconds() }

// speedBySize prints how the time grows from an article of 500 kB to one of 5 MB: 10 is linear.
func speedBySize() {
	p := page{url: "https://example.org/a", utf8: true}
	small, large := hostile.OrdinaryPage(500_000), hostile.OrdinaryPage(5_000_000)
	fmt.Printf("\n%-17s %12s %12s %8s\n", "article", "500 kB, ms", "5 MB, ms", "times")
	for _, c := range contenders() {
		times := [2]time.Duration{}
		for i, content := range []string{small, large} {
			times[i] = timing.Quickest(3*time.Second, func() { c.run(p, content) }) //nolint:errcheck // the speed alone counts here
		}
		fmt.Printf("%-17s %12.1f %12.1f %8.2f\n", c.name, 1000*times[0].Seconds(), 1000*times[1].Seconds(), ratioOf(times[1], times[0]))
	}
}
