package page

import "context"

// Lines returns the lines of the main content of page, which is valid UTF-8: paragraphs, headings, items, rows. White space
// inside them is folded to single spaces, and none is empty. The error is ctx.Err() if ctx ended first.
func Lines(ctx context.Context, page string) ([]string, error) {
	t, err := parse(ctx, page)
	if err != nil {
		return nil, err
	}
	w := writer{tree: t}
	w.write(t.mainContent())
	return w.lines, ctx.Err()
}
