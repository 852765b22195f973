package render

import (
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// picture notes a picture at the end of what is written, unless it is that before it again: the copy for readers without
// scripts of one that a script loads.
func (w *writer) picture(node int32) {
	url := w.pictureURL(node)
	if n := len(w.made.Images); n > 0 && w.made.Images[n-1].URL == url && w.made.Images[n-1].At == len(w.out) {
		return
	}
	if url != "" && !isPixel(w.t.Tag(node).Of(w.t.Page)) {
		w.made.Images = append(w.made.Images, text.Image{URL: url, Alt: w.t.Value(node, dom.Alt), At: len(w.out)})
	}
}

// isPixel reports whether the tag of a picture makes it one pixel wide or high, as pictures that count readers are.
func isPixel(tag string) bool {
	if len(tag) > maxPixelTag {
		return false
	}
	for _, side := range [...]string{"width=", "height="} {
		_, value, ok := strings.Cut(tag, side)
		if value = strings.TrimLeft(value, `"'`); ok && len(value) > 1 && (value[0] == '0' || value[0] == '1') && strings.IndexByte(`"' />p`, value[1]) >= 0 {
			return true
		}
	}
	return false
}

// maxPixelTag is the length in bytes of the longest tag that is searched for sizes.
const maxPixelTag = 2048

// pictureURL returns the address of a picture, or "". That which a script puts in its place comes first: the other is of a placeholder.
func (w *writer) pictureURL(node int32) string {
	for _, key := range [...]dom.Key{dom.DataSrc, dom.DataLazySrc, dom.DataOriginal, dom.Src} {
		if url := w.t.Value(node, key); isPictureURL(url) {
			return url
		}
	}
	if url := w.largest(node); url != "" {
		return url
	}
	if parent := w.t.Nodes[node].Parent; w.t.Nodes[parent].Tag == atom.Picture {
		for i := parent + 1; i < node && !w.stop(8); i++ {
			if url := w.largest(i); url != "" && w.t.Nodes[i].Tag == atom.Source {
				return url
			}
		}
	}
	return ""
}

func isPictureURL(url string) bool {
	return url != "" && !strings.HasPrefix(url, "data:") && url[0] != '{' && url != "about:blank"
}

// largest returns the address of the largest picture that a srcset offers, or "".
func (w *writer) largest(node int32) (url string) {
	set := w.t.Value(node, dom.DataSrcset)
	if set == "" {
		set = w.t.Value(node, dom.Srcset)
	}
	most := -1.0
	for candidate := range strings.SplitSeq(set[:min(len(set), maxAddress)], ", ") {
		address, size, _ := strings.Cut(strings.TrimSpace(candidate), " ")
		address = strings.TrimSuffix(address, ",")
		n, err := strconv.ParseFloat(strings.TrimRight(strings.TrimSpace(size), "wx,"), 64)
		if err != nil {
			n = 0
		}
		if isPictureURL(address) && n > most {
			url, most = address, n
		}
	}
	return url
}
