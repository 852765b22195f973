package parity

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

const spacyProfile = "spacy"

var spacyParity = parity{name: spacyProfile, script: "golden_spacy.py", ours: ourSpacy}

// SpaCy compares tokens and the number of sentences with spaCy's: the tokens of the golden file, and spaCy itself where
// it is installed.
func SpaCy() error {
	docs, err := data.ReadJSONL[data.Document]("quality-parity/docs-dev.jsonl.xz")
	if err != nil {
		return err
	}
	rows, err := data.ReadJSONL[struct {
		DocID  string          `json:"doc_id"`
		Tokens json.RawMessage `json:"tokens"`
	}]("quality-parity/tokens-dev-spacy.jsonl.xz")
	if err != nil {
		return err
	}
	goldens := make([]golden, len(rows))
	for i, r := range rows {
		goldens[i] = golden{DocID: r.DocID, Profile: spacyProfile, Signal: "tokens", Value: r.Tokens}
	}
	spacyParity.compare("golden file", docs, goldens)
	return spacyItself(docs)
}

// spacyItself compares with spaCy's own code, on docs, further documents and chunks made to be cut.
func spacyItself(docs []data.Document) error {
	if !peers.Installed() {
		fmt.Printf("further documents: %v\n", peers.ErrNotInstalled)
		return nil
	}
	further, err := data.Further()
	if err != nil {
		return err
	}
	docs = append(append(docs, further...), spacyChunks()...)
	var answer parityAnswer
	if err := peers.Call(spacyParity.script, docs, &answer); err != nil {
		return err
	}
	spent := spacyParity.compare(fmt.Sprintf("%d documents", len(docs)), docs, answer.Rows)
	fmt.Printf("its own code took %.1f s, ours %.2f s: %.0f times as long\n", answer.Seconds, spent.Seconds(),
		answer.Seconds/spent.Seconds())
	return nil
}

// ourSpacy gives our tokens of s and its number of sentences.
func ourSpacy(s string) map[goldenKey]any {
	t := pytext.New(s)
	defer t.Release()
	k := spacy.Of(t)
	tokens := make([]string, k.Len())
	for i, id := range k.IDs {
		tokens[i] = k.Type(id)
	}
	return map[goldenKey]any{
		{spacyProfile, "tokens"}:    tokens,
		{spacyProfile, "sentences"}: float64(spacy.Sentences(s)),
	}
}

// spacyPieces are what the made chunks consist of: what the rules speak of, and what they do not.
var spacyPieces = strings.Fields(`. , : ; ! ? - -- --- — – —— ~ ... .. … …… ' '' ’ " “ ” ( ) [ ] { } < > / = + * ^ _ # & % $ US$ C$
£ € ° °C °F. km kg m/s km/h mph TB 10 3 1 0 2021 a b A B US é É 日 я Я ب ٣ ² @ http:// ftp:// www. .com .co.uk 192.168.1.1 8.8.8.8
223.1.2.254 :80 :123456 /path ?q=1 user@ a.b 🙂 👍🏽 ™ 's ’s 'S n't 'll a.m. e.g. U.S. Mr. D.C. 。 ！ ？ 、 | \ word Word WORD he it
that :) :-( :(( ): (: <3 </3 ._. ;_; can't gonna etc. vs. o'clock ’em 8) -_- x`)

// spacyChunks makes texts of such pieces, drawn by a fixed rule: most of them next to each other, where what is cut off one can
// be part of an exception with the next.
func spacyChunks() []data.Document {
	state := uint64(7)
	draw := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int((state >> 33) % uint64(n)) //nolint:gosec // n is small
	}
	docs := make([]data.Document, 2000)
	for i := range docs {
		var b strings.Builder
		for range 100 {
			b.WriteString(spacyPieces[draw(len(spacyPieces))])
			switch draw(12) {
			case 0, 1, 2, 3, 4:
				b.WriteString(" ")
			case 5:
				b.WriteString(data.EdgeSeparators[draw(len(data.EdgeSeparators))])
			}
		}
		docs[i] = data.Document{DocID: fmt.Sprintf("chunks-%d", i), Text: b.String()}
	}
	return docs
}
