package extract

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// quotationCases are texts, and the quotations in them: words, speaker as written, name. Known faults say so.
var quotationCases = map[string]struct {
	in   string
	want []string
}{
	"verb, then name":            {"“The lamp is sound,” said Daniel Okafor on Monday.", []string{"The lamp is sound,|Daniel Okafor|Daniel Okafor"}},
	"name, then verb":            {"“The lamp is sound,” Daniel Okafor told the Larch Courier.", []string{"The lamp is sound,|Daniel Okafor|Daniel Okafor"}},
	"name before the quotation":  {"Daniel Okafor said: “The lamp is sound.”", []string{"The lamp is sound.|Daniel Okafor|Daniel Okafor"}},
	"apposition":                 {"“The lamp is sound,” Daniel Okafor, a lawyer for Ruth Adeyemi, said.", []string{"The lamp is sound,|Daniel Okafor|Daniel Okafor"}},
	"courtesy title":             {"Daniel Okafor came. “The lamp is sound,” said Mr. Okafor.", []string{"The lamp is sound,|Mr. Okafor|Daniel Okafor"}},
	"pronoun":                    {"Daniel Okafor met Ruth Adeyemi. “The lamp is sound,” he said.", []string{"The lamp is sound,|he|Daniel Okafor"}},
	"description":                {"“The lamp is sound,” said a spokesman for the town.", []string{"The lamp is sound,|a spokesman for the town|"}},
	"description before the cue": {"The committee said it was “sound as a bell”.", []string{"sound as a bell|The committee|"}},
	"source":                     {"“The lamp is sound,” according to Daniel Okafor.", []string{"The lamp is sound,|Daniel Okafor|Daniel Okafor"}},
	"interrupted":                {"“We came,” Daniel Okafor said, “and we saw it.”", []string{"We came,|Daniel Okafor|Daniel Okafor", "and we saw it.|Daniel Okafor|Daniel Okafor|continues 0"}},
	"short, with a cue":          {"“No,” Daniel Okafor said.", []string{"No,|Daniel Okafor|Daniel Okafor"}},
	"short, verb, then name":     {"“No,” said Daniel Okafor.", []string{"No,|Daniel Okafor|Daniel Okafor"}},
	"short, shouted":             {"It rang. “Stop!” cried Daniel Okafor.", []string{"Stop!|Daniel Okafor|Daniel Okafor"}},
	"short, after a colon":       {"Asked if it works, Daniel Okafor said: “Yes.”", []string{"Yes.|Daniel Okafor|Daniel Okafor"}},
	"a title with a mark":        {"He starred in “Help!” and said Daniel Okafor was there.", nil},
	"a title before a verb":      {"Her song “Help!” said Daniel Okafor, was the best.", nil},
	"distanced words":            {"The so-called “reform” failed.", nil},
	"straight marks":             {`"The lamp is sound," said Daniel Okafor. "The tower is not."`, []string{"The lamp is sound,|Daniel Okafor|Daniel Okafor", "The tower is not.|Daniel Okafor|Daniel Okafor|continues 0"}},
	"glued to the sentence":      {`It fell."The lamp is sound," said Daniel Okafor.`, []string{"The lamp is sound,|Daniel Okafor|Daniel Okafor"}},
	"inches":                     {`A 5" pipe broke. "It was an old pipe," said Daniel Okafor.`, []string{"It was an old pipe,|Daniel Okafor|Daniel Okafor"}},
	"inches beside a fraction":   {`A 3/4" board is 5'10" long. "It was cheap," said Daniel Okafor.`, []string{"It was cheap,|Daniel Okafor|Daniel Okafor"}},
	"inches in a list":           {`They are 24", 27" and 32" wide. "Take one," said Daniel Okafor.`, []string{"Take one,|Daniel Okafor|Daniel Okafor"}},
	"inches inside a quotation":  {`"Take the 27"," said Daniel Okafor. "It is 10" long."`, []string{"Take the 27|Daniel Okafor|Daniel Okafor", `It is 10" long.|Daniel Okafor|Daniel Okafor|continues 0`}},
	"inches in brackets":         {`The screen (55") and the lamp (6") were sold. "All gone," Daniel Okafor said.`, []string{"All gone,|Daniel Okafor|Daniel Okafor"}},
	"minutes and seconds":        {`It stands at 51°30'26"N. "It is late," said Daniel Okafor.`, []string{"It is late,|Daniel Okafor|Daniel Okafor"}},
	"primes":                     {"A 12″ disc and a 7′ pole. “I like it,” said Daniel Okafor.", []string{"I like it,|Daniel Okafor|Daniel Okafor"}},
	"a number that is quoted":    {`"We need all 12," said Daniel Okafor.`, []string{"We need all 12,|Daniel Okafor|Daniel Okafor"}},
	"an address is not said":     {`The page "https://example.org/q" says nothing, said Daniel Okafor.`, nil},
	"a mark without an end":      {`He said "so. Nobody answered.`, nil},
	"guillemets":                 {"«The lamp is sound», said Daniel Okafor.", []string{"The lamp is sound|Daniel Okafor|Daniel Okafor"}},
	"after a dash":               {"“The tide waits for nobody who is late.” — Mel Harrow, pilot\n\nThe rest is about fog.", []string{"The tide waits for nobody who is late.|Mel Harrow|Mel Harrow"}},
	"after a dash, without role": {"The first line is this.\n\n“The tide waits for nobody who is late.” – Mel Harrow", []string{"The tide waits for nobody who is late.|Mel Harrow|Mel Harrow"}},
	"from":                       {"The mayor came.\n\nFrom Mel Harrow: “The tide waits for nobody who is late.”", []string{"The tide waits for nobody who is late.|Mel Harrow|Mel Harrow"}},
	"party and apposition":       {"Sen. Daniel Okafor, D-Ohio, a friend of the ferry, said the lamp “will be mended soon”.", []string{"will be mended soon|Daniel Okafor|Daniel Okafor"}},
	"apposition after the cue":   {"“We have to get it done,” said Daniel Okafor, a friend of the ferry.", []string{"We have to get it done,|Daniel Okafor|Daniel Okafor"}},
	"a day's paper":              {"Today's report says that the lamp “cannot be mended” in time.", []string{"cannot be mended|Today's report|"}},
	"a counted group":            {"Nine of the councillors said the plan “would not do”.", []string{"would not do|Nine of the councillors|"}},
	"somebody new":               {"Ruth Adeyemi met Daniel Okafor. A spokesman for the town said the talks “went very well”.", []string{"went very well|A spokesman for the town|"}},
	"two clauses": {
		"Daniel Okafor praised the lamp as “a great success,” while the town’s engineer Ruth Adeyemi flatly declared it “a waste of oil.”",
		[]string{"a great success,|Daniel Okafor|Daniel Okafor", "a waste of oil.|Ruth Adeyemi|Ruth Adeyemi"},
	},
	"a noun that is a verb here": {
		`"The lamp is sound," the report states. "The tower is not."`,
		[]string{"The lamp is sound,|the report|", "The tower is not.|the report||continues 0"},
	},
	"a participle with words":      {"The plan failed, with critics calling it “a waste of oil”.", []string{"a waste of oil|critics|"}},
	"no noun":                      {"One visitor liked it. Another argued that the lamp was “a waste of oil”.", []string{"a waste of oil|Another|"}},
	"a claim that is made":         {"The lawmakers claim “a waste of oil” in all three towns.", []string{"a waste of oil|The lawmakers|"}},
	"a claim that is a noun":       {"The claim of the lawmakers was denied. “The lamp is sound,” said Daniel Okafor.", []string{"The lamp is sound,|Daniel Okafor|Daniel Okafor"}},
	"a participle before its noun": {"The court wrote that its stated aim was “to mend the lamps of the coast”.", []string{"to mend the lamps of the coast|The court|"}},
	"named after the last paragraph": {
		"“The lamp is sound.\n\n“The tower is not,” said Daniel Okafor.",
		[]string{"The lamp is sound.|Daniel Okafor|Daniel Okafor", "The tower is not,|Daniel Okafor|Daniel Okafor|continues 0"},
	},
	"one who is named in the words": {
		"Daniel Okafor met Peter Lund, who keeps the tower. “Mr. Lund mends the lamp himself, and I am glad of it,” he said.",
		[]string{"Mr. Lund mends the lamp himself, and I am glad of it,|he|Daniel Okafor"},
	},
	"words that are listed": {"He filed it under “lamps” and “towers”.", nil},
	"paragraphs of one speech": {
		"Daniel Okafor said: “The lamp is sound.\n\n“The tower is not.”",
		[]string{"The lamp is sound.|Daniel Okafor|Daniel Okafor", "The tower is not.|Daniel Okafor|Daniel Okafor|continues 0"},
	},
}

func TestQuotations(t *testing.T) {
	t.Parallel()
	for name, tt := range quotationCases {
		var got []string
		for _, q := range run(t, document(tt.in)).Quotations {
			row := q.Text + "||"
			if q.Speaker != nil {
				row = q.Text + "|" + q.Speaker.Text + "|" + q.Speaker.Name
			}
			if q.Continues >= 0 {
				row += "|continues " + strconv.Itoa(q.Continues)
			}
			got = append(got, row)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
