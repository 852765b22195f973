package extract

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/model"
)

//go:embed gazetteer/forenames.txt
var forenamesFile string

//go:embed gazetteer/surnames.txt
var surnamesFile string

//go:embed gazetteer/places.txt
var placesFile string

// The name lists, built when first asked for: the keys are views of the embedded files.
var (
	forenames = sync.OnceValue(func() map[string]bool { return lines(forenamesFile) })
	surnames  = sync.OnceValue(func() map[string]bool { return lines(surnamesFile) })
	places    = sync.OnceValue(func() map[string]bool { return lines(placesFile) })
)

func lines(file string) map[string]bool {
	m := make(map[string]bool, strings.Count(file, "\n"))
	for line := range strings.Lines(file) {
		m[strings.TrimSuffix(line, "\n")] = true
	}
	return m
}

var (
	honorifics = set("Mr Mrs Ms Miss Dr Prof Sir Lady Lord Mullah Sheikh President Senator Sen Rep Gov Gen Judge Justice Capt Lt Col Sgt Rev King Queen Prince Princess Minister Secretary Chancellor then-President Ambassador General Congressman Congresswoman Governor Mayor Pope Professor")

	bodies = set("Inc Inc. Corp Corp. Ltd University College Department Party Office Journal Times Post News Agency Ministry Court Committee Commission Council Association Institute Bank Group Company Senate Congress Parliament Union Foundation Church Police Army Navy Administration Bureau House Association Club League Taliban FBI CIA NATO EU UN CNN NBC BBC NSA")

	functionWords = set("The A An In On At By But And Or If As When While After Before For From He She It They We I You This That These Those There His Her Its Their Our My Your What Who Why How Where Which With Without Then Now No Not Yes So Some Many Most More All Both Each Every Another Other Such To Of Since Until During Under Over About Also However Although Though Because Still Even Just Only According Let Here Once Despite Meanwhile Asked Photo Read Copyright Write Generate GOP Republican Republicans Democrat Democrats Democratic Afghan Afghans American Americans British French German Russian Chinese Iraqi Iranian Syrian Israeli Mexican European English Muslim Muslims Christian Christians Islamic Jewish")

	connectors = set("of de van von al bin la le du da del der den")
)

// Models returns the name lists, as lists that are part of the program.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name:    "extract.names",
		Version: "2026-11",
		Sources: []string{
			"GeoNames (CC BY 4.0), by way of datasets/world-cities",
			"dariusk/corpora (CC0 1.0)",
			"sigpwned/popular-names-by-country-dataset (CC0 1.0)",
		},
		Data: []string{forenamesFile, surnamesFile, placesFile},
	}}
}
