package repair

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copydesk/copydesk/internal/text"
)

// normalizer brings text into NFC, one cluster after the other: a starter with the marks and other characters behind it
// that may act on it or on each other. Most text has no cluster that needs more than a look at its classes.
//
// The normal form is that of Unicode Standard Annex 15, and not its stream-safe variant, as package norm makes it: that
// puts U+034F among more than 30 marks in a row, which is a change that repairs nothing.
type normalizer struct {
	pace    *text.Pace
	ordered []byte // the cluster, decomposed, its marks in canonical order
	spare   []byte // the marks being put in order
}

func normalize(pace *text.Pace, c *text.Chain, _ text.RuleSet) error {
	in := c.Text()
	x := normalizer{pace: pace}
	e := c.Edit()
	done := progress{pace: pace}
	for i, before := 0, 0; i < len(in); {
		if err := done.at(i); err != nil {
			return err
		}
		if n := asciiPrefix(in[i:]); n > 0 {
			i += n
			before = i - 1
			continue
		}
		r, size := runeAt(in, i)
		if normClassOf(r) == 0 {
			before = i
			i += size
			continue
		}
		if normClassOf(r) == normNo {
			before = i // it acts on nothing before it
		}
		s := text.Span{Start: before, End: clusterEnd(in, i+size)}
		if !isComposed(s.Of(in)) {
			with, err := x.compose(s.Of(in))
			if err != nil {
				return err
			}
			if string(with) != s.Of(in) {
				e.Replace(s, string(with), text.Change{Rule: NFC})
			}
		}
		i, before = s.End, s.End
	}
	c.Apply()
	return nil
}

// clusterEnd returns where the cluster ends whose characters are known up to offset i.
func clusterEnd(in string, i int) int {
	for i < len(in) && in[i] >= utf8.RuneSelf {
		r, size := runeAt(in, i)
		if normClassOf(r) == 0 {
			break
		}
		i += size
	}
	return i
}

// isComposed reports whether cluster is in NFC.
func isComposed(cluster string) bool {
	starter, i := runeAt(cluster, 0)
	class := normClassOf(starter)
	if class&normNo != 0 {
		return false
	}
	order := norm.NFC.PropertiesString(cluster).TrailCCC() // below it marks would go among those of a composed starter
	kept := class.ccc()                                    // the class of the latest mark
	for i < len(cluster) {
		r, size := runeAt(cluster, i)
		i += size
		class := normClassOf(r)
		ccc := class.ccc()
		if class&normNo != 0 || ccc != 0 && ccc < order {
			return false
		}
		free := kept == 0 || kept < ccc
		if class&normMaybe != 0 && free && composedOf(starter, r) != 0 {
			return false
		}
		if order, kept = ccc, ccc; ccc == 0 {
			starter = r
		}
	}
	return true
}

// compose returns the NFC of cluster, which is valid until the next call. The error is that of the pace.
func (x *normalizer) compose(cluster string) ([]byte, error) {
	done := progress{pace: x.pace}
	x.ordered = slices.Grow(x.ordered[:0], len(cluster))
	marks, last, disorder := 0, uint8(0), false // marks is where those behind the last starter begin
	for i := 0; i < len(cluster); {
		if err := done.at(i); err != nil {
			return nil, err
		}
		_, size := runeAt(cluster, i)
		start := len(x.ordered)
		x.ordered = appendDecomposed(x.ordered, cluster[i:i+size])
		i += size
		for at := start; at < len(x.ordered); {
			r, n := utf8.DecodeRune(x.ordered[at:])
			ccc := normClassOf(r).ccc()
			if ccc == 0 {
				x.sort(marks, at, disorder)
				marks, disorder = at+n, false
			}
			disorder = disorder || ccc != 0 && ccc < last
			last = ccc
			at += n
		}
	}
	x.sort(marks, len(x.ordered), disorder)
	return x.recompose(x.ordered)
}

// sort puts the marks of x.ordered[start:end] in canonical order by counting, so that time is linear in their number.
func (x *normalizer) sort(start, end int, disorder bool) {
	if !disorder {
		return
	}
	x.spare = append(x.spare[:0], x.ordered[start:end]...)
	var places [256]int
	eachMark(x.spare, func(mark []byte, ccc uint8) { places[ccc] += len(mark) })
	at := start
	for ccc, n := range places {
		places[ccc] = at
		at += n
	}
	eachMark(x.spare, func(mark []byte, ccc uint8) {
		places[ccc] += copy(x.ordered[places[ccc]:], mark)
	})
}

func eachMark(marks []byte, visit func(mark []byte, ccc uint8)) {
	for len(marks) > 0 {
		r, n := utf8.DecodeRune(marks)
		visit(marks[:n], normClassOf(r).ccc())
		marks = marks[n:]
	}
}

// recompose composes what is decomposed and in order, in place: what comes of two characters is never longer than both.
func (x *normalizer) recompose(s []byte) ([]byte, error) {
	done := progress{pace: x.pace}
	out, starter := 0, rune(0)
	starterAt, starterEnd := 0, 0
	last := uint8(0) // the class of what was written last, behind the starter
	for i := 0; i < len(s); {
		if err := done.at(i); err != nil {
			return nil, err
		}
		r, n := utf8.DecodeRune(s[i:])
		ccc := normClassOf(r).ccc()
		if free := out == starterEnd || last < ccc && last != 0; free && starter != 0 {
			if c := composedOf(starter, r); c != 0 {
				size := utf8.RuneLen(c)
				if grown := size - (starterEnd - starterAt); grown != 0 {
					copy(s[starterEnd+grown:], s[starterEnd:out])
					out, starterEnd = out+grown, starterEnd+grown
				}
				utf8.EncodeRune(s[starterAt:], c)
				starter = c
				i += n
				continue
			}
		}
		copy(s[out:], s[i:i+n])
		if ccc == 0 {
			starter, starterAt, starterEnd = r, out, out+n
		}
		last = ccc
		out += n
		i += n
	}
	return s[:out], nil
}
