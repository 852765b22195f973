package score

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// repetition measures lines and paragraphs that stood before.
func (m *measures) repetition() {
	clean := m.d.Clean
	chars := utf8.RuneCountInString(clean)
	n, dups, dupChars := m.duplicates("gopher.duplicate_paragraph_ratio", text.Paragraphs(clean))
	m.ratio("gopher.duplicate_paragraph_ratio", dups, n)
	m.ratio("gopher.duplicate_paragraph_character_ratio", dupChars, chars)
	n, dups, dupChars = m.duplicates("gopher.duplicate_line_ratio", m.d.Lines())
	m.ratio("gopher.duplicate_line_ratio", dups, n)
	m.ratio("gopher.duplicate_line_character_ratio", dupChars, chars)
	m.ratio("fineweb.duplicate_character_ratio", dupChars, chars-strings.Count(clean, "\n"))
	for _, same := range []string{"gopher.duplicate_line_character_ratio", "fineweb.duplicate_character_ratio"} {
		m.spans[same] = m.spans["gopher.duplicate_line_ratio"]
	}
	m.spans["gopher.duplicate_paragraph_character_ratio"] = m.spans["gopher.duplicate_paragraph_ratio"]
}

// duplicates counts the parts that stood before, and their characters.
func (m *measures) duplicates(signal string, parts []text.Span) (n, dups, chars int) {
	seen := make(map[string]bool, len(parts))
	for _, s := range parts {
		part := s.Of(m.d.Clean)
		if seen[part] {
			dups++
			chars += utf8.RuneCountInString(part)
			m.place(signal, s)
		}
		seen[part] = true
	}
	return len(parts), dups, chars
}

// hashOf is FNV-1a, mixed: the same in every process, so that even a collision gives the same result everywhere.
func hashOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// ngrams measures how much of the text is in frequent and in repeated n-grams of tokens.
func (m *measures) ngrams(ctx context.Context) error {
	chars := utf8.RuneCountInString(m.d.Clean)
	hashes := make([]uint64, len(m.tokens))
	lengths := make([]int, len(m.tokens)+1) // lengths[i] is the number of characters in tokens before i
	for i, s := range m.tokens {
		w := s.Of(m.d.Clean)
		hashes[i] = hashOf(w)
		lengths[i+1] = lengths[i] + utf8.RuneCountInString(w)
	}
	for n := 2; n <= 10; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		if n <= 4 {
			m.topGram(n, hashes, lengths, chars)
		} else {
			m.repeatedGrams(n, hashes, lengths, chars)
		}
	}
	return nil
}

// gram hashes n token hashes, order included.
func gram(hashes []uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, t := range hashes {
		h = (h ^ t) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	return h
}

// topGram measures the most frequent n-gram; on a tie the first.
func (m *measures) topGram(n int, hashes []uint64, lengths []int, chars int) {
	signal := fmt.Sprintf("gopher.top_%d_gram_ratio", n)
	if len(hashes) < n {
		return
	}
	counts := make(map[uint64]int32, len(hashes))
	most := int32(0)
	for i := 0; i+n <= len(hashes); i++ {
		h := gram(hashes[i : i+n])
		counts[h]++
		most = max(most, counts[h])
	}
	first := -1
	var top uint64
	for i := 0; i+n <= len(hashes); i++ {
		h := gram(hashes[i : i+n])
		if first < 0 && counts[h] == most {
			first, top = i, h
		}
		if first >= 0 && h == top {
			m.place(signal, m.tokens[i].Cover(m.tokens[i+n-1]))
		}
	}
	m.ratio(signal, (lengths[first+n]-lengths[first]+n-1)*int(most), chars)
}

// repeatedGrams measures the n-grams that stood before; a repeated one is passed over whole, so that no character counts
// twice.
func (m *measures) repeatedGrams(n int, hashes []uint64, lengths []int, chars int) {
	signal := fmt.Sprintf("gopher.duplicate_%d_gram_ratio", n)
	seen := make(map[uint64]bool, len(hashes))
	repeated := 0
	for i := 0; i+n <= len(hashes); {
		h := gram(hashes[i : i+n])
		if seen[h] {
			repeated += lengths[i+n] - lengths[i]
			m.place(signal, m.tokens[i].Cover(m.tokens[i+n-1]))
			i += n
			continue
		}
		seen[h] = true
		i++
	}
	m.ratio(signal, repeated, chars)
}
