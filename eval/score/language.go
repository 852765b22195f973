package score

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/train/language/heldout"
)

// languageText is a text to identify the language of.
type languageText struct {
	kind int // among textKinds
	code string
	text string
}

var textKinds = [...]string{"words", "pairs", "sentences"}

// Language prints how often the language of words, pairs of words and sentences that the model has not seen is right, beside other
// detectors; how texts without a language are recognised; whether probabilities are true; and how long it takes.
func Language() error {
	sets, err := heldout.Read(data.Dir + "languages")
	if err != nil {
		return err
	}
	var texts []languageText
	for code := range strings.FieldsSeq(heldout.Languages) {
		for kind, list := range [][]string{sets[code].Words, sets[code].Pairs, sets[code].Sentences} {
			for _, t := range list {
				if !heldout.ForCalibration(t) {
					texts = append(texts, languageText{kind, code, t})
				}
			}
		}
	}
	ours, calibration := identify(texts)
	printAccuracy("all texts", texts, map[string][]string{"Copydesk": ours}, true)
	calibration.print()
	if err := noLanguage(sets); err != nil {
		return err
	}
	languageDocuments(texts)
	sample, speed := firstOfEach(texts), speedTexts(texts)
	answers, err := askLanguages(sample, speed)
	if errors.Is(err, peers.ErrNotInstalled) {
		languageSpeed(speed, nil)
		return nil
	}
	if err != nil {
		return err
	}
	all := map[string][]string{}
	all["Copydesk"], _ = identify(sample)
	for name, a := range answers {
		all[name] = a.Codes
	}
	printAccuracy("a sample", sample, all, false)
	languageSpeed(speed, answers)
	return nil
}

// peersTexts is how many texts of each kind and language the peers are asked about, for some take milliseconds for each.
const peersTexts = 60

func firstOfEach(texts []languageText) (sample []languageText) {
	seen := map[[2]string]int{}
	for _, t := range texts {
		key := [2]string{t.code, textKinds[t.kind]}
		if seen[key]++; seen[key] <= peersTexts {
			sample = append(sample, t)
		}
	}
	return sample
}

// identify returns the code that each text is given.
func identify(texts []languageText) ([]string, *calibrated) {
	m, c := language.Default(), &calibrated{}
	codes := make([]string, len(texts))
	for i, t := range texts {
		r, _ := m.Detect(context.Background(), t.text) // it does not end
		if len(r.Languages) > 0 {
			codes[i] = r.Languages[0].Code
			c.add(r.Languages[0].Probability, codes[i] == t.code)
		}
	}
	return codes, c
}

// peerLanguages is what one detector found.
type peerLanguages struct {
	Codes   []string
	Seconds float64
}

func askLanguages(texts []languageText, speed []string) (answers map[string]peerLanguages, err error) {
	request := struct {
		Texts []string `json:"texts"`
		Speed []string `json:"speed"`
	}{Speed: speed}
	for _, t := range texts {
		request.Texts = append(request.Texts, t.text)
	}
	return answers, peers.Call("languages.py", request, &answers)
}

// eldcLanguages are those of heldout.Languages that ELDC has.
const eldcLanguages = "ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka ko lt lv mr ms nl nb pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh"

// printAccuracy prints the mean over the languages of how many texts of each kind are right.
func printAccuracy(what string, texts []languageText, all map[string][]string, record bool) {
	fmt.Println(what)
	for _, group := range []struct{ name, codes string }{{"75 languages", heldout.Languages}, {"ELDC's languages", eldcLanguages}} {
		codes := strings.Fields(group.codes)
		fmt.Printf("%-24s %9s %9s %9s\n", fmt.Sprintf("%s (%d)", group.name, len(codes)), "words", "pairs", "sentences")
		for _, name := range ourNameFirst(all) {
			fmt.Printf("%-24s", name)
			for kind := range textKinds {
				mean := macro(texts, all[name], kind, codes, nil)
				fmt.Printf(" %9.4f", mean)
				if record {
					floor.AtLeast("language/"+group.name+"/"+textKinds[kind], mean)
				}
			}
			fmt.Println()
		}
	}
	if os.Getenv("EVAL_SHOW") == "" || !record {
		return
	}
	for kind, name := range textKinds {
		fmt.Println(name)
		macro(texts, all["Copydesk"], kind, strings.Fields(heldout.Languages), func(code string, right float64, wrong string) {
			fmt.Printf("  %s %.3f %s\n", code, right, wrong)
		})
	}
}

func ourNameFirst(all map[string][]string) []string {
	names := []string{"Copydesk"}
	for name := range all {
		if name != names[0] {
			names = append(names, name)
		}
	}
	slices.Sort(names[1:])
	return names
}

// macro returns the mean over the languages of how many texts of a kind are right; show is called for each language, with its commonest
// mistakes.
func macro(texts []languageText, codes []string, kind int, of []string, show func(string, float64, string)) float64 {
	sum := 0.0
	for _, code := range of {
		n, right, wrong := 0, 0, map[string]int{}
		for i, t := range texts {
			if t.kind == kind && t.code == code {
				n++
				if codes[i] == code {
					right++
				} else {
					wrong[codes[i]]++
				}
			}
		}
		share := float64(right) / float64(max(n, 1))
		sum += share
		if show != nil {
			show(code, share, commonest(wrong))
		}
	}
	return sum / float64(len(of))
}

func commonest(counts map[string]int) string {
	var list []string
	for code, n := range counts {
		list = append(list, fmt.Sprintf("%06d %s", n, code))
	}
	slices.Sort(list)
	slices.Reverse(list)
	for i := range list {
		list[i] = strings.TrimLeft(list[i], "0")
	}
	return strings.Join(list[:min(4, len(list))], ", ")
}

// calibrated compares probabilities with how often they were right, by tenths.
type calibrated struct {
	n, right [10]int
	sum      [10]float64
}

func (c *calibrated) add(p float64, right bool) {
	i := min(int(10*p), 9)
	c.n[i]++
	c.sum[i] += p
	c.right[i] += data.OneIf(right)
}

func (c *calibrated) print() {
	total, off := 0, 0.0
	for i, n := range c.n {
		if n > 0 {
			off += max(c.sum[i]-float64(c.right[i]), float64(c.right[i])-c.sum[i])
			total += n
		}
	}
	fmt.Printf("probabilities are off by %.4f (mean over all texts, in tenths)\n", off/float64(max(total, 1)))
	floor.AtMost("language/calibration error", off/float64(max(total, 1)))
}
