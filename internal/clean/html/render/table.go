package render

import (
	"math"
	"strconv"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

const (
	// maxSpan is the largest number of columns that a cell is believed to span: what is more means the whole row.
	// maxColumns is how many are kept free for cells that reach down from rows above. Cells that no screen shows must not
	// cost space.
	maxSpan    = 32
	maxColumns = 64
)

// cellPosition is the position of a cell in its table.
type cellPosition struct{ row, column int32 }

// grid finds the positions of the cells of a table, which are asked for in the order of the page.
type grid struct {
	table   int32
	node    int32        // the first element not looked at
	cell    int32        // the cell that at is of
	at      cellPosition // row is -1 before the first
	width   int32        // columns that cell takes up
	written cellPosition // the last cell that something was written of
	down    [maxColumns]uint16
}

// openTable begins a block of a table. A table with something else inside has several blocks, which share its grid.
func (w *writer) openTable(table int32) {
	if w.grid.table != table {
		w.grid = grid{table: table, node: table + 1, at: cellPosition{row: -1}}
	}
	w.grid.written = cellPosition{row: -1}
}

// seek goes on to a cell.
func (g *grid) seek(t *dom.Tree, cell int32) {
	for g.cell != cell && g.node <= cell {
		switch t.Nodes[g.node].Tag { //nolint:exhaustive // the others are not in the grid
		case atom.Tr:
			g.newRow()
		case atom.Td, atom.Th:
			g.take(t, g.node)
		}
		g.node++
	}
}

func (g *grid) newRow() {
	if g.at.row >= 0 {
		for i := range g.down {
			if g.down[i] > 0 {
				g.down[i]--
			}
		}
	}
	g.at.row++
	g.at.column, g.width = 0, 0
}

// take places the next cell of a row.
func (g *grid) take(t *dom.Tree, cell int32) {
	if g.at.row < 0 {
		g.newRow()
	}
	g.cell = cell
	g.at.column += g.width
	for g.at.column < maxColumns && g.down[g.at.column] > 0 {
		g.at.column++
	}
	g.width = spanOf(t, cell, dom.Colspan, maxSpan)
	if down := spanOf(t, cell, dom.Rowspan, math.MaxUint16); down > 1 {
		for c := g.at.column; c < min(g.at.column+g.width, maxColumns); c++ {
			g.down[c] = uint16(down) //nolint:gosec // bounded above
		}
	}
}

// spanOf returns how many rows or columns a cell spans, 1 for what is no number or more than most.
func spanOf(t *dom.Tree, cell int32, key dom.Key, most int32) int32 {
	raw, ok := t.Attr(cell, key)
	if !ok {
		return 1
	}
	n, err := strconv.ParseUint(raw.Of(t.Page), 10, 64)
	if err != nil || n == 0 || n > uint64(most) { //nolint:gosec // positive
		return 1
	}
	return int32(n) //nolint:gosec // bounded above
}

const (
	tabs      = "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"
	newRowAnd = "\n" + tabs
)

// toCell owes what separates a cell of the open table from what was written before.
func (w *writer) toCell(cell int32) {
	g := &w.grid
	g.seek(w.t, cell)
	switch {
	case g.written.row < 0:
		w.sep = tabs[:w.padding(g.at.column)]
	case g.at.row != g.written.row:
		w.gap, w.sep = noGap, newRowAnd[:1+w.padding(g.at.column)]
	case g.at.column != g.written.column:
		w.gap, w.sep = noGap, tabs[:w.padding(g.at.column-g.written.column)]
	default:
		w.owe(spaceGap)
	}
}

// padding returns the number of tabs for n columns: n, up to a bound, as long as the tabs for missing cells are fewer than
// the bytes of the page so far.
func (w *writer) padding(n int32) int {
	if n > 1 {
		w.tabs += int(n)
	}
	if w.tabs > 4096+w.done {
		return int(min(n, 1))
	}
	return int(min(n, maxColumns))
}
