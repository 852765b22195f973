package textstats

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

func TestConfusable(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		want       []string // the confusable words
	}{
		{"Cyrillic in Latin", "Log in to p\u0430yp\u0430l today.", []string{"p\u0430yp\u0430l"}},
		{"Greek capital in Latin", "The \u0391pollo mission.", []string{"\u0391pollo"}},
		{"Latin in Cyrillic", "Пpивет, мир.", []string{"Пpивет"}},
		{"a whole word of look-alikes", "The \u0440\u0430\u0443 of the crew.", []string{"\u0440\u0430\u0443"}},
		{"two alphabets of look-alikes", "\u0391\u0440\u0440le pie", []string{"\u0391\u0440\u0440le"}},
		{"letters for mathematics", "Buy \U0001D5FB\U0001D5FC\U0001D604 and save.", []string{"\U0001D5FB\U0001D5FC\U0001D604"}},
		{"with a combining mark", "c\u0301\u0430fe", []string{"c\u0301\u0430fe"}},
		{"a Russian word of such letters", "Наша сова спит, а сор лежит.", nil},
		{"words of two languages", "Новый iPhone и USB-кабель, the Москва river.", nil},
		{"a Russian ending", "Работает в Windowsом и в Wi-Fi.", nil},
		{"quantities", "TNFα, IFNγ, NFκB, 5 µm, 10 kΩ, ΔT, x² and π.", nil},
		{"one letter of mathematics", "Let \U0001D465 be \U0001D466 + 1.", nil},
		{"one letter of Cyrillic", "The letter \u0430 is the first.", nil},
		{"Greek", "Το τρένο έφυγε. ΤΟ ΝΗΜΑ ΚΑΙ Η ΖΩΗ.", nil},
		{"accents of Latin", "Zażółć gęślą jaźń, Dvořák à Orléans.", nil},
		{"Serbian in two alphabets", "Beograd је главни град, Novi Sad није.", nil},
		{"nothing", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := pytext.New(tt.text)
			defer p.Release()
			v := make([]float64, len(confusableSignals))
			measureConfusable(p, v)
			found := profile.Places{Most: 64}
			findConfusable(p, 0, &found)
			var got []string
			for _, s := range found.Spans {
				got = append(got, s.Of(tt.text))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if int(v[0]) != len(tt.want) {
				t.Errorf("%v words", v[0])
			}
		})
	}
}
