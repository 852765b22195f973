package boilerplate

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Credit lines name who took a picture, wrote or edited, and nothing else: "Photo: Ines Vidal / Reuters". Wrong in
// a list of credits or of sources that is the text itself.
const Credit text.Rule = "lines.credit"

var creditRule = rule{
	info: text.RuleInfo{ID: Credit, Default: true, Description: "a line that only credits a photographer, agency or editor; wrong in a list of credits"},
	phrases: []phrase{
		{opens, 14, .93, "PIC by|courtesy|via NAME"},
		{opens, 16, .95, "PIC credit|credits|source|courtesy"},
		{opens, 12, .9, "credit|credits : NAME"},
		{opens, 12, .8, "source|sources : NAME"},
		{opens, 14, .9, "PIC : NAME / NAME"},
		{opens, 14, .93, "photographer|illustrator|illustration|photograph : NAME"},
		{opens, 16, .96, "ap photo|photos|file"},
		{opens, 50, .93, "file photo|photograph|image|picture :"},
		{starts, 10, .95, "hide caption N"},
		{opens, 24, .95, "image|photo|video NAME credit|photo"},
		{within, 20, .93, "photo|image credit|credits :"},
		{opens, 14, .95, "photo illustration by|: NAME"},
		{opens, 40, .97, "enlarge this image"},
		{whole, 10, .95, "PIC : NAME"},
		{opens, 12, .95, "PIC : NAME for|via NAME"},
		{within, 24, .95, "toggle caption"},
		{opens, 16, .95, "image|photo|video copyright"},
		{within, 8, .95, "hide caption"},
		{within, 14, .8, "via getty_images|ap|reuters|shutterstock|flickr|wikimedia|unsplash|istock|zuma|imagn|afp"},
		{whole, 1, .9, "ap|reuters|afp|epa|upi|shutterstock|unsplash|flickr|getty|istock"},
		{whole, 2, .93, "getty images"},
		{whole, 3, .93, "getty images getty images"},
		{whole, 2, .93, "ap photo|photos"},
		{opens, 60, .96, "reporting|writing by NAME"},
		{opens, 60, .96, "additional|with reporting|editing|additional by NAME"},
		{opens, 60, .95, "editing by NAME"},
		{opens, 20, .8, "compiled|edited by NAME"},
		{opens, 20, .96, "our standards : the thomson"},
		{opens, 8, .95, "end dow jones newswires"},
		{whole, 3, .95, "dow jones newswires"},
		{whole, 1, .9, "photo|video|image|photos|graphic"},

		// German, French, Spanish, Italian, Portuguese, Dutch
		{opens, 14, .93, "foto|fotos|bild|bilder|photo|fotografie|crédit_photo|crédits_photo|crédit|bildquelle|bildnachweis|foto's|imagen|immagine|imagem : NAME"},
		{opens, 12, .93, "foto von|de|di|door|por|van NAME"},
		{opens, 12, .9, "quelle|quellen : NAME"},

		// Other languages
		{opens, 14, .93, "фото|фотография|видео|иллюстрация|zdjęcie|zdjęcia|fotoğraf|fotoğraflar|görsel|foto|bild : NAME"},
		{opens, 10, .93, "fot|fot_i_tekst NAME"},
		{opens, 12, .9, "источник|źródło|kaynak : NAME"},
		{opens, 14, .93, "责任编辑|责编|图片来源|圖片來源|摄影|攝影|图源|資料圖片 : .."},
		{opens, 14, .92, "编辑|編輯|来源|來源 : .."},
		{opens, 24, .92, "写真|画像|撮影|出典|写真提供 : .."},
		{opens, 8, .92, "تصوير|الصورة|المصدر : .."},
		{opens, 6, .93, "사진|사진제공|사진=|출처 : .."},
	},
}

// creditWords are the words that credits are made of beside names.
var creditWords = []classWord{
	{agency, "ap reuters afp getty epa upi xinhua ansa dpa efe alamy shutterstock istock istockphoto istockphoto.com unsplash flickr " +
		"wikimedia corbis zuma zumapress keystone imago bloomberg npr cnet handout pool rex newscom polaris magnum sipa " +
		"pixabay pexels corbis tass afp-getty usatsi"},

	{crediting, "photo photos photograph photographs photographer image images picture pictures illustration graphic video credit credits " +
		"credit: source courtesy by for of the via from and news press service agency associated file stock hide caption toggle staff " +
		"enlarge this pool daily post times sports today a le de la van von der al bin afp archive collection library commons"},
}

const (
	maxCredit      = 16 // words that a credit has at most
	maxCreditNames = 8  // capitalised words among them

	creditDetail = "names and an agency"

	placedCredit, bareCredit = .95, .9 // confidences: with a stroke, a bracket or "via", and of agencies alone
)

// credit returns how sure it is that words[first:end] do nothing but name who took a picture and who sells it: names, agencies
// and the small words between them, with an agency where credits have it. A headline about an agency lacks the stroke,
// the bracket or the "via".
func (j *judge) credit(first, end int) float32 {
	if end-first > maxCredit {
		return 0
	}
	names, agencies, placed := 0, 0, false
	for i := first; i < end; i++ {
		w := j.words[i]
		c := lexicon.classes[w.id]
		placed = placed || w.shape.has(slash) || i == first && w.shape.has(bracket)
		switch {
		case c.has(agency):
			agencies++
			placed = placed || i > first && j.words[i-1].id == lexicon.via
		case c.has(crediting):
		case w.shape.has(capital) && !w.shape.has(number|mail|handle|assigned):
			names++
		default:
			return 0
		}
	}
	switch {
	case agencies == 0 || names > maxCreditNames:
		return 0
	case placed && (end-first > 1 || first == 0 && j.words[0].shape.has(bracket)):
		return placedCredit
	case names == 0 && end-first > 1 && end-first <= 5 && first == 0:
		return bareCredit
	default:
		return 0
	}
}

// bracketedCredit returns the index of the word with which a credit in brackets at the end of the line begins, 0 if there is
// none. A caption that it follows often has no full stop.
func (j *judge) bracketedCredit() int {
	if end := strings.TrimRight(j.line, "."); !strings.HasSuffix(end, ")") && !strings.HasSuffix(end, "]") {
		return 0
	}
	for i := len(j.words) - 1; i > 0 && i >= len(j.words)-maxCredit; i-- {
		if j.words[i].shape.has(bracket) {
			if j.credit(i, len(j.words)) > 0 {
				return i
			}
			return 0
		}
	}
	return 0
}
