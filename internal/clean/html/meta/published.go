package meta

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/meta/dates"
	"github.com/copydesk/copydesk/internal/text"
)

// dated is a date and the candidate it was read from.
type dated struct {
	c    *candidate
	date dates.Date
}

// Ranks of what is visible, the lowest first.
const (
	rankPubdate = iota // <time pubdate>, a class that publishing tools agree on
	rankCued           // words say that it is the date of publication
	rankNear           // close to the headline
	rankNamed          // an element named for a date
	rankTime           // any time element
	rankAnywhere
	rankLast // a title or a summary
)

// style returns how the page writes dates.
func (r *pageReader) style() dates.Style {
	return dates.Style{MonthFirst: r.monthFirst(), Language: r.lang}
}

// monthFirst reports whether the month comes before the day in the page's dates of numbers only.
func (r *pageReader) monthFirst() bool {
	if r.address != nil && strings.Contains(strings.ToLower(r.address.Path), "/en-gb/") {
		return false
	}
	if strings.HasPrefix(r.lang, "en-us") || r.lang == "en" || r.lang == "" {
		for _, tld := range [...]string{".uk", ".de", ".au", ".nz", ".in", ".ie", ".za", ".fr", ".eu", ".ch", ".at"} {
			if strings.HasSuffix(r.host, tld) {
				return false
			}
		}
		if r.lang == "" && !strings.HasSuffix(r.host, ".com") && !strings.HasSuffix(r.host, ".org") {
			return false
		}
		return true
	}
	return false
}

// decideDates returns when the page was published and last changed.
func (r *pageReader) decideDates(head *candidate) (first, last dated) {
	r.readVisibleDates(head)
	o := r.style()
	for _, k := range dateOrder {
		if k.field == modified {
			first = r.scriptDate(false)
		}
		if first.c == nil {
			first = r.dateFrom(k.field, k.source, k.low, k.high, o)
		}
		if first.c != nil {
			break
		}
	}
	last = r.dateFrom(modified, 0, 0, 9, o)
	if first.c == nil {
		first = r.scriptDate(true)
	}
	if last.c != nil && first.c != nil && last.date.Before(first.date) {
		last = dated{}
	}
	return first, last
}

// dateOrder lists the sources of the day of publication, the most trusted first: by how often one was right where another
// was wrong on the pages of htmldate's evaluation and of WCXB (see docs/metadata.md). An address is never touched again; a
// date of the last change is better than any date without a label.
var dateOrder = []struct {
	field     field
	source    source
	low, high uint8
}{
	{published, fromAddress, 0, 0}, {published, fromLD, 0, 0}, {published, fromGraph, 0, 0}, {published, fromItem, 0, 0}, {published, fromMeta, 0, 1},
	{published, fromOther, 0, 0}, {published, fromText, rankCued, rankCued}, {published, fromClass, rankNear, rankNear}, {published, fromText, rankNear, rankNear},
	{published, fromClass, rankCued, rankCued}, {published, fromMeta, 2, 2}, {published, fromLD, 1, 9}, {published, fromItem, 1, 9}, {published, fromOther, 1, 9}, {published, fromClass, rankTime, rankTime},
	{modified, 0, 0, 9}, {published, fromClass, rankNamed, rankNamed}, {published, fromText, rankAnywhere, rankAnywhere}, {published, fromClass, rankAnywhere, rankAnywhere}, {published, 0, 0, 9},
}

// localDay returns the day of publication as readers saw it. Markup often has the moment in another time zone than the
// page: where an address or a date near the headline names the day before or after, that is the day.
func (r *pageReader) localDay(first dated) dated {
	if first.c == nil || first.date.Clock == "" || first.c.source > fromMeta && first.c.source != fromOther {
		return first
	}
	o := r.style()
	for _, k := range dateOrder {
		if k.field != published || k.source != fromAddress && k.low != rankNear && k.low != rankCued || k.source < fromClass || k.source == fromOther {
			continue
		}
		if d := r.dateFrom(published, k.source, k.low, k.high, o); d.c != nil && d.date.Near(first.date) {
			d.date.Clock = ""
			return d
		}
	}
	return first
}

// dateFrom returns the first date of a source, 0 for any, within a range of ranks.
func (r *pageReader) dateFrom(f field, s source, low, high uint8, o dates.Style) dated {
	var best dated
	for i := range r.found {
		c := &r.found[i]
		if c.field != f || s != 0 && c.source != s || c.rank < low || c.rank > high {
			continue
		}
		if best.c != nil && (c.source > best.c.source || c.source == best.c.source && c.rank >= best.c.rank) {
			continue
		}
		if d, ok := dates.Parse(c.value, o); ok {
			best = dated{c, d}
		}
	}
	return best
}

