package repair

import "github.com/copydesk/copydesk/internal/text"

// progress reports to a pace how far a walk over a text has come, so that a pass gives up soon after its deadline however
// long the text and its lines are.
type progress struct {
	pace *text.Pace
	done int // offset up to which work was counted
}

// progressStep is how many bytes a walk goes before it counts them.
const progressStep = 8 << 10

// at counts the work up to offset i. The error is that of the pace.
func (p *progress) at(i int) error {
	if i-p.done < progressStep {
		return nil
	}
	return p.count(i)
}

func (p *progress) count(i int) error {
	n := i - p.done
	p.done = i
	return p.pace.Step(n)
}
