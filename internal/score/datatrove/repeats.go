package datatrove

import (
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// repeatedRuns are the runs of tokens of a text that occurred before, for each length from firstDup on, found once for their
// signals and their places.
type repeatedRuns [lastDup - firstDup + 1]struct {
	chars int
	list  pytext.Stretches
}

type repeatedRunsKey struct{}

// Release does nothing: runs take little memory.
func (*repeatedRuns) Release() {}

// repeatedRunsOf returns those of t.
func repeatedRunsOf(t *pytext.Text) *repeatedRuns {
	return t.Unit(repeatedRunsKey{}, findRepeatedRuns).(*repeatedRuns) //nolint:forcetypeassert // the key is ours
}

var joinedPool pool.Of[joined]

func findRepeatedRuns(t *pytext.Text) pytext.Unit {
	r := new(repeatedRuns)
	tokens := spacy.Of(t)
	j := joinedPool.Get()
	j.join(t, tokens)
	for i := range r {
		n := i + firstDup
		j.narrowTo(n)
		j.eachRepeated(n, func(at int32) {
			r[i].chars += tokens.GramChars(int(at), n)
			r[i].list.Add(at, at+int32(n)) //nolint:gosec // at most 10
		})
	}
	j.t = nil
	joinedPool.Put(j, j.size())
	return r
}
