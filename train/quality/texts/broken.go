package texts

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// broken are ways to make a bad text of a good one. Each returns "" if it cannot.
var broken = []struct {
	kind string
	make func(r *rand.Rand, half Half, s string) string
}{
	{Mojibake, mojibake},
	{Salad, salad},
	{Shuffled, shuffled},
	{Keywords, keywords},
	{Repeated, repeated},
	{Truncated, truncated},
}

// mojibake decodes the bytes of a text as what they are not, once or twice, or loses what it does not know.
func mojibake(r *rand.Rand, _ Half, s string) string {
	s = curly(s)
	if utf8.RuneCountInString(s) == len(s) {
		return ""
	}
	switch r.IntN(4) {
	case 0:
		return strings.Map(func(c rune) rune {
			if c >= utf8.RuneSelf {
				return utf8.RuneError
			}
			return c
		}, s)
	case 1:
		return misread(misread(s))
	default:
		return misread(s)
	}
}

func misread(s string) string {
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(charmap.Windows1252.DecodeByte(s[i]))
	}
	return b.String()
}

// curly writes quotation marks, apostrophes and dashes as printers do.
func curly(s string) string {
	s = strings.ReplaceAll(s, " \"", " “")
	s = strings.ReplaceAll(s, "\"", "”")
	s = strings.ReplaceAll(s, "'", "’")
	return strings.ReplaceAll(s, " - ", " — ")
}

// salad puts the words of a text into another order. Lines keep their number of words.
func salad(r *rand.Rand, _ Half, s string) string {
	words := strings.Fields(s)
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	return refill(s, words)
}

// refill puts words into the lines of s.
func refill(s string, words []string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		n := len(strings.Fields(line))
		lines[i], words = strings.Join(words[:n], " "), words[n:]
	}
	return strings.Join(lines, "\n")
}

// shuffled puts the words of each sentence into another order; capitals and marks stay where they are.
func shuffled(r *rand.Rand, _ Half, s string) string {
	words := strings.Fields(s)
	for first := 0; first < len(words); {
		end := first
		for end < len(words) && !strings.ContainsAny(words[end][len(words[end])-1:], ".!?") {
			end++
		}
		inside := words[first:end]
		r.Shuffle(len(inside), func(i, j int) { inside[i], inside[j] = inside[j], inside[i] })
		for i, w := range inside {
			if i == 0 {
				inside[i] = capital(w)
			} else if w != "I" && !strings.HasPrefix(w, "I'") && r.IntN(4) > 0 {
				inside[i] = strings.ToLower(w)
			}
		}
		first = end + 1
	}
	return refill(s, words)
}

func capital(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// keywords lists words of a text, as pages do that want to be found: some again and again, alone and in twos and threes.
func keywords(r *rand.Rand, _ Half, s string) string {
	var pool []string
	for _, w := range lettersOf(s) {
		if len(w) > 4 {
			pool = append(pool, w)
		}
	}
	if len(pool) < 20 {
		return ""
	}
	head := pool[:3]
	if title := r.IntN(3) == 0; title {
		for i, w := range pool {
			pool[i] = capital(w)
		}
	}
	separator := one(r, []string{", ", ", ", "\n", " | ", " ", " / ", "; "})
	var list []string
	for range 20 + r.IntN(200) {
		phrase := []string{one(r, pool)}
		for range r.IntN(3) {
			phrase = append(phrase, one(r, pool))
		}
		if r.IntN(3) == 0 {
			phrase = append(phrase, one(r, head))
		}
		list = append(list, strings.Join(phrase, " "))
	}
	return strings.Join(list, separator)
}

// repeated says the same again: the whole, each paragraph, or one sentence.
func repeated(r *rand.Rand, _ Half, s string) string {
	list := paragraphs(s)
	switch r.IntN(3) {
	case 0:
		whole := list
		for range 1 + r.IntN(3) {
			list = append(list, whole...)
		}
	case 1:
		var twice []string
		for _, p := range list {
			for range 2 + r.IntN(2) {
				twice = append(twice, p)
			}
		}
		list = twice
	default:
		p := one(r, list)
		for range 4 + len(list)/2 + r.IntN(8) {
			at := r.IntN(len(list) + 1)
			list = append(list[:at:at], append([]string{p}, list[at:]...)...)
		}
	}
	return join(r, list)
}

// endings are what stands where a text was cut.
var endings = [...][]string{
	Learn:   {"", "", "", "", "...", "…", " [...]", "... Read more"},
	Measure: {"", "", "", "", " ...", " […]", "… Continue reading", " (more)"},
}

// truncated cuts a text inside a sentence, as previews and excerpts are.
func truncated(r *rand.Rand, half Half, s string) string {
	words := strings.Fields(s)
	if len(words) < 40 {
		return ""
	}
	n := 25 + r.IntN(len(words)-30)
	for n > 0 && strings.ContainsAny(words[n-1][len(words[n-1])-1:], ".!?\"”’)") {
		n--
	}
	if n < 20 {
		return ""
	}
	at := 0
	for range n {
		at += len(s[at:]) - len(strings.TrimLeftFunc(s[at:], unicode.IsSpace))
		end := strings.IndexFunc(s[at:], unicode.IsSpace)
		if end < 0 {
			return ""
		}
		at += end
	}
	return s[:at] + one(r, endings[half])
}
