package text

import (
	"errors"
	"fmt"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/eval/timing"
)

// repairSpeed prints the speed on news, clean and damaged, beside ftfy's in the same run.
func repairSpeed() error {
	articles, err := data.ReadJSONL[struct{ Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	clean := make([]string, 0, 1000)
	for _, a := range articles[:1000] {
		clean = append(clean, a.Text)
	}
	broken := make([]string, len(clean))
	for i, s := range clean {
		broken[i] = damage(s, damages[0].tables)
	}
	fmt.Printf("\n%-44s %10s %10s %10s %8s\n", "speed, one core, MB/s", "copydesk", "ftfy", "ftfy plain", "ratio")
	for i, texts := range [][]string{clean, broken} {
		size := 0
		for _, s := range texts {
			size += len(s)
		}
		ours := timing.Rate(size, func() {
			for _, s := range texts {
				mend(s, defaultRepair) //nolint:errcheck // the speed alone counts here
			}
		})
		fmt.Printf("%-44s %10.1f", []string{"1,000 news articles", "the same as utf8>cp1252"}[i], ours)
		plain := 0.0
		for _, options := range []map[string]any{nil, ftfyPlain} {
			_, took, err := peerMend(texts, options)
			if errors.Is(err, peers.ErrNotInstalled) {
				break
			}
			if err != nil {
				return err
			}
			plain = float64(size) / 1e6 / took.Seconds()
			fmt.Printf(" %10.2f", plain)
		}
		if plain > 0 {
			fmt.Printf(" %7.0fx", ours/plain)
		}
		fmt.Println()
	}
	return nil
}
