package parity

import (
	"crypto/sha1" //nolint:gosec // the golden files name texts by it
	"encoding/hex"
	"encoding/json"
	"strings"

	"github.com/copydesk/copydesk/internal/score/dclm"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// DCLM compares with DCLM: filters, modifiers, and the line modifiers of its configuration one after the other.
func DCLM() error {
	return parity{name: "dclm", golden: "golden-dev-dclm.jsonl.xz", script: "golden_dclm.py", ours: dclmValues, same: sameDCLM}.run()
}

const dclmChain = "chain:line_modifiers"

// dclmOutput is a text that modifiers passed on; nil where they drop the page.
type dclmOutput struct {
	verdict string
	text    *string
}

func dclmValues(s string) map[goldenKey]any {
	t := pytext.New(s)
	defer t.Release()
	values := map[goldenKey]any{}
	for _, g := range dclm.Groups {
		v := make([]float64, len(g.Signals))
		g.Measure(t, v)
		for i, signal := range g.Signals {
			values[goldenKey{"dclm", strings.TrimPrefix(signal.Name, "dclm.")}] = dclmValue(v[i])
		}
	}
	for _, r := range dclm.Profiles[0].Rules {
		k := goldenKey{"dclm", strings.TrimPrefix(r.Signal, "dclm.")}
		if strings.HasPrefix(k.signal, "repetition:") {
			v, defined := values[k].(float64)
			values[goldenKey{"dclm", "keep:" + k.signal}] = map[bool]float64{true: 1}[keepsDCLM(s, r, v, defined)]
		}
	}
	for _, m := range dclm.Modifiers {
		name := strings.TrimPrefix(m.Name, "dclm-")
		out := m.Edit(t).Apply(s)
		values[goldenKey{"dclm", name}] = dclmOutput{text: &out}
	}
	values[goldenKey{"dclm", dclmChain}] = chainDCLM(t, values)
	return values
}

// keepsDCLM reports whether a rule of repetition keeps s: lines and paragraphs must be there.
func keepsDCLM(s string, r profile.Rule, v float64, defined bool) bool {
	if strings.HasSuffix(r.Signal, "gram") {
		return !defined || !r.Fails(v)
	}
	return strings.TrimSpace(strings.Trim(s, "\x1c\x1d\x1e\x1f")) != "" && (!defined || !r.Fails(v))
}

// dclmValue is v as the golden files have it.
func dclmValue(v float64) any {
	if v != v { //nolint:gocritic // NaN stands for an undefined value
		return nil
	}
	return v
}

// chainDCLM returns the verdict of the line modifiers, which is the first of their rules that fails, and the text that they
// leave.
func chainDCLM(t *pytext.Text, values map[goldenKey]any) dclmOutput {
	for _, r := range dclm.Profiles[0].Rules {
		name := strings.TrimPrefix(r.Signal, "dclm.")
		if !strings.HasPrefix(name, "characters_after:") && name != "word_removal_ratio" {
			continue
		}
		if v, defined := values[goldenKey{"dclm", name}].(float64); defined && r.Fails(v) {
			return dclmOutput{verdict: "drop:" + strings.TrimPrefix(name, "characters_after:"), text: leftByChain(t, name)}
		}
	}
	return dclmOutput{verdict: "keep", text: leftByChain(t, "")}
}

// leftByChain returns what the line modifiers leave of a page, nil if they leave nothing.
func leftByChain(t *pytext.Text, reason string) *string {
	if strings.HasPrefix(reason, "characters_after:") {
		return nil
	}
	out := dclm.LineModifiers(t).Apply(t.S)
	return &out
}

// sameDCLM compares texts by their SHA-1. Of a text of which a modifier leaves nothing there is none.
func sameDCLM(g golden, v any) (agree, handled bool) {
	out, ok := v.(dclmOutput)
	if !ok {
		return false, false
	}
	var value *string
	if err := json.Unmarshal(g.Value, &value); err != nil {
		return false, true
	}
	if g.Signal == dclmChain {
		return value != nil && *value == out.verdict && (g.SHA1 == "" && out.text == nil || out.text != nil && g.SHA1 == shortSHA1(*out.text)), true
	}
	if value == nil {
		return *out.text == "", true
	}
	return *value == shortSHA1(*out.text), true
}

// shortSHA1 is the first 16 hexadecimal digits of SHA-1.
func shortSHA1(s string) string {
	sum := sha1.Sum([]byte(s)) //nolint:gosec // the golden files' own digest
	return hex.EncodeToString(sum[:8])
}
