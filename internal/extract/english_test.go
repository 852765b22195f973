package extract

import (
	"context"
	"testing"

	"github.com/copydesk/copydesk/internal/text"
)

// TestEnglish finds names in English texts only, and trusts the caller where the text is too short to tell.
func TestEnglish(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text, language string
		want           bool
	}{
		"English":                              {"The mayor of the town said that the bridge would not be open for a while, and that people who cross it by car have to wait until the repairs are done.", "", true},
		"German":                               {"Der Bürgermeister der Stadt sagte, dass die Brücke noch eine Weile nicht geöffnet wird und dass alle, die mit dem Auto darüber fahren wollen, warten müssen, bis die Arbeiten beendet sind, was noch lange dauern kann, weil man erst jetzt mit ihnen beginnt und das ganze lange geplante teure neue nicht so schnell zu machen ist.", "", false},
		"Danish":                               {"Borgmesteren i byen sagde, at broen ikke bliver åbnet for en tid, og at de folk, der vil over den i bil, må vente, til arbejdet er gjort, og det kan vare længe endnu.", "", false},
		"German, said to be English":           {"Der Bürgermeister der Stadt sagte, dass die Brücke noch eine Weile nicht geöffnet wird und dass alle, die mit dem Auto darüber fahren wollen, warten müssen, bis die Arbeiten beendet sind, was noch lange dauern kann, weil man erst jetzt mit ihnen beginnt und das ganze lange geplante teure neue nicht so schnell zu machen ist.", "en", false},
		"a line":                               {"Daniel Okafor in Lisbon", "", true},
		"a line that the caller calls English": {"Daniel Okafor in Lisbon", "en-GB", true},
		"a line that the caller calls German":  {"Daniel Okafor in Lissabon", "de", false},
		"nothing":                              {"", "", true},
	} {
		words, err := text.AppendWords(context.Background(), nil, c.text, text.Span{End: len(c.text)})
		if err != nil {
			t.Fatal(err)
		}
		x := &extraction{d: &text.Document{Clean: c.text}, o: Options{Language: c.language}, words: words}
		if got := x.isEnglish(); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
