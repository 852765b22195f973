package extract

import (
	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/text"
)

// The classes of names that the tagger does not look for.
const (
	classNationality = tagger.Location + tagger.Class(gazetteer.Nationality)
	classEvent       = tagger.Location + tagger.Class(gazetteer.Event)
	classWork        = tagger.Location + tagger.Class(gazetteer.Work)
	classProduct     = tagger.Location + tagger.Class(gazetteer.Product)
	classLaw         = tagger.Location + tagger.Class(gazetteer.Law)
)

// others adds the names of one sentence that name no person, organisation or place, where the tagger found no name. Those that it found
// begin at index first of f.names.
func (f *nameFinder) others(clean string, block int32, words []text.Word, first int) {
	found := f.names[first:len(f.names):len(f.names)]
	next := 0
	for i := 0; i < len(words); i++ {
		w := words[i]
		for next < len(found) && found[next].end <= w.Start {
			next++
		}
		if !w.Shape.Has(text.Capital) {
			continue
		}
		x, ok := gazetteer.FindOther(clean, words[i:])
		if !ok {
			continue
		}
		end := words[i+x.Words-1].End
		if next < len(found) && found[next].start < end {
			continue
		}
		f.names = append(f.names, name{w.Start, end, block, tagger.Location + tagger.Class(x.Kind), x.Share})
		i += x.Words - 1
	}
}
