package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/extract/quote"
	"github.com/copydesk/copydesk/internal/text"
)

// The features of a reference as the speaker of a stretch. Distances are in words outside stretches, and negative where the
// reference stands before the stretch.
const (
	distance         = iota // between reference and stretch
	sentencesBetween        // how many sentences begin between them
	blocksBetween           // how many blocks
	stretchesBetween
	refsBetween
	kind       // see kindOf
	gradeOf    // of the main word of a description
	nextFar    // how far after the reference the next verb of saying stands in the sentence
	nextCue    // its grades
	nextReport //
	nextEdge   // how far it stands from the stretch
	nextCommas // between the reference and it
	nextOthers // references between the reference and it
	nextSplit  // 1 a relative pronoun between them, 2 a stretch, 4 it ends in -ing
	lastFar    // the same for a verb right before the reference
	lastCue
	lastEdge
	rivals       // verbs of saying between the reference or its verb and the stretch
	ending       // the last mark of the words: see endingOf
	following    // what comes after the stretch: see followingOf
	leading      // what comes before it: see leadingOf
	small        // whether the words begin with a small letter
	length       // of the stretch in words
	order        // of the reference in its sentence
	preposition  // before the reference: see prepositionBefore
	owner        // whether a possessive ending follows
	inner        // whether the reference is inside a description
	samePlace    // whether it is the speaker of the stretch before
	sameName     // whether it names the same
	sameTurn     // whether it names the speaker of the stretch before that
	silence      // since the stretch before, in words
	silentBlocks // the same in blocks
	resumed      // whether the stretch resumes the one before
	mentions     // of what the reference names
	addressed    // whether it follows "told" or "asked"
	commaAfter
	commaBefore
	blockRest // words outside stretches in the block of the stretch
	auxiliary // whether one follows
	lead      // words between the begin of the sentence and the stretch
	sameSentence
	subject // whether it is the first reference of its sentence that is a subject
	inBlock // stretches before this one in the block
	quotedRef
	direct    // how closely reference, verb and stretch are joined: see directness
	claimed   // the highest directness of the other references
	credit    // whether the reference is named as the source outside any sentence: see creditOf
	verbal    // whether a verb follows the reference: see Scene.verbal
	nested    // verbs of saying before the reference in its sentence
	quoting   // whether the reference is the source that a verb of quoting names: see Scene.quoting
	spokenFor // how many stretches before have been given to what the reference names
	spokenOf  // whether what the reference names is named in the stretch
	opening   // 1 if it is the first reference of its block, 2 of the block of the stretch
	featureCount
)

// limit returns n within ±most, for a feature.
func limit[N int | int32](n, most N) int16 {
	return int16(max(-most, min(n, most)))
}

func oneIf(b bool) int16 {
	if b {
		return 1
	}
	return 0
}

// target is a stretch with what is asked of it many times.
type target struct {
	quote.Stretch
	index      int32
	first, tip int32 // its words
	sentence   int32 // in which it begins
	final      int32 // in which it ends
	block      int32
	last       int32 // the block in which its speech ends
	ending     int16
	following  int16
	leading    int16
	small      int16
	lead       int32
	blockRest  int32
	inBlock    int16
	direct     [2]int16 // the highest directness of a reference, and the second
	turns      []turn   // the stretches before that are somebody's words, last first
}

// turn is a stretch that is somebody's words.
type turn struct {
	speaker int32 // the reference that speaks; None if there is none
	tip     int32 // the word after it
	block   int32
	inBlock int16
}

// maxTurns is how many stretches are looked back at.
const maxTurns = 4

// target describes stretch k, before which turns stand.
func (s *Scene) target(k int32, turns []turn) target {
	q := s.Stretches[k]
	t := target{Stretch: q, index: k, turns: turns, block: q.Block}
	end := s.speechEnd(k)
	t.End, t.last = end.End, end.Block
	t.first, t.tip = s.wordFrom(q.Inner.Start), s.wordFrom(end.Inner.End)
	t.sentence, t.final = s.sentenceAt(q.Start), s.sentenceAt(max(q.Start, end.End-1))
	inner := end.Inner.Of(s.Clean)
	t.ending = endingOf(inner)
	t.following = s.followingOf(&t)
	t.leading = s.leadingOf(&t)
	r, _ := utf8.DecodeRuneInString(q.Inner.Of(s.Clean))
	t.small = oneIf(unicode.IsLower(r))
	t.lead = s.between(s.wordFrom(s.Sentences[t.sentence].Start), t.first)
	b := s.Blocks[q.Block]
	t.blockRest = s.between(s.wordFrom(b.Start), s.wordFrom(b.End))
	if len(turns) > 0 && turns[0].block == t.block {
		t.inBlock = min(turns[0].inBlock+1, 20)
	}
	return t
}

// maxSpeech is how many stretches of one speech are followed to its end.
const maxSpeech = 8

