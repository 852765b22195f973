package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/meta/dates"
)

// people returns the names that a byline holds, as written.
func people(v string) []string {
	if isAddress(v) || strings.HasPrefix(v, "@") || len(v) > 300 {
		return nil
	}
	var names []string
	for _, one := range splitNames(cutTail(cutOpening(withoutPictures(cutDate(v))))) {
		one, ok := cutLabel(one)
		one = trimName(one)
		if !ok || len(names) > 0 && (isTown(names[0], one) || isAgency(one)) {
			continue
		}
		if !isDegree(one) && isName(one) && (len(names) == 0 || !isRole(one)) {
			names = append(names, one)
		}
	}
	return names
}

// cutLabel returns a name without the label before it. The second result is false if the label is that of somebody who did not
// write: "Pictures: Mel Harrow".
func cutLabel(v string) (string, bool) {
	i := strings.Index(v, ": ")
	if i < 0 || i > 30 {
		return v, true
	}
	label := strings.ToLower(v[:i])
	for _, other := range [...]string{"photo", "picture", "image", "foto", "bild", "illustrat", "graphic", "grafik", "video", "camera", "fotografía", "immagin"} {
		if strings.Contains(label, other) {
			return "", false
		}
	}
	return v[i+2:], true
}

// isTown reports whether what follows a full name in a byline is one word, and so more likely where it was written.
func isTown(first, v string) bool {
	return strings.Contains(first, " ") && !strings.Contains(strings.TrimSpace(v), " ")
}

// cutDate returns the part of a byline that has no date: "Posted on March 12 by X", "X, March 12".
func cutDate(v string) string {
	_, at, ok := dates.Find(v, dates.Style{})
	if !ok {
		return v
	}
	if rest, credited := afterBy(strings.TrimLeft(v[at.End:], " ,|-–—•·")); credited {
		return rest
	}
	return v[:at.Start]
}

// cutOpening returns what follows the words that open a byline, the name of a column and a label.
func cutOpening(v string) string {
	for range 3 {
		rest, ok := afterBy(v)
		if v = rest; !ok {
			break
		}
	}
	for _, by := range [...]string{" Von ", " By "} { // after the name of a column
		if i := strings.Index(v, by); i >= 0 {
			v = v[i+len(by):]
		}
	}
	if i := strings.Index(v, ": "); i > 0 && i < 24 && !strings.Contains(v[:i], ";") { // a label, as of who took the pictures
		v = v[i+2:]
	}
	return v
}

// cutTail returns what precedes an address, a mark or a word that ends the names of a byline.
func cutTail(v string) string {
	if i := strings.Index(v, "http"); i > 0 {
		v = v[:i]
	}
	v = strings.TrimLeft(v, "©| ")
	if i := strings.IndexAny(v, "|•·»\n\t<("); i >= 0 {
		v = v[:i]
	}
	for _, end := range tails {
		if i := indexFold(v, end); i > 0 {
			v = v[:i]
		}
	}
	return v
}

// trimName takes marks off a name, and one of two copies of it. The full stop of an initial stays.
func trimName(v string) string {
	v = strings.TrimLeft(strings.TrimRight(v, " ,;:-–—/*\"“”"), " ,;:.-–—/*\"“”")
	if n := len(v); n > 3 && v[n-1] == '.' && v[n-3] != ' ' && v[n-3] != '.' {
		v = strings.TrimRight(v, ". ")
	}
	if half := len(v) / 2; len(v) > 8 && len(v)%2 == 1 && v[half] == ' ' && v[:half] == v[half+1:] {
		return v[:half]
	}
	return v
}

// degrees are what follows names, in lower case without full stops.
var degrees = map[string]bool{
	"phd": true, "md": true, "ma": true, "mba": true, "rd": true, "rn": true, "ms": true, "msc": true, "bsc": true, "jd": true, "cpa": true, "cfp": true, "dds": true, "dvm": true, "mph": true, "do": true, "ldn": true, "rdn": true, "lcsw": true, "psyd": true,
	"jr": true, "sr": true, "dpa": true, "ap": true, "reuters": true, "afp": true, "cfa": true, "mpp": true, "bs": true, "ba": true, "med": true, "facp": true,
}

// roles are the last words of what people are, in lower case.
var roles = map[string]bool{
	"editor": true, "reporter": true, "writer": true, "manager": true, "director": true, "founder": true, "co-founder": true, "correspondent": true, "expert": true, "specialist": true, "coordinator": true, "contributor": true, "redakteur": true, "redakteurin": true, "redaktion": true, "author": true, "journalist": true, "journalistin": true, "analyst": true, "ceo": true, "cto": true, "staff": true, "producer": true, "columnist": true, "editor-in-chief": true, "president": true, "consultant": true, "strategist": true, "officer": true, "head": true, "marketing": true,
}

func isRole(v string) bool {
	return roles[strings.ToLower(v[strings.LastIndexByte(v, ' ')+1:])]
}

// isDegree reports whether a part of a byline is a title or an agency after a name.
func isDegree(v string) bool {
	if n := len(v); n > 2 && n < 8 && strings.IndexByte(v, ' ') < 0 && strings.ToUpper(v) == v && strings.HasSuffix(v, "®") {
		return true
	}
	return len(v) < 10 && degrees[strings.ToLower(strings.ReplaceAll(v, ".", ""))]
}

