package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// happenings are words before the day of something else: an event, a birth, a deadline; in lower case.
var happenings = [...]string{
	"deadline", "born", "died", "founded", "established", "opening:", "opens:", "event date", "when:", "starts", "ends:", "begins", "expires", "valid", "due", "date of birth", "since", "until", "arrival", "departure", "tickets",
	"termin", "beginn", "einlass", "geboren", "gestorben", "gegründet", "wann:", "frist", "anmeldeschluss", "gültig", "naissance", "né le", "née le", "début", "quand", "date limite", "décès",
	"cuándo", "inicio", "fecha límite", "nacimiento", "plazo", "vencimiento", "quando", "inizio", "scadenza", "nato", "nata il", "início", "prazo", "nascimento", "wanneer", "aanvang", "geboren op", "sluitingsdatum",
	"kiedy", "początek", "urodzon", "ur.", "когда", "начало", "дата рождения", "родил", "срок", "ne zaman", "başlangıç", "doğum", "son başvuru", "متى", "موعد", "تاريخ الميلاد", "开始时间", "活动时间", "截止", "出生", "成立", "開催日", "開催", "締切", "生年月日", "日時", "일시", "마감", "출생",
}

// maxHappening is how many bytes before a date are read for such a word.
const maxHappening = 40

// isHappening reports whether words before a date say that it is that of something else than publication or change.
func isHappening(before string) bool {
	if len(before) > maxHappening || isCue(before) || isUpdate(before) {
		return false
	}
	before = strings.ToLower(before)
	for _, w := range happenings {
		if i := strings.Index(before, w); i >= 0 && !endsInLetter(before[:i]) {
			return true
		}
	}
	return false
}

// endsInLetter reports whether s ends in a letter of a script with spaces between words.
func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) && !hasWide(string(r))
}

// places are the labels beside the date of an event, in lower case: where it is, when it begins, what it costs.
var places = [...]string{
	"venue", "location:", "where:", "place:", "time:", "tickets", "admission", "entry:", "doors", "ort:", "veranstaltungsort", "uhrzeit", "eintritt", "lieu", "heure", "tarif", "billet", "lugar", "hora:", "entrada", "luogo", "dove:", "ora:", "ingresso",
	"local:", "horário", "ingressos", "locatie", "plaats:", "aanvang", "toegang", "miejsce", "godzina", "bilety", "место", "время:", "билеты", "yer:", "saat:", "bilet", "المكان", "الزمان", "地点", "地點", "时间：", "会場", "場所", "時間：", "料金", "장소", "시간:",
}

// eventTexts is how many texts after a date are looked at for such a label.
const eventTexts = 4

// isEventAt reports whether the date in text k, after the words before, is that of an event: the page says that it is about one,
// or a place, a time or a price follows a bare "Date:" or a date that opens its text.
func (r *pageReader) isEventAt(k int32, before string, opens bool) bool {
	label, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(before)), ":")
	label, _, _ = strings.Cut(label, "：")
	bare := label == "" || label == "date" || label == "datum" || label == "data" || label == "fecha" || label == "дата" || label == "tarih" || label == "日期" || label == "日付" || label == "날짜"
	if r.claims.Kinds&Event != 0 && r.claims.Kinds&(Article|Blog) == 0 && (bare || !isCue(before) && !isUpdate(before)) {
		return true
	}
	if !bare && !opens {
		return false
	}
	for i := k + 1; i <= k+eventTexts && int(i) < len(r.t.Texts); i++ {
		span := r.t.Span(i)
		if span.Len() > maxHappening {
			continue
		}
		v := strings.ToLower(value(r.t.Page, span))
		for _, p := range places {
			if strings.HasPrefix(v, p) {
				return true
			}
		}
	}
	return false
}