// speechEnd returns the stretch that ends the speech which stretch k begins or goes on with: of several paragraphs the last, after which
// the speaker may be named.
func (s *Scene) speechEnd(k int32) quote.Stretch {
	for range maxSpeech {
		if next := k + 1; !s.Stretches[k].Open || int(next) >= len(s.Stretches) || !s.Stretches[next].Resumes {
			break
		}
		k++
	}
	return s.Stretches[k]
}

// between returns how many words outside stretches stand from word i to word j.
func (s *Scene) between(i, j int32) int32 {
	if i > j {
		return 0
	}
	return s.outside[j] - s.outside[i]
}

// sentenceAt returns the sentence that holds offset at, or the last that begins before it.
func (s *Scene) sentenceAt(at int) int32 {
	lo, hi := 0, len(s.Sentences)
	for lo < hi {
		if m := (lo + hi) / 2; s.Sentences[m].Start <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return int32(max(lo-1, 0))
}

// endingOf classes the last mark of a stretch.
func endingOf(inner string) int16 {
	r, _ := utf8.DecodeLastRuneInString(inner)
	switch {
	case r == ',':
		return 1
	case r == '?' || r == '!':
		return 2
	case r == '.':
		return 3
	case strings.ContainsRune("—–-…", r):
		return 4
	case unicode.IsPunct(r):
		return 5
	}
	return 0
}

// followingOf classes what comes after the stretch in its block.
func (s *Scene) followingOf(t *target) int16 {
	rest := s.Clean[t.End:s.Blocks[t.last].End]
	r, n := utf8.DecodeRuneInString(rest)
	switch {
	case strings.TrimLeft(rest[:min(len(rest), 4)], " ") == "" && len(rest) < 4:
		return 0
	case r == ',':
		return 1
	case r == '.' || r == '?' || r == '!':
		return 2
	case r == ' ':
		switch r, _ = utf8.DecodeRuneInString(rest[n:]); {
		case unicode.IsLower(r):
			return 3
		case unicode.IsUpper(r):
			return 4
		case r == '(':
			return 5
		}
	case unicode.IsLetter(r):
		return 6
	}
	return 7
}

// leadingOf classes what comes before the stretch in its block.
func (s *Scene) leadingOf(t *target) int16 {
	before := strings.TrimRight(s.Clean[s.Blocks[t.block].Start:t.Start], " ")
	if before == "" {
		if strings.HasSuffix(strings.TrimRight(s.Clean[:s.Blocks[t.block].Start], " \n"), ":") {
			return 13
		}
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case r == ',':
		return 1
	case r == ':':
		return 2
	case strings.HasSuffix(before, " that"):
		return 3
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		part := s.parts[max(t.first-1, 0)]
		switch {
		case part.Cue >= 3 || part.Report >= 5:
			return 4
		case part.Class.Has(lexis.Determiner):
			return 5
		case part.Class.Has(lexis.Preposition):
			return 6
		case part.Class.Has(lexis.Conjunction | lexis.Relative):
			return 7
		case part.Verb >= 5:
			return 8
		}
		return 9
	case r == '.' || r == '?' || r == '!':
		return 10
	case r == '”' || r == '"' || r == '’':
		return 11
	}
	return 12
}

// kindOf classes a reference.
func (s *Scene) kindOf(r *Ref) int16 {
	switch r.Kind {
	case Named:
		if r.Entity == None {
			return 0
		}
		return int16(s.Entities[r.Entity].Type)
	case Pronoun:
		switch c := r.Class; {
		case c.Has(lexis.Male | lexis.Female):
			return 4
		case c.Has(lexis.Plural):
			return 5
		case c.Has(lexis.Thing):
			return 6
		case c.Has(lexis.First):
			return 7
		}
		return 8
	case Description:
	}
	if s.Words[r.Head].Shape.Has(text.Capital) {
		return 9
	}
	return 10
}

// prepositionBefore classes the word before reference r.
func (s *Scene) prepositionBefore(r *Ref) int16 {
	i := r.First - 1
	if i < 0 || s.sentence[i] != r.Sentence {
		return 0
	}
	word := s.Words[i].Of(s.Clean)
	if strings.EqualFold(word, "the") || s.parts[i].Class.Has(lexis.Courtesy) {
		if i--; i < 0 {
			return 0
		}
		word = s.Words[i].Of(s.Clean)
	}
	part := s.parts[i]
	switch word {
	case "of":
		return 1
	case "for":
		return 2
	case "by":
		return 3
	case "to":
		if i > 0 && strings.EqualFold(s.Words[i-1].Of(s.Clean), "according") {
			return 5
		}
		return 4
	case "with":
		return 6
	case "from":
		return 7
	}
	switch {
	case part.Class.Has(lexis.Preposition):
		return 8
	case part.Class.Has(lexis.Conjunction):
		return 9
	case part.Class.Has(lexis.Relative):
		return 10
	case part.Cue >= 4:
		return 11
	case part.Verb >= 5 || part.Class.Has(lexis.Auxiliary):
		return 12
	}
	return 13
}
