package datatrove_test

import (
	"maps"
	"math"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/datatrove"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// pieces are what random texts are made of.
var pieces = []string{
	"a", "ab", "b", "aba", "can", "not", "cannot", "gate", "The", "ship", "sailed", "at", "dawn", ".", ".", "?", "...", "…", " ", " ", " ", " ", " ",
	"  ", "\n", "\n", "\n\n", "\r\n", "\u2028", "\u00a0", "[1]", "[]", "[edit]", "[citation needed]", "[٣]", "[", "]", "{", "#", "•", "- ", "\"",
	"javascript", "JavaScript", "lorem", " ipsum", "use", "s", " cookies", " cookie", "coo\u212aie", " policy", "Terms of ", "舟", "。", "🙂", "é", "\u0301",
}

func randomText(r *rand.Rand) string {
	few := 1 + r.IntN(len(pieces))
	first := r.IntN(len(pieces) - few + 1)
	var b strings.Builder
	for range r.IntN(150) {
		b.WriteString(pieces[first+r.IntN(few)])
		if r.IntN(2) == 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// eachRandom calls do with random texts.
func eachRandom(do func(s string)) {
	for seed := range uint64(200) {
		do(randomText(rand.New(rand.NewPCG(seed, 7))))
	}
}

// plainRepeated scans as datatrove does.
func plainRepeated(tokens []string, n int) int {
	seen := map[string]bool{}
	chars := 0
	for i := 0; i+n <= len(tokens); {
		gram := strings.Join(tokens[i:i+n], "")
		if seen[gram] {
			chars += utf8.RuneCountInString(gram)
			i += n
			continue
		}
		seen[gram] = true
		i++
	}
	return chars
}

// plainTop returns the characters of the commonest n-gram, by comparing texts.
func plainTop(tokens []string, n int) int {
	counts := map[string]int{}
	most, chars := 0, 0
	for i := 0; i+n <= len(tokens); i++ {
		counts[strings.Join(tokens[i:i+n], " ")]++
	}
	for i := 0; i+n <= len(tokens); i++ {
		gram := strings.Join(tokens[i:i+n], " ")
		if counts[gram] > most {
			most, chars = counts[gram], counts[gram]*utf8.RuneCountInString(gram)
		}
	}
	return chars
}

func tokensOf(s string) []string {
	t := pytext.New(s)
	defer t.Release()
	tokens := spacy.Of(t)
	texts := make([]string, tokens.Len())
	for i := range texts {
		texts[i] = tokens.Span(i).Of(s)
	}
	return texts
}

// TestGrams checks the n-grams against a plain count. The texts have runs that are equal only without their spaces.
func TestGrams(t *testing.T) {
	t.Parallel()
	names := []string{"", "", "top_2_gram", "top_3_gram", "top_4_gram", "duplicated_5_n_grams", "duplicated_6_n_grams", "duplicated_7_n_grams", "duplicated_8_n_grams", "duplicated_9_n_grams", "duplicated_10_n_grams"}
	otherwiseCut := false
	eachRandom(func(s string) {
		tokens := tokensOf(s)
		got := values(s)
		chars := float64(utf8.RuneCountInString(s))
		for n := 2; n <= 10; n++ {
			v, ok := got["datatrove-gopher-repetition."+names[n]]
			want := plainRepeated
			if n < 5 {
				want = plainTop
			}
			if w := float64(want(tokens, n)); ok && math.Abs(v*chars-w) > 1e-6 || !ok && w > 0 {
				t.Errorf("%q: %s is %v of %v characters, want %v", s, names[n], v, chars, w)
			}
		}
		otherwiseCut = otherwiseCut || isOtherwiseCut(tokens)
	})
	if !otherwiseCut {
		t.Error("no text had a run that is repeated with other cuts")
	}
}

// isOtherwiseCut reports whether five tokens are equal to five others only without their spaces.
func isOtherwiseCut(tokens []string) bool {
	cuts := map[string]string{}
	for i := 0; i+5 <= len(tokens); i++ {
		joined, cut := strings.Join(tokens[i:i+5], ""), strings.Join(tokens[i:i+5], " ")
		if before, ok := cuts[joined]; ok && before != cut {
			return true
		}
		cuts[joined] = cut
	}
	return false
}

var (
	citations = regexp.MustCompile(`\[\p{Nd}*\]|\[edit\]|\[citation needed\]`)
	policies  = regexp.MustCompile(`terms of use|privacy policy|cookie policy|uses cookies|use of cookies|use cookies`)
)

const pythonSpace = "\t\n\v\f\r\x1c\x1d\x1e\x1f \u0085\u00a0\u2028"

// plainC4 filters lines as C4 does.
func plainC4(s string, keepUnterminated bool) string {
	var kept []string
	m := pytext.New(s)
	defer m.Release()
	for span := range m.PythonLines().All() {
		line := strings.Trim(span.Of(s), pythonSpace)
		words := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(pythonSpace, r) })
		line = citations.ReplaceAllString(line, "")
		lower := strings.ReplaceAll(strings.ToLower(line), "\u212a", "k")
		ended := line != "" && strings.ContainsRune(`.?!"'`, rune(line[len(line)-1])) && !strings.HasSuffix(line, "...")
		switch {
		case !keepUnterminated && !ended, len(words) < 3, strings.Contains(lower, "lorem ipsum"),
			strings.Contains(lower, "javascript"), strings.Contains(lower, "{"), policies.MatchString(lower):
		default:
			kept = append(kept, line)
		}
	}
	return strings.Trim(strings.Join(kept, "\n"), pythonSpace)
}

// TestEdits checks the edits against a plain filter, in order and apart, each with a reason, and none without an effect.
func TestEdits(t *testing.T) {
	t.Parallel()
	eachRandom(func(s string) {
		for name, keep := range map[string]bool{"datatrove-c4": false, "datatrove-c4-fineweb": true} {
			m := pytext.New(s)
			p := profileNamed(name)
			edits := p.Edit(m)
			m.Release()
			if diff := cmp.Diff(plainC4(s, keep), edits.Apply(s)); diff != "" {
				t.Errorf("%q: %s (-want +got):\n%s", s, name, diff)
			}
			at := 0
			for e := range edits.All() {
				if e.Span().Start < at || !strings.HasPrefix(p.EditRules[e.Rule], name+".") || e.Span().Of(s) == e.With() {
					t.Errorf("%q: %s: edit %+v", s, name, e)
				}
				at = e.Span().End
			}
		}
	})
}

// TestSentences checks the sentences of lines, counted from the text's tokens, against those of each line by itself.
func TestSentences(t *testing.T) {
	t.Parallel()
	eachRandom(func(s string) {
		want := 0
		for line := range strings.SplitSeq(edited(profileNamed("datatrove-c4-fineweb"), s), "\n") {
			want += max(spacy.Sentences(line), 1)
		}
		got := values(s)
		if strings.ContainsAny(s, "[") || got["datatrove-c4-fineweb.line-kept"] == 0 {
			return // a line that is stripped again has another text
		}
		if v := got["datatrove-c4-fineweb.num_sentences"]; v != float64(want) {
			t.Errorf("%q: %v sentences, want %d", s, v, want)
		}
	})
}

// check holds what is true of any text.
func check(t *testing.T, s string) {
	t.Helper()
	first := values(s)
	for name, v := range first {
		if math.IsInf(v, 0) || v < 0 {
			t.Errorf("%q: %s is %v", s, name, v)
		}
	}
	if !maps.Equal(first, values(s)) {
		t.Errorf("%q: other values the second time", s)
	}
	m := pytext.New(s)
	defer m.Release()
	for _, g := range datatrove.Groups {
		for i := range g.Signals {
			checkPlaces(t, m, g, i)
		}
	}
	for _, p := range datatrove.Profiles {
		if out := edited(p, s); !utf8.ValidString(out) || len(out) > len(s) {
			t.Errorf("%q: %s makes %q", s, p.Name, out)
		}
	}
}

func checkPlaces(t *testing.T, m *pytext.Text, g profile.Group, i int) {
	t.Helper()
	const most = 3
	found := g.Places(m, i, most)
	places := found.Spans
	if len(places) > most || len(places) < most && found.Omitted > 0 {
		t.Errorf("%q: %s: %d places", m.S, g.Signals[i].Name, len(places))
	}
	at := 0
	for _, place := range places {
		if place.Start < at || place.End < place.Start || place.End > len(m.S) || !utf8.ValidString(place.Of(m.S)) {
			t.Errorf("%q: %s: places %v", m.S, g.Signals[i].Name, places)
		}
		at = place.Start
	}
}

func TestAnyText(t *testing.T) {
	t.Parallel()
	eachRandom(func(s string) { check(t, s) })
	for _, c := range filterCases(t) {
		check(t, c.Text)
	}
}

func FuzzAnyText(f *testing.F) {
	for _, c := range filterCases(f) {
		f.Add(c.Text)
	}
	f.Fuzz(func(t *testing.T, s string) { check(t, strings.ToValidUTF8(s, "\ufffd")) })
}

// TestPlaces checks that what is shown is what counts.
func TestPlaces(t *testing.T) {
	t.Parallel()
	tests := []struct {
		signal, text string
		want         []string
	}{
		{"datatrove-gopher-quality.hash_ratio", "a #b c# d", []string{"#", "#"}},
		{"datatrove-gopher-quality.ellipsis_ratio", "so.... and … too", []string{"...", "…"}},
		{"datatrove-gopher-quality.bullet_lines_ratio", "a\n - b \r\n• c", []string{"- b", "• c"}},
		{"datatrove-gopher-quality.ellipsis_lines_ratio", "a... \nb", []string{"a..."}},
		{"datatrove-gopher-quality.alpha_words_ratio", "a 1 b, 2", []string{"1", ",", "2"}},
		{"datatrove-gopher-quality.non_symbol_words", "a b", nil},
		{"datatrove-gopher-repetition.dup_para_frac", "a\n\nb\n\n\na", []string{"a"}},
		{"datatrove-gopher-repetition.dup_line_frac", "a\nb\na\n\na", []string{"a", "a"}},
		{"datatrove-gopher-repetition.top_2_gram", "a b c\na  b", []string{"a b", "a  b"}},
		{"datatrove-gopher-repetition.top_2_gram", "a b c", []string{"a b"}},
		{"datatrove-gopher-repetition.duplicated_5_n_grams", "a b c d e f a b c d e", []string{"a b c d e"}},
		{"datatrove-c4.lorem_ipsum", "See the lorem ipsum.\nSee Lorem ipsum", []string{"See the lorem ipsum."}},
		{"datatrove-c4-fineweb.lorem_ipsum", "Here is lorem ipsum.\nHere is Lorem Ipsum", []string{"Here is lorem ipsum.", "Here is Lorem Ipsum"}},
		{"datatrove-c4.line-filter-too_few_words", "a b. \nc d e.", []string{"a b."}},
		{"datatrove-c4.line-total", "a b. \nc d e.", nil},
		{"datatrove-fineweb.line_punct_ratio", "a.\nb\n \nc!", []string{"b"}},
		{"datatrove-fineweb.char_dup_ratio", "a\nb\na", []string{"a"}},
		{"datatrove-fineweb.list_ratio", "a\nb\na", nil},
	}
	for _, tt := range tests {
		m := pytext.New(tt.text)
		var got []string
		for _, g := range datatrove.Groups {
			i := slices.IndexFunc(g.Signals, func(s profile.Signal) bool { return s.Name == tt.signal })
			if i < 0 {
				continue
			}
			for _, place := range g.Places(m, i, 10).Spans {
				got = append(got, place.Of(tt.text))
			}
		}
		m.Release()
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s of %q (-want +got):\n%s", tt.signal, tt.text, diff)
		}
	}
}

// TestCarry checks the number of tokens that a filter hands on against what is found in the text that it made.
func TestCarry(t *testing.T) {
	t.Parallel()
	carried := 0
	eachRandom(func(s string) {
		for _, name := range []string{"datatrove-c4", "datatrove-c4-fineweb"} {
			p := profileNamed(name)
			out := edited(p, s)
			want := values(out)
			from, to := pytext.New(s), pytext.New(out)
			p.Carry(from, to)
			if diff := cmp.Diff(want, valuesOf(to)); diff != "" {
				t.Errorf("%q: %s (-found +carried):\n%s", s, name, diff)
			}
			if strings.Contains(out, "\n") {
				carried++
			}
			from.Release()
			to.Release()
		}
	})
	if carried == 0 {
		t.Error("no text of more than one line was made")
	}
}
