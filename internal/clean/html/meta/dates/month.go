package dates

// months are the names of months in lower case and what is written for them, without a full stop, in English, German,
// French, Spanish, Portuguese, Italian, Dutch, Polish, Czech, Swedish, Danish, Norwegian, Finnish, Turkish, Russian,
// Ukrainian, Romanian, Hungarian, Catalan, Croatian, Indonesian, Arabic, Greek and Hebrew (Unicode CLDR 46, wide and abbreviated forms).
var months = func() map[string]int {
	m := map[string]int{}
	for i, names := range [12][]string{
		{"january", "jan", "januar", "jänner", "jän", "janvier", "janv", "enero", "ene", "janeiro", "gennaio", "gen", "januari", "stycznia", "styczeń", "sty", "ledna", "leden", "tammikuuta", "tammikuu", "ocak", "oca", "января", "январь", "янв", "січня", "ianuarie", "ian", "január", "gener", "siječnja", "يناير", "ιανουαρίου", "בינואר"},
		{"february", "feb", "februar", "février", "févr", "fév", "febrero", "fevereiro", "fev", "febbraio", "februari", "lutego", "luty", "lut", "února", "únor", "helmikuuta", "helmikuu", "şubat", "şub", "февраля", "февраль", "фев", "февр", "лютого", "februarie", "február", "febr", "febrer", "veljače", "feber", "فبراير", "φεβρουαρίου", "בפברואר"},
		{"march", "mar", "märz", "mär", "mrz", "maerz", "mars", "marzo", "março", "maart", "mrt", "marca", "marzec", "března", "březen", "marts", "maaliskuuta", "maaliskuu", "mart", "марта", "март", "мар", "березня", "martie", "március", "márc", "març", "ožujka", "maret", "مارس", "μαρτίου", "במרץ"},
		{"april", "apr", "avril", "avr", "abril", "abr", "aprile", "kwietnia", "kwiecień", "kwi", "dubna", "duben", "huhtikuuta", "huhtikuu", "nisan", "nis", "апреля", "апрель", "апр", "квітня", "aprilie", "április", "ápr", "travnja", "أبريل", "απριλίου", "באפריל"},
		{"may", "mai", "mayo", "maio", "maggio", "mag", "mei", "maja", "maj", "května", "květen", "toukokuuta", "toukokuu", "mayıs", "мая", "май", "травня", "május", "máj", "maig", "svibnja", "مايو", "μαΐου", "במאי"},
		{"june", "jun", "juni", "juin", "junio", "junho", "giugno", "giu", "czerwca", "czerwiec", "cze", "června", "červen", "kesäkuuta", "kesäkuu", "haziran", "haz", "июня", "июнь", "июн", "червня", "iunie", "iun", "június", "jún", "juny", "lipnja", "يونيو", "ιουνίου", "ביוני"},
		{"july", "jul", "juli", "juillet", "juil", "julio", "julho", "luglio", "lug", "lipca", "lipiec", "lip", "července", "červenec", "heinäkuuta", "heinäkuu", "temmuz", "tem", "июля", "июль", "июл", "липня", "iulie", "iul", "július", "júl", "juliol", "srpnja", "يوليو", "ιουλίου", "ביולי"},
		{"august", "aug", "août", "aout", "agosto", "ago", "augustus", "sierpnia", "sierpień", "sie", "srpna", "srpen", "augusti", "elokuuta", "elokuu", "ağustos", "ağu", "августа", "август", "авг", "серпня", "augusztus", "agost", "kolovoza", "agustus", "أغسطس", "αυγούστου", "באוגוסט"},
		{"september", "sep", "sept", "septembre", "septiembre", "setembro", "set", "settembre", "września", "wrzesień", "wrz", "září", "syyskuuta", "syyskuu", "eylül", "eyl", "сентября", "сентябрь", "сен", "сент", "вересня", "septembrie", "szeptember", "szept", "setembre", "rujna", "سبتمبر", "σεπτεμβρίου", "בספטמבר"},
		{"october", "oct", "oktober", "okt", "octobre", "octubre", "outubro", "out", "ottobre", "ott", "października", "październik", "paź", "října", "říjen", "lokakuuta", "lokakuu", "ekim", "eki", "октября", "октябрь", "окт", "жовтня", "octombrie", "október", "listopada", "أكتوبر", "οκτωβρίου", "באוקטובר"},
		{"november", "nov", "novembre", "noviembre", "novembro", "listopad", "listopadu", "lis", "marraskuuta", "marraskuu", "kasım", "kas", "ноября", "ноябрь", "ноя", "нояб", "листопада", "noiembrie", "nopember", "studenoga", "نوفمبر", "νοεμβρίου", "בנובמבר"},
		{"december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "dezembro", "dicembre", "desember", "des", "grudnia", "grudzień", "gru", "prosince", "prosinec", "joulukuuta", "joulukuu", "aralık", "ara", "декабря", "декабрь", "дек", "грудня", "decembrie", "desembre", "prosinca", "ديسمبر", "δεκεμβρίου", "בדצמבר"},
	} {
		for _, n := range names {
			m[n] = i + 1
		}
	}
	return m
}()

// longestMonth is the length in bytes of the longest of them.
const longestMonth = 26

// joiners are the words allowed between day, month and year.
var joiners = map[string]bool{"de": true, "of": true, "del": true, "d": true, "the": true, "di": true, "st": true, "nd": true, "rd": true, "th": true, "er": true}
