package pytext

import (
	"iter"
	"slices"
)

// MaxGram is the longest n-gram that any reference counts.
const MaxGram = 10

// LongestTop is the length of the longest n-grams of which the references look at the commonest alone.
const LongestTop = 4

// Repeats is what repeats among the n-grams of a sequence, for one n. Tokens are counted from 0. The stretches and their characters
// are found for n-grams longer than LongestTop only.
type Repeats struct {
	// Commonest is the n-gram that occurs most often, of several the first.
	Commonest Gram

	// LongestCommonest is the n-gram that occurs most often, of several the one with most characters, of those the first.
	LongestCommonest Gram

	// OccurrenceChars are the characters of all occurrences of n-grams that occur more than once.
	OccurrenceChars int

	// Covered are the stretches of tokens that are in any such occurrence, CoveredChars their characters.
	Covered      Stretches
	CoveredChars int

	// Later are the stretches of the second and later occurrences alone, in characters LaterChars, their tokens joined by
	// spaces: an occurrence that overlaps the later occurrence before it adds the spaces between its own tokens, and
	// one after each token that it does not share.
	Later      Stretches
	LaterChars int
}

// Gram is an n-gram: where it first begins and how often it occurs. Count is 0 where no n-gram occurs twice.
type Gram struct{ First, Count int32 }

// MaxStretches is how many stretches are kept; further ones are counted.
const MaxStretches = 64

// Stretches are runs of tokens, in order. Those that overlap are one.
type Stretches struct {
	List  [][2]int32 // the first MaxStretches, half-open
	Count int        // all of them
	end   int32      // of the last
}

// Add adds the tokens from start to end; starts ascend.
func (s *Stretches) Add(start, end int32) {
	if s.Count > 0 && start < s.end {
		if s.Count == len(s.List) {
			s.List[s.Count-1][1] = end
		}
	} else {
		s.Count++
		if len(s.List) < MaxStretches {
			s.List = append(s.List, [2]int32{start, end})
		}
	}
	s.end = end
}

// Repeats returns what repeats among the n-grams, n from 2 to MaxGram.
func (s *Sequence) Repeats(n int) *Repeats { return s.RepeatsUpTo(n, MaxGram) }

// RepeatsUpTo is Repeats for a sequence that is never asked for n-grams longer than longest.
//
// It is exact, not by hash: an n-gram is named by the names of the two (n-1)-grams in it, and one of them that occurs once
// only cannot be part of an n-gram that occurs twice. So each length looks only at what repeated in the length before.
func (s *Sequence) RepeatsUpTo(n, longest int) *Repeats {
	if s.repeats == nil {
		t := gramTables.Get()
		t.begin(s)
		s.repeats = make([]Repeats, 0, longest-1)
		for n := 2; n <= longest; n++ {
			t.next()
			s.repeats = append(s.repeats, t.repeats(n))
		}
		t.release()
	}
	return &s.repeats[n-2]
}

// repeats gathers what repeats among the n-grams that were named last.
func (t *gramTable) repeats(n int) (r Repeats) {
	longest := 0 // characters of LongestCommonest
	for number, count := range t.counts {
		t.tick(number, 1)
		if count < max(2, r.Commonest.Count) {
			continue
		}
		this, chars := Gram{t.firsts[number], count}, t.s.GramChars(int(t.firsts[number]), n)
		if count > r.LongestCommonest.Count || chars > longest {
			r.LongestCommonest, longest = this, chars
		}
		if count > r.Commonest.Count {
			r.Commonest = this
		}
	}
	if n > LongestTop {
		t.cover(n, &r)
	}
	return r
}

// cover adds what the positions say.
func (t *gramTable) cover(n int, r *Repeats) {
	size := int32(n) //nolint:gosec // at most MaxGram
	end, lastLater := int32(0), -size
	for i, at := range t.at {
		t.tick(i, 4)
		r.Covered.Add(at, at+size)
		from := max(end, at)
		end = at + size
		chars := t.s.GramChars(int(from), int(end-from))
		r.CoveredChars += chars
		number := t.names[at]
		if t.firsts[number] == at {
			r.OccurrenceChars += int(t.counts[number]) * t.s.GramChars(int(at), n)
			continue
		}
		fresh := min(size, at-lastLater) // how many of its tokens the later occurrence before it does not share
		r.Later.Add(at, end)
		r.LaterChars += t.s.GramChars(int(end-fresh), int(fresh)) + int(min(fresh, size-1))
		lastLater = at
	}
}

// Occurrences yields the tokens at which an n-gram begins.
func (s *Sequence) Occurrences(g Gram, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		gram := s.IDs[g.First : int(g.First)+n]
		for at := int(g.First); at+n <= len(s.IDs); at++ {
			s.t.Tick(1)
			if s.IDs[at] == gram[0] && slices.Equal(s.IDs[at+1:at+n], gram[1:]) && !yield(at) {
				return
			}
		}
	}
}
