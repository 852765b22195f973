package main

import (
	"cmp"
	"slices"

	"github.com/copydesk/copydesk/internal/score/language"
)

// classOrder returns the classes as the model has them: in the order of their scripts.
func classOrder() []class {
	list := classes()
	slices.SortStableFunc(list, func(a, b class) int { return cmp.Compare(a.script, b.script) })
	return list
}

// emptyTable is a model that knows scripts only.
func emptyTable() *language.Table {
	t := &language.Table{}
	for _, c := range classOrder() {
		t.Classes = append(t.Classes, language.Class{Code: c.code, ISO: c.iso, Script: c.script})
	}
	for i := range t.Heat {
		t.Heat[i] = 1
	}
	t.Evidence[len(t.Evidence)-1] = -30 // until it is learnt, every text is in a language
	return t
}

// export returns what was learnt.
func (l *learner) export() *part {
	t, at := emptyTable(), map[string]uint8{}
	for i, c := range classOrder() {
		at[c.name()] = uint8(i) //nolint:gosec // a class is a byte in the model
	}
	for i, c := range l.classes {
		t.Classes[at[c.name()]].Bias = float64(l.bias[i])
	}
	return &part{t.Classes, l.entries(at)}
}

// entries returns the n-grams with their weights. Those without weights count, too: a detector goes on from them.
func (l *learner) entries(at map[string]uint8) (list []language.Entry) {
	for f, h := range l.hashes {
		e := language.Entry{Hash: h}
		for _, x := range l.cells[l.starts[f]:l.starts[f+1]] {
			if language.Quantised(float64(x.weight)) != 0 {
				c := l.classes[x.class]
				e.Classes, e.Weights = append(e.Classes, at[c.name()]), append(e.Weights, float64(x.weight))
			}
		}
		list = append(list, e)
	}
	return list
}
