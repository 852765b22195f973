package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pictureWords are what bylines call pictures, drawings and films before the name of who made them, in lower case: in English, German, French, Spanish, Italian,
// Portuguese, Dutch, Polish, Czech, Russian, Ukrainian, Turkish, Swedish, Danish, Norwegian, Finnish, Hungarian, Japanese, Chinese, Korean and Arabic.
var pictureWords = [...]string{
	"photographs", "photography", "photographies", "photographie", "photos", "photo", "pictures", "picture", "images", "image", "illustrations", "illustration", "illustrationen", "graphics", "grafiken", "grafik", "videos", "video", "fotos", "fotografie", "fotografien", "foto's",
	"foto", "bilder", "bild", "kamera", "camera", "fotografías", "fotografía", "imágenes", "fotografias", "fotografia", "imagens", "immagini", "beeld", "zdjęcia", "zdjęcie", "фотографии", "фото", "иллюстрации", "fotoğraflar", "fotoğraf", "billeder", "kuvat", "kuva", "fotók", "fotó", "写真撮影", "写真", "撮影", "摄影", "攝影", "사진", "تصوير",
}

// ofPictures are the words between such a word and a name, in lower case, besides a colon.
var ofPictures = [...]string{"by ", "von ", "vom ", "par ", "por ", "de ", "di ", "av ", "af ", "van ", "door "}

// wordsForAnd are the words before such a word where who wrote took the pictures, too: "Text und Fotos: Ann Bell".
var wordsForAnd = map[string]bool{"und": true, "and": true, "et": true, "y": true, "e": true, "i": true, "en": true, "och": true, "og": true, "&": true, "+": true, "ve": true, "и": true, "та": true, "ja": true, "és": true, "a": true, "و": true}

// withoutPictures returns a byline without those who took its pictures: "Text: Ann Bell, Fotos: Mel Harrow" has one author, and so has "Fotos: Mel
// Harrow, Text: Ann Bell".
func withoutPictures(v string) string {
	v = withoutMarked(v)
	for from := 0; from < len(v); {
		at, end := pictureLabel(v, from)
		if at < 0 {
			return v
		}
		if rest, ok := textLabel(v[end:]); ok {
			v = v[:at] + rest
			from = at
			continue
		}
		if strings.TrimFunc(v[:at], isNoLetter) == "" {
			return "" // nobody else is named
		}
		return v[:at]
	}
	return v
}

// separators are what is between two names, in lower case.
var separators = [...]string{",", "|", " und ", " and ", " et ", " y ", " e ", " i ", " en ", " och ", " og ", " ve ", " и ", " & "}

// withoutMarked returns a byline without a name that a word in brackets after it marks: "Ann Bell und Mel Harrow (Fotos)".
func withoutMarked(v string) string {
	for _, w := range pictureWords {
		at := indexFold(v, "("+w+")")
		if at < 0 {
			continue
		}
		from := -1
		for _, s := range separators {
			from = max(from, strings.LastIndex(v[:at], s))
		}
		if from >= 0 {
			return v[:from] + v[at+len(w)+2:]
		}
	}
	return v
}

func isNoLetter(c rune) bool { return !unicode.IsLetter(c) }

// pictureLabel returns where the next label of pictures at or after from begins and ends, -1 if there is none.
func pictureLabel(v string, from int) (at, end int) {
	for at = from; at < len(v); at++ {
		if !utf8.RuneStart(v[at]) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(v[:at])
		if at > 0 && unicode.IsLetter(before) {
			continue
		}
		for _, w := range pictureWords {
			if n := len(w); len(v)-at > n && strings.EqualFold(v[at:at+n], w) && !afterAnd(v[:at]) {
				if rest, ok := afterPictures(v[at+n:]); ok {
					return at, len(v) - len(rest)
				}
			}
		}
	}
	return -1, 0
}

// afterPictures returns what follows the colon or word between a label of pictures and a name.
func afterPictures(v string) (string, bool) {
	v = strings.TrimLeft(v, " \u00a0")
	for _, colon := range [...]string{":", "：", "|"} {
		if rest, ok := strings.CutPrefix(v, colon); ok {
			return rest, true
		}
	}
	for _, of := range ofPictures {
		if hasPrefixFold(v, of) {
			return v[len(of):], true
		}
	}
	return v, false
}

// afterAnd reports whether v ends with a word for "and".
func afterAnd(v string) bool {
	trimmed := strings.TrimRight(v, " ")
	return len(trimmed) < len(v) && wordsForAnd[strings.ToLower(trimmed[strings.LastIndexByte(trimmed, ' ')+1:])] || strings.HasSuffix(trimmed, "/")
}

// textLabels begin the part of a byline that names who wrote, in lower case.
var textLabels = [...]string{"text:", "text von ", "texte:", "texte :", "texte par ", "textes :", "texto:", "textos:", "texto de ", "testo:", "testo di ", "testi di ", "tekst:", "текст:", "text av ", "words:", "words by ", "story:", "yazı:", "metin:", "文:", "文：", "글:", "نص:"}

// textLabel returns v from the label of who wrote on, if there is one.
func textLabel(v string) (string, bool) {
	for _, l := range textLabels {
		if i := indexFold(v, l); i >= 0 && (i == 0 || !isWordByte(v[i-1])) {
			return v[i:], true
		}
	}
	return "", false
}

func isWordByte(c byte) bool {
	return c >= 0x80 || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
