package repair

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/copydesk/copydesk/internal/text"
)

// normalizer brings text into NFC, one cluster after the other: a starter with the marks and other characters after it
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
	_, err := c.Apply(pace)
	return err
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
	marks, last, disorder := 0, uint8(0), false // marks is where those after the last starter begin
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
				if err := x.sort(marks, at, disorder); err != nil {
					return nil, err
				}
				marks, disorder = at+n, false
			}
			disorder = disorder || ccc != 0 && ccc < last
			last = ccc
			at += n
		}
	}
	if err := x.sort(marks, len(x.ordered), disorder); err != nil {
		return nil, err
	}
	return x.recompose(x.ordered)
}

// sort puts the marks of x.ordered[start:end] in canonical order by counting, so that time is linear in their number.
func (x *normalizer) sort(start, end int, disorder bool) error {
	if !disorder {
		return nil
	}
	x.spare = append(x.spare[:0], x.ordered[start:end]...)
	var places [256]int
	if err := x.eachMark(func(mark []byte, ccc uint8) { places[ccc] += len(mark) }); err != nil {
		return err
	}
	at := start
	for ccc, n := range places {
		places[ccc] = at
		at += n
	}
	return x.eachMark(func(mark []byte, ccc uint8) {
		places[ccc] += copy(x.ordered[places[ccc]:], mark)
	})
}

// eachMark visits the marks of x.spare.
func (x *normalizer) eachMark(visit func(mark []byte, ccc uint8)) error {
	done := progress{pace: x.pace}
	for i := 0; i < len(x.spare); {
		if err := done.at(i); err != nil {
			return err
		}
		r, n := utf8.DecodeRune(x.spare[i:])
		visit(x.spare[i:i+n], normClassOf(r).ccc())
		i += n
	}
	return nil
}

// recompose composes what is decomposed and in order, in place: what comes of two characters is never longer than both.
func (x *normalizer) recompose(s []byte) ([]byte, error) {
	done := progress{pace: x.pace}
	out, starter := 0, rune(0)
	starterAt, starterEnd := 0, 0
	last := uint8(0) // the class of what was written last, after the starter
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
