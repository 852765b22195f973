package content

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// feature is one number that describes a T, under a name by which a tree's question can be read.
type feature[T any] struct {
	name  string
	value func(T) int
}

// absent is the value of all features of a container, neighbour or heading that there is not.
const absent = -2

// FirstFeatures are the names of what the first trees see of a block, in the order of Row.
func FirstFeatures() []string {
	names := namesOf("", blockFeatures)
	for n := range containers {
		names = append(names, namesOf(fmt.Sprintf("container%d.", n+1), containerFeatures)...)
	}
	for _, d := range neighbours {
		names = append(names, namesOf(fmt.Sprintf("neighbour%+d.", d), neighbourFeatures)...)
	}
	return append(names, namesOf("page.", pageFeatures)...)
}

// SecondFeatures are the names of what the second trees see of a block after FirstFeatures, in the order of Second.
func SecondFeatures() []string { return namesOf("", secondFeatures) }

func namesOf[T any](prefix string, list []feature[T]) []string {
	names := make([]string, len(list))
	for i, f := range list {
		names[i] = prefix + f.name
	}
	return names
}

// The numbers of features; a test holds them to the lengths of the tables.
const (
	blockCount     = 100
	containerCount = 13
	neighbourCount = 7
	pageCount      = 20 + KindCount
	secondCount    = 47

	// Features is how many numbers describe a block to the first trees.
	Features = blockCount + containers*containerCount + len(neighbours)*neighbourCount + pageCount
)

// Row is what the first trees see of a block: Features numbers, in the order of FirstFeatures.
type Row [Features]int16

// neighbours are the blocks looked at, by how many blocks after this one they are.
var neighbours = [4]int{-1, 1, -2, 2}

// fill evaluates features from a place of a row on and returns the place after them.
func fill[T any](row []int16, list []feature[T], of T) []int16 {
	for i := range list {
		row[i] = clamp(list[i].value(of))
	}
	return row[len(list):]
}

// fillAbsent fills in for features of what there is not.
func fillAbsent(row []int16, n int) []int16 {
	for i := range row[:n] {
		row[i] = absent
	}
	return row[n:]
}

func clamp(n int) int16 { return int16(max(-32768, min(n, 32767))) }

// share is part of whole in thousandths, -1 if whole is nothing.
func share(part, whole int32) int {
	if whole <= 0 {
		return -1
	}
	return int(int64(part) * 1000 / int64(whole))
}

// score is a sum of the lexicon in hundredths of a log-odds.
func score(sum int32) int { return int(sum / (LexiconScale / 100)) }

// judge scores the names and words of the page by the linear models. It comes before row.
func (p *Page) judge(l Lexicon, k Kinds) error {
	p.scoreNames(l)
	p.kinds, p.press = p.guess(k)
	if p.err != nil {
		return p.err
	}
	p.textScores = make([]int32, len(p.Blocks))
	for i := range p.Blocks {
		p.textScores[i] = p.scoreText(l, &p.Blocks[i])
		if err := p.pace.Step(blockStep / 4); err != nil {
			return err
		}
	}
	return nil
}

// row describes block i. last is the row of the block before, whose containers and page are mostly the same, nil if there is none.
func (p *Page) row(i int, dst, last *Row) {
	at := fill(dst[:], blockFeatures, p.view(i))
	for n, c := range p.levels[i] {
		offset := len(dst) - len(at)
		switch {
		case c == 0:
			at = fillAbsent(at, containerCount)
		case last != nil && p.levels[i-1][n] == c:
			at = at[copy(at, last[offset:offset+containerCount]):]
		default:
			at = fill(at, containerFeatures, container{p, c, &p.inside[c]})
		}
	}
	for _, d := range neighbours {
		if k := i + d; k >= 0 && k < len(p.Blocks) {
			at = fill(at, neighbourFeatures, neighbour{p, i, k, &p.Blocks[k]})
		} else {
			at = fillAbsent(at, neighbourCount)
		}
	}
	if last != nil {
		copy(at, last[len(dst)-len(at):])
	} else {
		fill(at, pageFeatures, p)
	}
}

// Rows describes all blocks.
func (p *Page) Rows(l Lexicon, k Kinds) ([]Row, error) {
	if err := p.judge(l, k); err != nil {
		return nil, err
	}
	rows := make([]Row, len(p.Blocks))
	var last *Row
	for i := range rows {
		p.row(i, &rows[i], last)
		last = &rows[i]
		if err := p.pace.Step(blockStep); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// bit is a feature that is 1 in a context.
func bit(name string, c dom.Context) feature[view] {
	return feature[view]{name, func(v view) int {
		if v.in&c != 0 {
			return 1
		}
		return 0
	}}
}
