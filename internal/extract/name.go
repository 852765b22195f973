package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/text"
)

// name is a run of words that names something. It is kept small, for a text may be nothing but names.
type name struct {
	start, end int32
	block      int32 // the index of its block
	class      tagger.Class
	confidence uint8 // in hundredths
}

func (n *name) span() text.Span { return text.Span{Start: int(n.start), End: int(n.end)} }

// full is the name with single spaces and without an article or the mark of a hashtag.
func (n *name) full(clean string) string {
	s := n.span().Of(clean)
	if strings.ContainsAny(s, "\n\u00a0") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "#"), "The "), "the ")
}

// nameFinder finds names sentence by sentence. Its memory is used again by each document.
type nameFinder struct {
	tagger *tagger.Tagger
	memory tagger.Memory
	lists  []gazetteer.Lists
	seen   []tagger.Seen
	names  []name
	meant  []int32 // by name: the entity, or none
	until  int32   // the end of the last name that may go on in the next sentence

	pending []pending
	waiting int // the number of words of pending
}

var nameFinders = pool.Of[nameFinder]{New: func() *nameFinder { return &nameFinder{tagger: tagger.New(tagger.Shipped(), tagger.ShippedLexicon())} }}

// release gives the finder back.
func (f *nameFinder) release() {
	f.memory.Reset()
	f.tagger.Reset()
	clear(f.pending)
	f.pending, f.waiting = f.pending[:0], 0
	nameFinders.Put(f, pool.Size(f.names)+pool.Size(f.meant)+pool.Size(f.lists)+pool.Size(f.seen)+pool.Size(f.pending)+f.tagger.Size())
}

// maxSentenceWords is the most words that are tagged as one sentence: longer ones are lists and tables, and are cut.
const maxSentenceWords = 400

// tagWork is what one word counts in the bytes of text.Pace where it is tagged.
const tagWork = 24

// findNames finds the names outside code, in order. They are f's, valid until release.
func (x *extraction) findNames(f *nameFinder) error {
	f.names, f.until = f.names[:0], 0
	if err := x.eachSentence(func(_ int32, words []text.Word) { f.note(x.d.Clean, words) }); err != nil {
		return err
	}
	if err := x.eachSentence(func(block int32, words []text.Word) { f.read(x.d.Clean, block, words) }); err != nil {
		return err
	}
	f.tagAll(x.d.Clean)
	slices.SortFunc(f.names, func(a, b name) int { return cmp.Compare(a.start, b.start) })
	return nil
}

// eachSentence calls do for every sentence outside code, or part of a very long one.
func (x *extraction) eachSentence(do func(block int32, words []text.Word)) error {
	words := x.words
	block := 0
	for _, s := range x.sentences {
		for block < len(x.d.Blocks) && x.d.Blocks[block].Span.End < s.End {
			block++
		}
		if x.d.Blocks[block].Kind == text.Code {
			continue
		}
		for len(words) > 0 && int(words[0].Start) < s.Start {
			words = words[1:]
		}
		n := 0
		for n < len(words) && int(words[n].Start) < s.End {
			n++
		}
		own := words[:n]
		words = words[n:]
		for len(own) > 0 {
			k := min(len(own), maxSentenceWords)
			if err := x.pace.Step(tagWork * k); err != nil {
				return err
			}
			do(int32(block), own[:k])
			own = own[k:]
		}
	}
	return nil
}

// note notes what the words of one sentence show of each other.
func (f *nameFinder) note(clean string, words []text.Word) {
	f.lists = gazetteer.AppendLists(f.lists[:0], clean, words)
	f.memory.Note(clean, words, f.lists)
}

// maxPart is the number of words from which on what has been read is tagged, before more is read. Few texts are longer: of those that are,
// the beginning is tagged without what the rest shows.
const maxPart = 8192

// pending is a sentence that has been read and is not tagged yet.
type pending struct {
	block int32
	words []text.Word
}

// read gives one sentence to the tagger.
func (f *nameFinder) read(clean string, block int32, words []text.Word) {
	f.lists = gazetteer.AppendLists(f.lists[:0], clean, words)
	f.seen = f.memory.AppendSeen(f.seen[:0], clean, words)
	f.tagger.Read(&tagger.Sentence{Text: clean, Words: words, Lists: f.lists, Seen: f.seen})
	f.pending = append(f.pending, pending{block, words})
	if f.waiting += len(words); f.waiting >= maxPart {
		f.tagAll(clean)
	}
}

// tagAll finds the names of all sentences that have been read.
func (f *nameFinder) tagAll(clean string) {
	for _, p := range f.pending {
		f.tag(clean, p.block, p.words)
	}
	clear(f.pending)
	f.pending, f.waiting = f.pending[:0], 0
	f.tagger.Forget()
}

// tag finds the names of one sentence, which has been read.
func (f *nameFinder) tag(clean string, block int32, words []text.Word) {
	first, open := len(f.names), 0
	for i, l := range f.tagger.Next(len(words)) {
		w := words[i]
		switch {
		case w.Start < f.until:
			continue
		case l == tagger.Outside && f.isState(clean, words[:i+1], first):
			f.names = append(pool.Room(f.names), name{w.Start, w.End, block, tagger.Location, recalled})
			continue
		case (l == tagger.Outside || l.Opens() && l.Closes()) && spaced(clean[w.Start:]) > 0:
			f.until = w.Start + spaced(clean[w.Start:])
			f.names = append(pool.Room(f.names), name{w.Start, f.until, block, tagger.Location, recalled})
			continue
		case l == tagger.Outside, l.Opens() && l.Closes() && (isNation(w.Of(clean)) || isOffice(clean, words[:i+1])):
			continue
		case l.Opens():
			class := l.Class()
			if l.Closes() && class == tagger.Person && governs(clean, words[:i]) {
				class = tagger.Location
			}
			f.names = append(pool.Room(f.names), name{tagger.NameStart(clean, w), tagger.NameEnd(clean, w), block, class, f.tagger.Confidence(i)})
			open = i
		}
		n := &f.names[len(f.names)-1]
		n.end, n.confidence = tagger.NameEnd(clean, w), min(n.confidence, f.tagger.Confidence(i))
		if l.Closes() {
			f.settle(clean, words[open:i+1])
			f.keepShop(clean, words[:open])
		}
	}
	f.others(clean, block, words, first)
}

// governs reports whether the words before a name make it that of a place whatever else is called so: "the mayor of Larch".
func governs(clean string, before []text.Word) bool {
	n := len(before)
	return n >= 2 && before[n-1].Of(clean) == "of" && ofPlaces[before[n-2].Of(clean)]
}

// ofPlaces are words whose "of" a place follows.
var ofPlaces = set("mayor Mayor city City town Town village Village port Port outskirts streets north south east west suburbs inhabitants county County capital")

// papers are words with which names of several words end that are those of newspapers, whatever the words before them name: "Larch
// Courier".
var papers = set("Courier Gazette Herald Tribune Chronicle Journal Examiner Inquirer Dispatch Post-Dispatch Courant Bulletin")

// isOffice reports whether the last of words is a part of an office: "Secretary of State" names no state.
func isOffice(clean string, words []text.Word) bool {
	n := len(words)
	return n > 2 && strings.EqualFold(words[n-1].Of(clean), "state") && words[n-2].Of(clean) == "of" && strings.EqualFold(words[n-3].Of(clean), "secretary")
}

// isNation reports whether word names the people of a country, or one of them: "Afghan", "Afghans".
func isNation(word string) bool {
	return gazetteer.Look(strings.TrimSuffix(word, "s")).Has(gazetteer.Nation)
}
