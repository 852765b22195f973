package breaks

import (
	"strings"
	"unicode/utf8"
)

// salutations are the first words of the line that a letter begins with.
var salutations = set(`dear hello hi hey greetings gentlemen good
	sehr liebe lieber liebes werte werter hallo guten
	cher chère chers chères bonjour bonsoir madame monsieur mesdames messieurs salut
	estimado estimada estimados estimadas querido querida queridos queridas hola buenos buenas
	caro cara cari care gentile gentili egregio egregia spettabile ciao buongiorno buonasera
	prezado prezada prezados prezadas olá bom boa
	beste geachte lieve dag
	hej hei kära käre kære kjære bästa
	szanowny szanowna szanowni drogi droga cześć dzień witam
	vážený vážená vážení milý milá dobrý
	уважаемый уважаемая уважаемые дорогой дорогая дорогие здравствуйте привет
	sayın değerli merhaba`)

// longestSalutation is the length in bytes of the longest of them.
const longestSalutation = 24

// maxSalutation is the greatest number of words in such a line.
const maxSalutation = 7

// fixSalutations marks the lines as fixed that letters begin with, "Dear Ida,": in many languages the letter goes on in small letters after them.
// The line before one ends a sentence or is a heading or a pair of key and value, as those of mail are.
func (d *Document) fixSalutations() {
	for i := range d.Pieces {
		p := &d.Pieces[i]
		if p.Last != LastComma || p.First != FirstUpper || p.words < 2 || p.words > maxSalutation || i == len(d.gaps) {
			continue
		}
		line := p.Span.Of(d.in)
		if word := firstWord(line); len(word) > longestSalutation || !salutations[strings.ToLower(word)] || strings.IndexByte(line, ',') < len(line)-1 {
			continue
		}
		if i == 0 || d.Pieces[i-1].Last == LastStop || d.Pieces[i-1].heading() || d.Pieces[i-1].label {
			p.Fixed = true
		}
	}
}

// fixTurns marks lines as items that begin with a name between angle brackets, as those of a chat do, beside another such line.
func (d *Document) fixTurns() {
	before := false
	for i := range d.Pieces {
		turn := isTurn(d.Pieces[i].Span.Of(d.in))
		if turn && before {
			d.Pieces[i-1].item, d.Pieces[i].item = true, true
		}
		before = turn
	}
}

// longestNick is the length in bytes of the longest name of somebody who chats.
const longestNick = 32

// isTurn reports whether line begins as one of a chat does: "<ida> is the boat back".
func isTurn(line string) bool {
	if line[0] != '<' {
		return false
	}
	end := strings.IndexByte(line[:min(len(line), longestNick)], '>')
	return end > 1 && end+2 < len(line) && line[end+1] == ' ' && !strings.ContainsAny(line[:end], " /=\"!")
}

// hasLeader reports whether line ends in a number after a row of dots, as the lines of a table of contents do: "2 The channel ..... 7".
func hasLeader(line string) bool {
	if len(line) > edge || !isDigit(line[len(line)-1]) {
		return false
	}
	bare := strings.TrimRight(strings.TrimRight(line, "0123456789"), " ")
	dots := bare[len(strings.TrimRight(bare, " .…·_")):]
	return utf8.RuneCountInString(strings.ReplaceAll(dots, " ", "")) >= minLeader || strings.Count(dots, "…") > 1
}

// minLeader is how many dots are more than an ellipsis.
const minLeader = 4
