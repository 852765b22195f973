package wall

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// readMarkup looks for what checks, parking services and forms have in the markup.
func (d *detector) readMarkup() {
	t := d.t
	for i := 1; i < len(t.Nodes) && !d.stop(32); i++ {
		n, id := &t.Nodes[i], int32(i)
		switch n.Tag {
		case atom.Script:
			d.scripts = true
			d.vendor(id, t.Raw(id, dom.Src), t.Tag(id))
		case atom.Img, atom.Video, atom.Picture:
			d.pictures = d.pictures || n.In&(dom.Fallback|dom.Unseen) == 0
		case atom.Iframe:
			d.vendor(id, t.Raw(id, dom.Src), t.Tag(id))
		case atom.Input:
			if strings.EqualFold(t.Raw(id, dom.Type), "password") && !d.seen[passwordField] {
				d.seen[passwordField] = true
				d.add(text.PageLogIn, passwordPoints, byForm, t.Tag(id))
			}
		default:
			d.vendor(id, t.Raw(id, dom.ID), t.Tag(id))
			d.vendor(id, t.Raw(id, dom.Class), t.Tag(id))
		}
	}
	for k := range min(len(t.Scripts), 64) {
		s := t.Scripts[k].Span
		s.End = min(s.End, s.Start+1<<14)
		code := s.Of(t.Page)
		if strings.Contains(code, "_cf_chl_opt") || strings.Contains(code, "_Incapsula_Resource") {
			d.add(text.PageBotCheck, 3, byScript, t.Tag(t.Scripts[k].Node))
		}
		if _, after, ok := strings.Cut(code, `"isAccessibleForFree"`); ok {
			after = strings.TrimLeft(after, " :\"\n\t")
			d.closed = d.closed || len(after) >= 5 && strings.EqualFold(after[:5], "false")
		}
	}
}

// passwordPoints are the points of such a field: pages have one in dialogues, too.
const passwordPoints = 2

// passwordField is the key in detector.seen of a field for a password.
const passwordField = "field for a password"

// vendors are the names by which the markup of a service is known.
var vendors = []struct {
	name string
	kind text.PageKind
}{
	{"challenge-platform", text.PageBotCheck}, {"challenge-running", text.PageBotCheck}, {"challenge-form", text.PageBotCheck}, {"challenge-stage", text.PageBotCheck}, {"px-captcha", text.PageBotCheck},
	{"captcha-delivery.com", text.PageBotCheck}, {"_Incapsula_Resource", text.PageBotCheck}, {"awswaf.com", text.PageBotCheck}, {"perfdrive", text.PageBotCheck}, {"cf-error-details", text.PageBotCheck},
	{"sedoparking", text.PageParked}, {"parkingcrew", text.PageParked}, {"bodis.com", text.PageParked}, {"parklogic", text.PageParked}, {"above.com", text.PageParked}, {"hugedomains", text.PageParked},
	{"paywall", text.PagePaywall}, {"regwall", text.PagePaywall}, {"tp-container", text.PagePaywall},
	{"onetrust-consent", text.PageConsent}, {"didomi-popup", text.PageConsent}, {"sp_message_container", text.PageConsent}, {"qc-cmp2", text.PageConsent}, {"age-gate", text.PageConsent}, {"agegate", text.PageConsent},
}

// maxVendor is how many bytes of an attribute are searched for names.
const maxVendor = 300

// vendor looks for a service's name in an attribute.
func (d *detector) vendor(_ int32, value string, tag text.Span) {
	if len(value) < 6 {
		return
	}
	value = value[:min(len(value), maxVendor)]
	for _, v := range vendors {
		if !d.seen[v.name] && strings.Contains(value, v.name) {
			d.seen[v.name] = true
			points := 2
			if v.kind == text.PageConsent || v.kind == text.PagePaywall {
				points = 1
			}
			d.add(v.kind, points, byScript, tag)
		}
	}
}
