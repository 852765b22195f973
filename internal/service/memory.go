package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// byteClass sorts the bytes of a document by what they make of it: lines, elements, names, numbers, words.
type byteClass uint8

const (
	letter byteClass = iota
	capital
	digit
	space
	lineEnd
	lessThan // an element, in a page
	symbol   // and control characters
	high     // part of a character beyond ASCII
	byteClasses
)

var classOf = func() (table [256]byteClass) {
	for b := range table {
		switch {
		case b >= 'a' && b <= 'z':
			table[b] = letter
		case b >= 'A' && b <= 'Z':
			table[b] = capital
		case b >= '0' && b <= '9':
			table[b] = digit
		case b == ' ' || b == '\t':
			table[b] = space
		case b == '\n' || b == '\r':
			table[b] = lineEnd
		case b == '<':
			table[b] = lessThan
		case b >= 0x80:
			table[b] = high
		default:
			table[b] = symbol
		}
	}
	return table
}()

// weights are how many bytes of memory an operation takes, at its peak and with its result, for each byte of content of a class.
// They are the least with which the operation keeps to what is reserved, within a fifth, for every document of internal/hostile,
// and which reserve little for ordinary ones: a linear program over what each of those takes
// (`go test ./internal/growth -run TestMemoryFactors -long -v`).
type weights [byteClasses]int64

// operation numbers what can be done with a document.
type operation int

const (
	cleanOperation operation = iota
	extractOperation
	scoreOperation
	operations
)

var textWeights = [operations]weights{
	cleanOperation:   {letter: 2, capital: 2, digit: 50, space: 4, lineEnd: 79, lessThan: 2, symbol: 5, high: 9},
	extractOperation: {letter: 2, capital: 106, digit: 21, space: 36, lineEnd: 76, lessThan: 2, symbol: 182, high: 20},
	scoreOperation:   {letter: 7, capital: 2, digit: 94, space: 19, lineEnd: 47, lessThan: 40, symbol: 86, high: 33},
}

var pageWeights = [operations]weights{
	cleanOperation:   {letter: 2, capital: 2, digit: 3, space: 2, lineEnd: 2, lessThan: 494, symbol: 57, high: 10},
	extractOperation: {letter: 4, capital: 127, digit: 5, space: 14, lineEnd: 21, lessThan: 489, symbol: 58, high: 5},
	scoreOperation:   {letter: 3, capital: 91, digit: 8, space: 9, lineEnd: 2, lessThan: 322, symbol: 66, high: 4},
}

const (
	// workBase is what work on any document takes.
	workBase = 256 << 10

	// moreFactor is what each operation beyond the first takes for each byte of content.
	moreFactor = 2

	// countedFrom is the size from which bytes are counted. Smaller documents are never short of memory; counting them would take
	// longer than a hundredth of the work.
	countedFrom = 32 << 10

	// smallFactor is what work on a smaller document takes for each byte.
	smallFactor = 24
)

// memory is how many bytes work on d takes.
func (p *plan) memory(d *copydeskv1.Document) int64 {
	n := contentBytes(d)
	if n < countedFrom {
		return workBase + int64(n)*smallFactor
	}
	var counts [byteClasses]int64
	var most int64
	switch {
	case d.HasText():
		counts = countBytes(d.GetText())
		most = p.mostOf(&textWeights, &counts)
	case d.HasHtml():
		counts = countBytes(d.GetHtml())
		most = p.mostOf(&pageWeights, &counts)
	default: // text or a page
		counts = countBytes(d.GetRaw())
		most = max(p.mostOf(&textWeights, &counts), p.mostOf(&pageWeights, &counts))
	}
	return workBase + most + moreFactor*int64(n)*int64(max(len(p.operations())-1, 0))
}

// operations are what p asks for. Whatever that is, a document is cleaned first.
func (p *plan) operations() []operation {
	list := make([]operation, 0, operations)
	for o, asked := range [operations]bool{p.wantClean, p.wantExtract, p.score != nil} {
		if asked {
			list = append(list, operation(o))
		}
	}
	return list
}

// mostOf is what the dearest operation of p takes.
func (p *plan) mostOf(table *[operations]weights, counts *[byteClasses]int64) int64 {
	most := table[cleanOperation].sum(counts)
	for _, o := range p.operations() {
		most = max(most, table[o].sum(counts))
	}
	return most
}

func (w *weights) sum(counts *[byteClasses]int64) int64 {
	sum := int64(0)
	for class, n := range counts {
		sum += w[class] * n
	}
	return sum
}

func countBytes[T string | []byte](content T) (counts [byteClasses]int64) {
	for i := range len(content) {
		counts[classOf[content[i]]]++
	}
	return counts
}
