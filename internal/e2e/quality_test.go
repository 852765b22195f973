package e2e_test

import (
	"math"
	"strings"
	"testing"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score/quality"
)

// report is prose that somebody might have written.
const report = `The council of Saltmarsh voted on Tuesday to keep the old ferry running for another year, although the bridge to Kestrel Bay is to open in the spring. Its members had argued about the cost for most of the evening.

"People on the island use the boat to get to work, and the bridge will not help them before the road to it is finished," said the mayor, who had asked for the vote. Two members who were against it said that the money would be better spent on the school.

The ferry was built in the yard below the lighthouse some forty years ago. It carries about three hundred people a day, fewer than it did when the mine was open, and it has been out of service for several weeks each winter because its engine is old.`

// menu is what a site has around such a text.
const menu = "Home\nNews\nSport\nSign in\nSubscribe now\nRead more\nShare this\nPrivacy policy\nTerms of use\nCookie settings\nRelated articles\nView all\n© All rights reserved"

func TestQuality(t *testing.T) {
	t.Parallel()
	o := copydeskv1.ScoreOptions_builder{Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_QUALITY}}.Build()
	good, bad := score(t, report, o), score(t, menu, o)
	if good.GetQuality().GetScore() < .8 || bad.GetQuality().GetScore() > .2 {
		t.Errorf("the report has %v, the menu %v", good.GetQuality(), bad.GetQuality())
	}
	if len(good.GetProfiles())+len(good.GetLanguages()) > 0 || good.HasPerplexity() {
		t.Errorf("more than quality: %v", good)
	}
	for _, r := range []*copydeskv1.ScoreResult{good, bad} {
		q := r.GetQuality()
		sum := q.GetIntercept()
		for _, c := range q.GetContributions() {
			sum += c.GetContribution()
		}
		if got := 1 / (1 + math.Exp(-sum)); math.Abs(got-q.GetScore()) > 1e-9 || q.GetModel() != quality.Name {
			t.Errorf("contributions give %v: %v", got, q)
		}
	}
	r := score(t, "Der Rat kam am Dienstag zusammen, um über die neue Brücke zu beraten, und die Sitzung dauerte lange.", o)
	if r.HasQuality() {
		t.Errorf("German has quality %v", r.GetQuality())
	}
	if r := score(t, "Too few words.", o); r.HasQuality() {
		t.Errorf("three words have quality %v", r.GetQuality())
	}
}

// TestQualityIsOfTheSignals holds that contributions name signals that Describe has, with the values that SIGNALS gives.
func TestQualityIsOfTheSignals(t *testing.T) {
	t.Parallel()
	o := copydeskv1.ScoreOptions_builder{
		Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_QUALITY, copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS},
	}
	for _, in := range quality.Inputs {
		o.Signals = append(o.Signals, in.Signal)
	}
	r := score(t, strings.ToUpper(menu)+"\n\n"+report, o.Build())
	values := map[string]float64{}
	for _, s := range r.GetSignals() {
		values[s.GetName()] = s.GetValue()
	}
	for _, c := range r.GetQuality().GetContributions() {
		if v, ok := values[c.GetSignal()]; ok != c.HasValue() || v != c.GetValue() {
			t.Errorf("%s is %v, the signal %v", c.GetSignal(), c.GetValue(), v)
		}
	}
	if n := len(r.GetQuality().GetContributions()); n < 10 {
		t.Errorf("%d contributions", n)
	}
}