// isAgency reports whether what follows a name in a byline is a news agency.
func isAgency(v string) bool {
	return agencies[strings.ToLower(strings.TrimPrefix(strings.TrimSpace(v), "The "))]
}

// agencies are what papers name beside those who write for them, in lower case.
var agencies = map[string]bool{
	"associated press": true, "press association": true, "pa media": true, "agence france-presse": true, "bloomberg": true, "bloomberg news": true, "dpa": true, "epd": true, "kna": true, "apa": true, "sda": true, "keystone-sda": true,
	"efe": true, "europa press": true, "ansa": true, "adnkronos": true, "agi": true, "lusa": true, "anp": true, "belga": true, "pap": true, "tass": true, "тасс": true, "риа новости": true, "интерфакс": true, "interfax": true, "xinhua": true, "新华社": true,
	"kyodo": true, "共同通信": true, "時事通信": true, "yonhap": true, "연합뉴스": true, "anadolu ajansı": true, "aa": true, "dha": true, "iha": true, "وكالات": true, "رويترز": true, "canadian press": true, "afp relaxnews": true, "upi": true, "staff and agencies": true,
	"wire services": true, "news agencies": true, "agencias": true, "agences": true, "agenturen": true, "getty images": true, "tt": true, "ntb": true, "ritzau": true, "stt": true,
}

// tails are what follows a name in a byline, in lower case: the time, the place, the role.
var tails = [...]string{" on ", " am ", " posted", " published", " updated", " in ", " view all posts", " for ", " vom ", " um ", " at ", "(at)", " follow", " is a ", " ist ", " last ", " erstellt", " geändert", " veröffentlicht", " twitter", " staff", " photo", " foto", " originally", " aktualisiert", " reviewed", " edited", " (", " min read", " avec ", " mit agentur", " mit material", " con informaci", " con agencia", " com agência", " with agenc", " and agencies"}

// indexFold returns where sub, in lower case, begins in v; -1 if it does not. Only ASCII letters fold.
func indexFold(v, sub string) int {
	for i := 0; i+len(sub) <= len(v); i++ {
		if hasPrefixFold(v[i:], sub) {
			return i
		}
	}
	return -1
}

// splitNames splits an enumeration of names. A word for "and" separates them only if there is a full name on both sides of it:
// couples and desks are one.
func splitNames(v string) []string {
	if strings.Contains(v, ";") {
		return strings.Split(v, ";")
	}
	for _, and := range [...]string{" and ", " And ", " AND ", " und ", " & ", " et ", " y ", " e ", " en ", " och ", " og ", " / ", " + ", " with "} {
		for from := 0; ; {
			i := strings.Index(v[from:], and)
			if i < 0 {
				break
			}
			i += from
			left, right := v[:i], v[i+len(and):]
			left = left[strings.LastIndexByte(left, ',')+1:]
			if isFull(left) && isFull(right) {
				v = v[:i] + "," + right
			}
			from = i + 1
		}
	}
	return strings.Split(v, ",")
}

// isFull reports whether v begins with a name of two words at least.
func isFull(v string) bool {
	v = strings.TrimSpace(v)
	first, _ := utf8.DecodeRuneInString(v)
	return strings.IndexByte(v, ' ') > 0 && !unicode.IsLower(first)
}

// notNames are answers that name nobody, in lower case.
var notNames = map[string]bool{
	"admin": true, "administrator": true, "author": true, "autor": true, "autoren": true, "by": true, "von": true, "anonymous": true, "unknown": true, "user": true, "root": true, "webmaster": true, "share": true, "null": true, "undefined": true, "none": true, "n/a": true, "guest": true, "about the author": true, "facebook": true, "twitter": true, "comments": true, "home": true, "follow": true, "read more": true, "staff": true, "published": true, "updated": true, "posted": true, "share this": true, "view profile": true, "subscribe": true, "print": true, "email": true, "stand": true, "foto": true, "photo": true, "redaktionelle leitung": true, "super user": true, "written by": true, "mehr": true, "and": true, "und": true, "posted on": true, "published on": true, "updated on": true, "contributor": true, "contributors": true, "authors": true, "editor": true, "full profile": true, "all posts": true, "alle artikel": true, "zum autor": true, "about": true, "member": true, "new member": true, "moderator": true, "veröffentlicht": true, "datum": true, "quelle": true, "search": true, "sign in": true, "log in": true, "login": true, "logout": true, "artikel von": true, "fact checked": true, "learn more": true, "cite this webpage": true, "more posts": true, "sponsored": true, "community": true, "agencies": true, "http": true, "https": true, "erstellt": true, "aktualisiert": true, "editorial policies": true, "guide to authors": true, "reply": true, "op": true, //nolint:misspell // words of many languages
}

// isName reports whether v can be a name.
func isName(v string) bool {
	n := utf8.RuneCountInString(v)
	if n < 2 || n > 70 || notNames[strings.ToLower(v)] || strings.ContainsAny(v, "@{}<>=_[]") || isAddress(v) {
		return false
	}
	words := strings.Count(v, " ") + 1
	if words > 7 {
		return false
	}
	letters := 0
	for _, c := range v {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters*2 > n
}