// nearby is the distance from the headline, in texts, within which a date is the page's own.
const nearby = 14

// readVisibleDates collects dates that are visible, and that of the address.
func (r *pageReader) readVisibleDates(head *candidate) {
	if r.address != nil {
		if d, ok := dates.InPath(r.address.Path, r.style()); ok {
			r.add(candidate{field: published, source: fromAddress, node: -1, value: d.String()})
		}
	}
	headText := int32(-1)
	if head != nil && head.node > 0 {
		headText = r.t.Nodes[head.node].FirstText
	} else if len(r.heads) > 0 {
		headText = r.t.Nodes[r.heads[0]].FirstText
	}
	for _, i := range r.visible {
		r.dateElement(i, headText)
	}
	r.datesNear(headText)
}

// dateElement reads an element that is named for a date.
func (r *pageReader) dateElement(i, headText int32) {
	n := &r.t.Nodes[i]
	if n.In&(dom.Skip|dom.Nav) != 0 || r.zones[i]&inComment != 0 {
		return
	}
	c := candidate{field: published, source: fromClass, rank: rankNamed, node: i}
	v, span := r.words(i)
	if n.Tag == atom.Time || n.Tag == atom.Abbr {
		c.rank = rankTime
		key := dom.Datetime
		if n.Tag == atom.Abbr {
			key = dom.TitleAttr
		}
		if s, ok := r.t.Attr(i, key); ok && !s.Empty() {
			c.span, c.value = s, value(r.t.Page, s)
		} else if n.Tag == atom.Abbr {
			return
		}
	}
	if c.value == "" {
		if c.value, c.span = v, span; len(v) > 200 {
			return
		}
		_, at, ok := dates.Find(v, r.style())
		if !ok {
			return
		}
		c.value = v[at.Start:at.End]
	}
	before := r.lead(i, v)
	switch {
	case isUpdate(before) || r.zones[i]&inUpdate != 0:
		c.field = modified
		c.rank = 3
	case isCue(before):
		c.rank = rankCued
	case r.zones[i]&inAside != 0 || n.In&(dom.Aside|dom.Footer) != 0:
		c.rank = rankAnywhere
	case headText >= 0 && n.FirstText >= headText-nearby && n.FirstText <= headText+2*nearby:
		c.rank = rankNear
	}
	r.add(c)
	if c.rank != rankTime {
		r.laterDates(c, v)
	}
}

// laterDates reads the dates that follow the first in v, if words say what they are: "Updated 12 May · Published 10 May".
func (r *pageReader) laterDates(c candidate, v string) {
	o := r.style()
	_, at, ok := dates.Find(v, o)
	for n := 0; ok && n < 3; n++ {
		end := at.End
		if _, at, ok = dates.FindFrom(v, end, o); !ok {
			return
		}
		c.value = v[at.Start:at.End]
		switch before := v[end:at.Start]; {
		case isUpdate(before):
			c.field, c.rank = modified, 3
		case isCue(before):
			c.field, c.rank = published, rankCued
		default:
			continue
		}
		r.add(c)
	}
}

// lead returns what is to be read before the date in v: in the element, else the text before it.
func (r *pageReader) lead(i int32, v string) string {
	if _, at, ok := dates.Find(v, r.style()); ok && at.Start > 2 {
		return v[:at.Start]
	}
	k := r.t.Nodes[i].FirstText - 1
	if k < 0 || r.t.Texts[k].End-r.t.Texts[k].Start > 60 {
		return ""
	}
	return value(r.t.Page, r.t.Span(k))
}

// datesNear reads the texts near the headline, and failing these all others.
func (r *pageReader) datesNear(headText int32) {
	o := r.style()
	found := 0
	for k := max(headText-nearby, 0); headText >= 0 && k < headText+3*nearby && int(k) < len(r.t.Texts); k++ {
		if r.dateText(k, rankNear, o) {
			found++
		}
	}
	if found > 0 || r.hasDate() {
		return
	}
	for k := 0; k < len(r.t.Texts) && found < 8 && !r.stop(64); k++ {
		if r.dateText(int32(k), rankAnywhere, o) {
			found++
		}
	}
	if found > 0 {
		return
	}
	r.dateIn(r.t.Title, o)
	for _, s := range r.claims.Descriptions {
		r.dateIn(s, o)
	}
}

