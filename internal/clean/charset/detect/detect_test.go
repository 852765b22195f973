package detect_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/htmlindex"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
)

func encode(t testing.TB, label, s string) string {
	t.Helper()
	e, err := htmlindex.Get(label)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestDetect(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ label, language, text string }{
		{"windows-1252", "fr", "Le phare a été rallumé mardi, après neuf années d’obscurité."},
		{"windows-1250", "pl", "Latarnia morska została ponownie zapalona we wtorek, po dziewięciu latach."},
		{"windows-1251", "uk", "У вівторок маяк знову засвітили після дев’яти років темряви."},
		{"ibm866", "ru", "Во вторник маяк снова зажгли, после девяти лет темноты."},
		{"iso-8859-13", "lt", "Antradienį „švyturys“ vėl buvo įžiebtas po devynerių metų."},
		{"iso-8859-16", "ro", "Farul a fost reaprins marți, după nouă ani, și mulți oameni au venit să îl vadă."},
		{"windows-1250", "ro", "Farul a fost reaprins „marţi”, după nouă ani, şi mulţi oameni au venit să îl vadă."},
		{"iso-8859-14", "cy", "Cafodd y goleudy ei gynnau ddydd Mawrth, a daeth llawer i'r tŷ ger y dŵr."},
		{"macintosh", "nl", "De vuurtoren is dinsdag weer aangestoken; de toeschouwers waren geïnteresseerd."},
		{"macintosh", "en", "The lamp was lit on Tuesday. “Nine years,” she said, “is a long time.”"},
		{"iso-8859-3", "mt", "Il-fanal reġa' nxtegħel nhar it-Tlieta, u ħafna nies marru ħdejn ix-xatt."},
		{"x-mac-cyrillic", "bg", "Фарът беше запален отново във вторник след девет години тъмнина."},
		{"windows-1258", "vi", "Ngọn hải đăng được thắp lại hôm thứ ba."},
		{"windows-874", "th", "ประภาคารถูกจุดขึ้นอีกครั้งในวันอังคาร"},
		{"euc-jp", "ja", "灯台は火曜日に再び点灯され、多くの人が港に集まりました。"},
		{"euc-kr", "ko", "등대는 화요일에 다시 켜졌고 많은 사람들이 항구에 모였다."},
		{"shift_jis", "ja", "灯台は火曜日に再び点灯され、多くの人が港に集まりました。"},
		{"gbk", "zh-cn", "灯塔在熄灭九年之后，于星期二重新点亮。"},
		{"big5", "zh-tw", "燈塔在熄滅九年之後，於星期二重新點亮。"},
	} {
		guesses := detect.Detect(encode(t, c.label, c.text))
		if len(guesses) == 0 || guesses[0].Label != c.label || guesses[0].Language != c.language {
			t.Errorf("%s in %s: %v", c.language, c.label, guesses)
		}
	}
	if got := detect.Detect("plain text"); got != nil {
		t.Errorf("ASCII: %v", got)
	}
}

// TestRareByte tests that two encodings are distinguished by the one byte in which they differ, wherever it is.
func TestRareByte(t *testing.T) {
	t.Parallel()
	filler := strings.Repeat("Le phare a été rallumé mardi, après neuf années. ", 400)
	for label, last := range map[string]string{"iso-8859-15": "Elle coûte 5 € et l'œuvre est au cœur du musée.", "windows-1252": "Elle coûte 5 € et l’œuvre est au cœur du musée."} {
		if guesses := detect.Detect(encode(t, label, filler+last)); len(guesses) == 0 || guesses[0].Label != label {
			t.Errorf("%s: %v", label, guesses)
		}
	}
}

func TestModel(t *testing.T) {
	t.Parallel()
	data := detect.Models()[0].Data[0]
	for _, damaged := range []string{"", data[:100], data[:len(data)-1]} {
		if _, err := detect.OpenModel(damaged); err == nil {
			t.Errorf("%d bytes are a model", len(damaged))
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	for _, bench := range []struct{ name, label, text string }{
		{"french", "windows-1252", "Le phare a été rallumé mardi, après neuf années d’obscurité, devant une foule émue. "},
		{"russian", "koi8-r", "Во вторник маяк снова зажгли, после девяти лет темноты, и многие пришли посмотреть. "},
		{"japanese", "shift_jis", "灯台は火曜日に再び点灯され、多くの人が港に集まりました。"},
	} {
		raw := encode(b, bench.label, strings.Repeat(bench.text, 2000/len(bench.text)+1))
		b.Run(bench.name, func(b *testing.B) {
			b.SetBytes(int64(len(raw)))
			b.ReportAllocs()
			for b.Loop() {
				detect.Detect(raw)
			}
		})
	}
}
