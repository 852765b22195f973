package language_test

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/language"
)

// sentences are ours, one for each of many languages.
var sentences = map[string]string{
	"en": "The harbour was quiet again after the last boat had left for the islands.",
	"de": "Nach dem Regen liefen die Kinder wieder auf die Straße und spielten weiter.",
	"fr": "Les voisins se retrouvent chaque dimanche matin devant la boulangerie du village.",
	"es": "La biblioteca cierra más temprano los viernes porque casi nadie viene por la tarde.",
	"pt": "A reunião foi adiada porque ninguém conseguiu chegar a tempo por causa da chuva.",
	"it": "La strada che porta al paese vecchio è stata chiusa per alcuni giorni.",
	"nl": "De buurvrouw heeft gisteren haar fiets bij het station laten staan.",
	"sv": "Vi åkte till stugan i går eftersom det äntligen hade slutat snöa.",
	"pl": "Wczoraj wieczorem sąsiedzi naprawiali płot, który przewrócił się podczas burzy.",
	"fi": "Naapurin koira juoksi eilen illalla metsään eikä tullut heti takaisin.",
	"hu": "A szomszédunk tegnap este elfelejtette becsukni a kertkaput.",
	"tr": "Dün akşam komşumuz bahçe kapısını kapatmayı unutmuş.",
	"vi": "Hôm qua hàng xóm của chúng tôi quên đóng cổng vườn.",
	"ru": "Вчера вечером соседи забыли закрыть калитку, и собака убежала в лес.",
	"uk": "Учора ввечері сусіди забули зачинити хвіртку, і собака втік до лісу.",
	"el": "Χθες το βράδυ οι γείτονες ξέχασαν να κλείσουν την πόρτα του κήπου.",
	"ar": "نسي الجيران مساء أمس إغلاق باب الحديقة فهرب الكلب إلى الغابة.",
	"fa": "دیشب همسایه\u200cها فراموش کردند در باغ را ببندند و سگ به جنگل رفت.",
	"he": "אמש שכחו השכנים לסגור את שער הגינה והכלב ברח ליער.",
	"hi": "कल शाम पड़ोसी बगीचे का दरवाज़ा बंद करना भूल गए और कुत्ता जंगल में भाग गया।",
	"ja": "昨日の夜、隣の人が庭の門を閉め忘れて、犬が森へ逃げました。",
	"zh": "昨天晚上邻居忘了关花园的门，狗跑进了森林。",
	"ko": "어제저녁 이웃이 정원 문을 닫는 것을 잊어버려서 개가 숲으로 도망갔다.",
	"th": "เมื่อคืนนี้เพื่อนบ้านลืมปิดประตูสวน",
	"ta": "நேற்று மாலை அயலவர்கள் தோட்டத்தின் கதவை மூட மறந்துவிட்டார்கள்.",
	"am": "ትናንት ማታ ጎረቤቶች የአትክልቱን በር መዝጋት ረሱ።",
}