// hasDate reports whether the markup or the address names a day that is trusted more than any visible one.
func (r *pageReader) hasDate() bool {
	for i := range r.found {
		if c := &r.found[i]; c.field == published && (c.source <= fromItem && c.rank == 0 || c.source == fromAddress) {
			if _, ok := dates.Parse(c.value, dates.Style{}); ok {
				return true
			}
		}
	}
	return false
}

// dateIn reads a title or a summary, where nothing else names a day.
func (r *pageReader) dateIn(s text.Span, o dates.Style) {
	v := value(r.t.Page, s)
	if _, at, ok := dates.Find(v, o); ok {
		r.add(candidate{field: published, source: fromText, rank: rankLast, node: -1, span: s, value: v[at.Start:at.End]})
	}
}

// dateText reads one text.
func (r *pageReader) dateText(k int32, rank uint8, o dates.Style) bool {
	x := &r.t.Texts[k]
	n := &r.t.Nodes[x.Parent]
	span := r.t.Span(k)
	if span.Len() < 6 || span.Len() > maxWords || n.In&(dom.Skip|dom.Nav|dom.Control) != 0 || r.zones[x.Parent]&inComment != 0 || !hasDigit(span.Of(r.t.Page)) {
		return false
	}
	v := value(r.t.Page, span)
	_, at, ok := dates.Find(v, o)
	if !ok {
		return false
	}
	c := candidate{field: published, source: fromText, rank: rank, node: x.Parent, span: span, value: v[at.Start:at.End]}
	before := v[:at.Start]
	if at.Start < 3 && k > 0 {
		before = value(r.t.Page, r.t.Span(k-1))
	}
	switch {
	case isUpdate(before):
		c.field, c.rank = modified, 4
	case isCue(before):
		c.rank = rankCued
	case r.zones[x.Parent]&inAside != 0 || n.In&dom.Aside != 0 || len(v) > 80:
		c.rank = rankAnywhere
	}
	if c.rank == rank && inSentence(v, at) || isHappening(before) || r.isEventAt(k, before, at.Start < 3) {
		return false
	}
	r.add(c)
	r.laterDates(c, v)
	return c.field == published
}

// inSentence reports whether a date is in the middle of a sentence: that of an event, or of history.
func inSentence(v string, at text.Span) bool {
	if !strings.HasSuffix(v, ".") {
		return false
	}
	before, after := strings.Count(strings.TrimSpace(v[:at.Start]), " "), strings.Count(strings.TrimSpace(v[at.End:]), " ")
	return before+after >= 3 && after >= 1
}

func hasDigit(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return true
		}
	}
	return false
}

// cues are words before the date of publication, updates those before the date of a change; in lower case.
var (
	cues    = [...]string{"publish", "posted", "veröffentlicht", "publié", "publicado", "pubblicato", "erstellt", "erschienen", "gepostet", "eingestellt", "written on", "date:", "datum:", "created", "geplaatst", "opublikowano", "опубликован", "released", "online seit", "publicat", "publicerad", "gepubliceerd", "publikov", "vydáno", "julkaistu", "objavljeno", "közzétéve", "megjelent", "diterbitkan", "đăng ngày", "опубліковано", "публикация", "публикувано", "δημοσιεύ", "פורסם", "نشر", "تاريخ النشر", "first", "publiziert", "publisert", "udgivet", "yayın", "发布", "发表", "刊登", "公開", "掲載", "게시", "입력"}
	updates = [...]string{"updated", "update", "aktualisiert", "modified", "geändert", "mis à jour", "actualizado", "aggiornato", "stand:", "letzte", "bijgewerkt", "обновлен", "last", "edited", "atualizado", "changed", "bearbeitet", "reviewed", "modificado", "modificato", "gewijzigd", "zaktualiz", "aktualizacja", "изменен", "изменён", "güncelle", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "aktualizov", "aktualizác", "ažurirano", "frissítve", "diperbarui", "cập nhật", "оновлено", "обновление", "обновено", "редакция", "ενημερώ", "עודכן", "تحديث", "آخر تعديل", "更新", "修改", "수정"} //nolint:misspell // words of other languages
)

func isCue(before string) bool    { return containsAny(before, cues[:]) }
func isUpdate(before string) bool { return containsAny(before, updates[:]) }

func containsAny(v string, list []string) bool {
	if len(v) > 60 {
		v = v[len(v)-60:]
	}
	v = strings.ToLower(v)
	for _, w := range list {
		if strings.Contains(v, w) {
			return true
		}
	}
	return false
}
