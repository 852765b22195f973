package parity

import (
	"crypto/sha1" //nolint:gosec // the golden files' own digest
	"encoding/hex"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/datatrove"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// Datatrove compares with datatrove's filters, on real spaCy's tokens.
func Datatrove() error {
	return parity{
		name: "datatrove", golden: "golden-dev-datatrove.jsonl.xz", script: "golden_datatrove.py", ours: ourDatatrove,
		same: sameDatatroveText,
	}.run()
}

// The golden files' names of profiles that have another here. Without the count of sentences C4's rules are those of its
// lines.
const (
	goldenFineweb = "datatrove-fineweb-quality"
	goldenC4Lines = "datatrove-c4-lines"
	ourFineweb    = "datatrove-fineweb"
	ourC4         = "datatrove-c4"
)

const keep = "keep"

// ourDatatrove gives our values of s.
func ourDatatrove(s string) map[goldenKey]any {
	d := newDatatroveDoc(s)
	defer d.t.Release()
	ours := map[goldenKey]any{}
	for signal, v := range d.values {
		profile, name, _ := strings.Cut(signal, ".")
		switch profile {
		case ourC4:
			ours[goldenKey{ourC4, name}] = v
			ours[goldenKey{goldenC4Lines, name}] = v
		case ourFineweb:
			ours[goldenKey{goldenFineweb, name}] = v
		default:
			ours[goldenKey{profile, name}] = v
		}
	}
	for _, p := range datatrove.Profiles {
		d.judge(p, ours)
	}
	tokens := d.tokens()
	ours[goldenKey{"datatrove-tokens", "n_tokens"}] = float64(len(tokens))
	ours[goldenKey{"datatrove-tokens", "tokens_sha1"}] = sha1Prefix(strings.Join(tokens, "\n"))
	return ours
}

// datatroveDoc is a text and its values.
type datatroveDoc struct {
	t      *pytext.Text
	values map[string]float64
}

func newDatatroveDoc(s string) datatroveDoc {
	d := datatroveDoc{pytext.New(s), map[string]float64{}}
	for _, g := range datatrove.Groups {
		v := make([]float64, len(g.Signals))
		for i := range v {
			v[i] = profile.Undefined
		}
		g.Measure(d.t, v)
		for i, signal := range g.Signals {
			if !math.IsNaN(v[i]) {
				d.values[signal.Name] = v[i]
			}
		}
	}
	return d
}

// judge adds the decision of a profile, and the text that it passes on.
func (d datatroveDoc) judge(p profile.Profile, ours map[goldenKey]any) {
	name := p.Name
	if name == ourFineweb {
		name = goldenFineweb
	}
	ours[goldenKey{name, "decision"}] = d.decide(p)
	if p.Edit == nil {
		return
	}
	edited := passedOn{d.edited(p)}
	ours[goldenKey{name, "text_sha1"}] = edited
	if name == ourC4 {
		p.Rules = p.Rules[:len(p.Rules)-1]
		ours[goldenKey{goldenC4Lines, "decision"}] = d.decide(p)
		ours[goldenKey{goldenC4Lines, "text_sha1"}] = edited
	}
}

// decide returns the reason that the reference gives, which stops at the first: in the order of the rules, but that C4's
// filter goes from line to line.
func (d datatroveDoc) decide(p profile.Profile) string {
	if len(p.Steps) > 0 {
		return d.decideSteps(p.Steps)
	}
	decision, first := keep, len(d.t.S)+1
	for _, r := range p.Rules {
		if v, ok := d.values[r.Signal]; !ok || !r.Fails(v) {
			continue
		}
		at := len(d.t.S)
		if p.Edit != nil {
			at = d.firstPlace(r.Signal)
		}
		if at < first {
			decision, first = strings.TrimPrefix(r.ID, p.Name+"."), at
		}
	}
	return decision
}

// decideSteps applies one profile after the other, each to what the one before passed on.
func (d datatroveDoc) decideSteps(steps []string) string {
	for _, step := range steps {
		p := datatroveProfile(step)
		if decision := d.decide(p); decision != keep {
			return decision
		}
		if p.Edit != nil {
			d = newDatatroveDoc(d.edited(p))
			defer d.t.Release()
		}
	}
	return keep
}

// edited returns the text that the profile passes on.
func (d datatroveDoc) edited(p profile.Profile) string {
	return p.Edit(d.t).Apply(d.t.S)
}

// firstPlace returns where the first place of a signal begins; the text's end if it has none.
func (d datatroveDoc) firstPlace(signal string) int {
	for _, g := range datatrove.Groups {
		for i, s := range g.Signals {
			if s.Name != signal {
				continue
			}
			if places := g.Places(d.t, i, 1).Spans; len(places) > 0 {
				return places[0].Start
			}
		}
	}
	return len(d.t.S)
}

func (d datatroveDoc) tokens() []string {
	tokens := spacy.Of(d.t)
	texts := make([]string, tokens.Len())
	for i := range texts {
		texts[i] = tokens.Type(tokens.IDs[i])
	}
	return texts
}

func datatroveProfile(name string) profile.Profile {
	for _, p := range datatrove.Profiles {
		if p.Name == name {
			return p
		}
	}
	return profile.Profile{}
}

// passedOn is a text that the golden files give by digest and length.
type passedOn struct{ text string }

func sameDatatroveText(g golden, v any) (agree, handled bool) {
	p, ok := v.(passedOn)
	if !ok {
		return false, false
	}
	same := string(g.Value) == `"`+sha1Prefix(p.text)+`"`
	return same && g.Length != nil && *g.Length == utf8.RuneCountInString(p.text), true
}

func sha1Prefix(s string) string {
	sum := sha1.Sum([]byte(s)) //nolint:gosec // the golden files' own digest
	return hex.EncodeToString(sum[:8])
}
