package layout_test

import (
	"strings"
	"testing"
)

// BenchmarkRun reads texts in which nothing, page numbers, and columns are found.
func BenchmarkRun(b *testing.B) {
	const line = "The dredging of the north channel began in early spring, when a hired\n"
	page := strings.Repeat(line, 40) + "vessel moved the first loads of silt\n\n"
	texts := map[string]string{
		"prose":   strings.Repeat(strings.Repeat(line, 5)+"\n", 3000),
		"pages":   strings.Repeat(page+"12\n\nand left them there.\n", 300),
		"columns": strings.Repeat(strings.Repeat("The dredging of the north channel began in early     silt to a site four miles out. The board heard\n", 40)+"\n\n\n\n", 250),
	}
	for name, in := range texts {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			for b.Loop() {
				run(b, in)
			}
		})
	}
}
