package main

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/language"
)

// class is a language in one script: what the model tells apart.
type class struct {
	code, iso string // BCP 47 and ISO 15924
	script    language.Script

	// rights are the texts of the Universal Declaration that it is learnt from; none for the languages that are measured on them.
	rights []string

	// weight is how often it is practised, 1 for the languages with much text.
	weight float64
}

// name is the code with the script.
func (c class) name() string { return c.code + c.iso }

const (
	// fullWeight is for languages of which there are large counts.
	fullWeight = 1

	// rareWeight is for languages known from a single text, and for the second script of a language.
	rareWeight = .06

	// secondWeight is for Serbian in Latin letters, which are as usual as its Cyrillic ones, but near Bosnian and Croatian.
	secondWeight = .2
)

// manyCounts are the languages whose words come from counts, by script.
var manyCounts = []struct {
	iso    string
	script language.Script
	codes  string
}{
	{"Latn", language.Latin, "af sq az eu nb bs ca hr cs da nl en eo et fi fr lg de hu is id ga it la lv lt ms mi nn pl pt ro sn sk sl so st es sw sv tl ts tn tr vi cy xh yo zu"},
	{"Cyrl", language.Cyrillic, "be bg kk mk mn ru sr uk"},
	{"Arab", language.Arabic, "ar fa ur"},
	{"Deva", language.Devanagari, "hi mr"},
	{"Hebr", language.Hebrew, "he"},
	{"Hani", language.Han, "zh ja"},
}

// declared are the texts of languages of which there are few other words, and treebanks to measure on.
var declared = map[string]string{"hi": "hin", "mr": "mar"}

// few are languages that are known from little text: code and texts of the Universal Declaration.
var few = []struct {
	iso    string
	script language.Script
	codes  string
}{
	{"Latn", language.Latin, "gl=glg br=bre lb=ltz om=gax mt=mlt fo=fao oc=lnc,prv ast=ast fy=fri gd=gla ht=hat_popular,hat_kreyol jv=jav su=sun ceb=ceb ilo=ilo mg=plt ny=nya_chechewa,nya_chinyanja rw=kin rn=run " +
		"ln=lin,lin_tones ha=hau_NG,hau_NE ig=ibo wo=wol bm=bam ee=ewe ak=aka_akuapem,aka_asante,aka_fante ff=fuc qu=quz,quy,qxu ay=ayr gn=gug fj=fij sm=smo to=ton haw=haw ty=tah uz=uzn_latn tk=tuk_latn " +
		"kl=kal se=sme sc=src fur=fur rm=roh co=cos wa=wln vec=vec nds=nds ia=ina io=ido nso=nso ve=ven ss=ssw kg=kng sg=sag tpi=tpi bi=bis war=war hil=hil bcl=bcl pam=pam min=min tet=tet lad=lad kea=kea nv=nav yua=yua hsb=hsb"},
	{"Cyrl", language.Cyrillic, "ky=kir tg=tgk tt=tat os=oss ab=abk sah=sah tyv=tyv uz=uzn_cyrl"},
	{"Arab", language.Arabic, "ps=pbu ckb=ckb ug=uig_arab pnb=pnb skr=skr"},
	{"Deva", language.Devanagari, "ne=nep sa=san mai=mai bho=bho mag=mag"},
	{"Hebr", language.Hebrew, "yi=ydd"},
	{"Ethi", language.Ethiopic, "am=amh ti=tir"},
	{"Cans", language.Syllabics, "iu=ike cr=csw"},
}

// alone are the languages that are the only one of their script here.
var alone = []struct {
	iso    string
	script language.Script
	code   string
}{
	{"Beng", language.Bengali, "bn"}, {"Tibt", language.Tibetan, "bo"}, {"Kana", language.Kana, "ja"}, {"Hang", language.Hangul, "ko"}, {"Grek", language.Greek, "el"},
	{"Armn", language.Armenian, "hy"}, {"Geor", language.Georgian, "ka"}, {"Gujr", language.Gujarati, "gu"}, {"Guru", language.Gurmukhi, "pa"}, {"Taml", language.Tamil, "ta"},
	{"Telu", language.Telugu, "te"}, {"Knda", language.Kannada, "kn"}, {"Mlym", language.Malayalam, "ml"}, {"Sinh", language.Sinhala, "si"}, {"Orya", language.Odia, "or"},
	{"Thai", language.Thai, "th"}, {"Laoo", language.Lao, "lo"}, {"Khmr", language.Khmer, "km"}, {"Mymr", language.Myanmar, "my"}, {"Thaa", language.Thaana, "dv"},
	{"Cher", language.Cherokee, "chr"}, {"Yiii", language.Yi, "ii"}, {"Tfng", language.Tifinagh, "zgh"}, {"Syrc", language.Syriac, "syr"},
	{"Nkoo", language.NKo, "nqo"}, {"Olck", language.OlChiki, "sat"}, {"Mong", language.Mongolian, "mn"}, {"Vaii", language.Vai, "vai"},
}

// classes are all of them, in the order in which the model has them.
func classes() (list []class) {
	for _, g := range manyCounts {
		for code := range strings.FieldsSeq(g.codes) {
			weight := float64(fullWeight)
			if code == "ja" {
				weight = rareWeight // the parts of Japanese in Han that stand alone; most have Kana beside them
			}
			c := class{code: code, iso: g.iso, script: g.script, weight: weight}
			if text, ok := declared[code]; ok {
				c.rights = []string{text}
			}
			list = append(list, c)
		}
	}
	for _, g := range few {
		for entry := range strings.FieldsSeq(g.codes) {
			code, texts, _ := strings.Cut(entry, "=")
			list = append(list, class{code: code, iso: g.iso, script: g.script, rights: strings.Split(texts, ","), weight: rareWeight})
		}
	}
	list = append(list, class{code: "sr", iso: "Latn", script: language.Latin, weight: secondWeight})
	for _, a := range alone {
		list = append(list, class{code: a.code, iso: a.iso, script: a.script, weight: 0})
	}
	return list
}
