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
	cleanOperation:   {letter: 2, capital: 2, digit: 50, space: 2, lineEnd: 104, lessThan: 2, symbol: 6, high: 10},
	extractOperation: {letter: 2, capital: 108, digit: 20, space: 40, lineEnd: 87, lessThan: 2, symbol: 247, high: 26},
	scoreOperation:   {letter: 13, capital: 12, digit: 51, space: 28, lineEnd: 55, lessThan: 22, symbol: 90, high: 52},
}

var pageWeights = [operations]weights{
	cleanOperation:   {letter: 3, capital: 2, digit: 3, space: 2, lineEnd: 2, lessThan: 526, symbol: 61, high: 13},
	extractOperation: {letter: 4, capital: 132, digit: 5, space: 16, lineEnd: 35, lessThan: 523, symbol: 62, high: 7},
	scoreOperation:   {letter: 4, capital: 268, digit: 4, space: 13, lineEnd: 2, lessThan: 429, symbol: 71, high: 11},
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
