package score

import (
	"github.com/copydesk/copydesk/internal/score/fingerprint"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/internal/text"
)

// Features are parts of a report, as bits.
type Features uint

// The features.
const (
	SignalsFeature Features = 1 << iota
	ProfilesFeature
	FingerprintsFeature
	LanguagesFeature
	LinesFeature // this and the following are not in All
	PerplexityFeature
	LanguageCandidatesFeature
	ParagraphLanguagesFeature
	QualityFeature
	SpunFeature

	All        = SignalsFeature | ProfilesFeature | FingerprintsFeature | LanguagesFeature
	Everything = All | LinesFeature | PerplexityFeature | LanguageCandidatesFeature | ParagraphLanguagesFeature | QualityFeature | SpunFeature

	anyLanguages = LanguagesFeature | LanguageCandidatesFeature | ParagraphLanguagesFeature
)

// Profile is a named set of rules.
type Profile = profile.Profile

// Rule rejects a document by one signal.
type Rule = profile.Rule

// Comparison says on which side of a threshold a value is rejected.
type Comparison = profile.Comparison

// Fingerprints are digests of a clean text, the same on every machine.
type Fingerprints = fingerprint.Fingerprints

// Perplexity says how surprising a text is to a language model.
type Perplexity = fluency.Report

// Spun says whether words of a text were replaced by synonyms.
type Spun = spun.Report

// Options says what to judge and by which rules. What is not asked for is not computed.
type Options struct {
	// Features are the parts to compute.
	Features Features

	// Profiles are names of built-in profiles; empty means all of them.
	Profiles []string

	// Custom are profiles of the caller's own.
	Custom []Profile

	// Signals are names of signals, or beginnings of names that end in a full stop; empty means all of them.
	Signals []string

	// Spans asks for the places of signals and failures.
	Spans bool

	// Edits asks for the texts that profiles pass on.
	Edits bool

	// Perplexity says what to list beside the perplexity of the text.
	Perplexity fluency.Wanted

	// Language is the document's language as a BCP 47 tag; empty if it is not known.
	Language string

	// Scores are values that the caller has measured, finite, by name. Rules of Custom look at them: see CallerPrefix.
	Scores map[string]float64
}

// Verdict is a profile's decision.
type Verdict int

// The verdicts.
const (
	KeepDocument Verdict = iota + 1
	RejectDocument
	NotApplicable // no thresholds, or none for the document's language
)

// Signal is one measured value.
type Signal struct {
	Name  string
	Value float64 // finite

	// Spans are the first places that account for the value, at most 64, if they were asked for; SpansOmitted is how many more
	// there are.
	Spans        []text.Span
	SpansOmitted int
}

// Failure says why a rule failed.
type Failure struct {
	Rule

	Value  float64
	Margin float64 // from value to threshold, never negative

	// Spans are the first places in the clean text that account for the value, at most 64, if they were asked for; SpansOmitted is
	// how many more there are.
	Spans        []text.Span
	SpansOmitted int
}

// Result is a profile's judgement of a document.
type Result struct {
	Name, Version string
	Verdict       Verdict

	// Failures are all rules that failed, in the profile's order.
	Failures []Failure

	// Edited is the text that the profile passes on, and Edits leads from the clean text to it; both are empty if they were not
	// asked for, or if the profile passes on the clean text.
	Edited string
	Edits  text.Provenance
}

// Line is one line of the text with the signals that RedPajama-V2 has of lines.
type Line struct {
	Span text.Span

	// Values are those of Signals, in the same order.
	Values [len(lineSignals)]float64
}

// lineSignals are the names of the signals of a line, in order.
var lineSignals = [...]string{
	"rpv2.rps_lines_ending_with_terminal_punctution_mark",
	"rpv2.rps_lines_javascript_counts",
	"rpv2.rps_lines_num_words",
	"rpv2.rps_lines_numerical_chars_fraction",
	"rpv2.rps_lines_start_with_bulletpoint",
	"rpv2.rps_lines_uppercase_letter_fraction",
}

// Signals returns the signals of the line, ordered by name.
func (l *Line) Signals() []Signal {
	list := make([]Signal, len(lineSignals))
	for i, name := range lineSignals {
		list[i] = Signal{Name: name, Value: l.Values[i]}
	}
	return list
}

// Report says how good a document is.
type Report struct {
	Signals      []Signal // ordered by name
	Profiles     []Result // built-in ones in the order asked for, then the caller's own
	Fingerprints *Fingerprints

	// Perplexity is absent if it was not asked for, or if the text is not in English.
	Perplexity *Perplexity

	// Quality is absent if it was not asked for, or if the text is in another language than English or has too few words.
	Quality *Quality

	// Languages are those that the text is in, largest share first; LanguageCandidates the most probable ones of the text as a whole;
	// Paragraphs has the language of each paragraph, in order, and
	// ParagraphsOmitted is how many more paragraphs there are.
	Languages          []language.Share
	LanguageCandidates []language.Guess
	Paragraphs         []language.Paragraph
	ParagraphsOmitted  int

	// Spun is absent if it was not asked for, or if the text is not in English.
	Spun *Spun

	// Lines are the first lines, at most 100,000; LinesOmitted is how many more there are.
	Lines        []Line
	LinesOmitted int
}

// maxSpans is how many places of one failure or signal are listed.
const maxSpans = 64

// maxLines is how many lines are listed.
const maxLines = 100_000