func detect(t *testing.T, s string) language.Report {
	t.Helper()
	r, err := language.Default().Detect(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// first is the code of the language with the largest share.
func first(r language.Report) string {
	if len(r.Languages) == 0 {
		return ""
	}
	return r.Languages[0].Code
}

func TestSentences(t *testing.T) {
	t.Parallel()
	for code, s := range sentences {
		for _, text := range []string{s, strings.ToUpper(s), s + " " + s + " " + s + " " + s + " " + s} {
			if got := detect(t, text); first(got) != code || got.Languages[0].Probability < .5 {
				t.Errorf("%s: %+v for %q", code, got.Languages, text)
			}
		}
	}
}

// TestWebNoise holds that addresses, mentions, hashtags, emoji, figures and borrowed words do not change the language.
func TestWebNoise(t *testing.T) {
	t.Parallel()
	noise := []string{
		"https://www.example.com/the-best-news-of-the-day.html ", "@the_real_john ", "#throwbackthursday #love ", "😀🎉👍 ", "12.345,67 € ", "WiFi online ", "info@example.com ",
	}
	// A sentence with as much noise on both sides that is taken for no language.
	knownFailures := map[string]bool{"ja https://www.example.com/the-best-news-of-the-day.html ": true}
	for _, code := range []string{"de", "es", "pl", "tr", "ru", "ja", "hi"} {
		for _, n := range noise {
			got := first(detect(t, n+sentences[code]+" "+n))
			if known := knownFailures[code+" "+n]; (got != code) != known {
				t.Errorf("%s beside %q: %s; a known failure: %v", code, n, got, known)
			}
		}
	}
}

func TestNoLanguage(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"func (c *conn) read(b []byte) (n int, err error) {\n\tif c.closed {\n\t\treturn 0, errClosed\n\t}\n\tn, err = c.r.Read(b)\n\treturn n, err\n}",
		"{\"id\": 4711, \"size\": [10, 20], \"color\": \"#ff00aa\", \"open\": true, \"next\": null}",
		"12.5\t13.1\t9.8\n14.0\t12.2\t10.1\n11.7\t12.9\t9.9",
		"d41d8cd98f00b204e9800998ecf8427e e3b0c44298fc1c149afbf4c8996fb924",
		"https://example.com/a/b.html https://example.com/c.jpg",
	} {
		if got := first(detect(t, s)); got != language.NoLanguage {
			t.Errorf("%s for %q", got, s)
		}
	}
}

func TestTooLittle(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{"": "", "\n": "", "…": language.Undetermined, "—!?": language.Undetermined, "42": language.NoLanguage} {
		if got := first(detect(t, s)); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

// TestShares holds that a text in two languages has both, by how much of it is in each.
func TestShares(t *testing.T) {
	t.Parallel()
	german, english := strings.Repeat(sentences["de"]+"\n", 30), strings.Repeat(sentences["en"]+"\n", 10)
	got := detect(t, german+english)
	if len(got.Languages) != 2 || first(got) != "de" || got.Languages[1].Code != "en" {
		t.Fatalf("%+v", got.Languages)
	}
	if share := got.Languages[0].Share; math.Abs(share-.75) > .1 {
		t.Errorf("German has a share of %v of three quarters", share)
	}
}

// TestScripts holds that a language has one code and the script beside it.
func TestScripts(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]language.Guess{
		"Синоћ су комшије заборавиле да затворе баштенску капију.": {Code: "sr", Script: "Cyrl"},
		sentences["zh"]: {Code: "zh", Script: "Hani"},
		sentences["ja"]: {Code: "ja", Script: "Kana"},
	} {
		got := detect(t, s).Languages[0].Guess
		got.Probability = 0
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q:\n%s", s, diff)
		}
	}
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	s := sentences["fr"] + "\n\n" + sentences["ru"] + "\n\n" + sentences["fr"]
	list, omitted, err := language.Default().Paragraphs(t.Context(), s, detect(t, s))
	if err != nil || omitted != 0 {
		t.Fatal(omitted, err)
	}
	var got []string
	for _, p := range list {
		got = append(got, p.Code+": "+p.Span.Of(s))
	}
	want := []string{"fr: " + sentences["fr"], "ru: " + sentences["ru"], "fr: " + sentences["fr"]}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestEnded(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := strings.Repeat(sentences["en"]+"\n", 1000)
	if _, err := language.Default().Detect(ctx, s); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
	if _, _, err := language.Default().Paragraphs(ctx, s, language.Report{}); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func FuzzDetect(f *testing.F) {
	for _, s := range sentences {
		f.Add(s)
	}
	f.Add("a\xffb")
	f.Add(strings.Repeat("字", 2000))
	f.Fuzz(func(t *testing.T, s string) {
		r, err := language.Default().Detect(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		sum := 0.0
		for _, l := range r.Languages {
			sum += l.Share
			if !(l.Share >= 0 && l.Probability >= 0 && l.Probability <= 1) {
				t.Errorf("%+v", l)
			}
		}
		if len(r.Languages) > 0 && math.Abs(sum-1) > 1e-9 {
			t.Errorf("shares add up to %v", sum)
		}
		if len(r.Languages) > language.MostLanguages || len(r.Candidates) > language.MostCandidates {
			t.Errorf("%d languages, %d candidates", len(r.Languages), len(r.Candidates))
		}
		if _, _, err := language.Default().Paragraphs(t.Context(), s, r); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	m := language.Default()
	for _, bench := range []struct {
		name string
		size int
	}{{"sentence", 80}, {"3KB", 3000}, {"1MB", 1 << 20}} {
		for _, code := range []string{"en", "ru", "zh"} {
			s := strings.ToValidUTF8(strings.Repeat(sentences[code]+" ", bench.size/len(sentences[code])+1)[:bench.size], "")
			b.Run(bench.name+"/"+code, func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := m.Detect(b.Context(), s); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
