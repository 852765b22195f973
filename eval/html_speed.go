package main

import (
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"time"

	"golang.org/x/net/html"

	"github.com/copydesk/copydesk/internal/extract"
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
	start := cpuTime()
	c.run(p, content) //nolint:errcheck // the speed alone counts here
	c.took += cpuTime() - start
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
	extract.ReadMetadata(d)
	return d, nil
}

// pageSpeed prints the speed on WCXB's pages in processor time on one core, beside the peers' in the same run.
func pageSpeed() error {
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
	small, large := articlePage(500_000), articlePage(5_000_000)
	fmt.Printf("\n%-17s %12s %12s %8s\n", "article", "500 kB, ms", "5 MB, ms", "times")
	for _, c := range contenders() {
		times := [2]time.Duration{}
		for i, content := range []string{small, large} {
			times[i] = quickest(3*time.Second, func() { c.run(p, content) }) //nolint:errcheck // the speed alone counts here
		}
		fmt.Printf("%-17s %12.1f %12.1f %8.2f\n", c.name, 1000*times[0].Seconds(), 1000*times[1].Seconds(), ratioOf(times[1], times[0]))
	}
}

// cpuTime returns how long this process has been computing. Others that take turns with it on a core do not count, which
// they would by the clock.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // no such call fails but by a wrong argument
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// quickest returns the processor time of the quickest of up to five runs, which is the one least disturbed; once enough time is spent
// there is no further one.
func quickest(enough time.Duration, work func()) time.Duration {
	best, spent := time.Duration(1<<62), time.Duration(0)
	for n := 0; n < 5 && spent < enough; n++ {
		runtime.GC()
		start := cpuTime()
		work()
		took := cpuTime() - start
		best, spent = min(best, took), spent+took
	}
	return best
}

// articlePage returns the page of an article of about size bytes. No two of its paragraphs are the same.
func articlePage(size int) string {
	var b strings.Builder
	b.Grow(size + 4096)
	b.WriteString("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>The harbour by night</title>" +
		`<meta name="author" content="Ada Quill"><meta property="og:title" content="The harbour by night"></head><body>` +
		"<nav><ul><li><a href=/>Home</a><li><a href=/news>News</a></ul></nav><article><h1>The harbour by night</h1>\n")
	for i := 1; b.Len() < size; i++ {
		fmt.Fprintf(&b, "<p>On night %d the harbour was quiet, and %d boats lay at the <a href=\"/pier/%d\">eastern pier</a>. "+
			"Nobody had seen the crew of the %d&nbsp;o&rsquo;clock ferry leave, which worried the keeper; he wrote <em>%d lamps out</em> "+
			"into the book, as he had done since his father gave him the keys.</p>\n", i, i*7%113, i, i%12+1, i*31%97)
	}
	b.WriteString("</article><footer><p>Terms | Privacy | About us</p></footer></body></html>\n")
	return b.String()
}
