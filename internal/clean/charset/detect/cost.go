package detect

// caseCosts returns what the cases of the characters of part, which begins at offset from of its sample, cost in each encoding
// that is still in question.
func (m *Model) caseCosts(part []byte, from int, readings []reading) (costs [maxSingles]int32) {
	var done [maxSingles]bool
	for i := range readings {
		if int(readings[i].hypothesis) >= len(m.hypotheses) {
			continue
		}
		e := m.hypotheses[readings[i].hypothesis].encoding
		if done[e] {
			continue
		}
		done[e] = true
		state, of, sum := uint8(outsideWord), &cases()[e], int32(0)
		if from > 0 {
			state = afterLower // what a word was before is forgotten
		}
		for _, c := range part {
			to := CaseStep(state, of[c]) & (CaseSteps - 1)
			sum += int32(m.cases[to])
			state = nextCase[to]
		}
		costs[e] = sum
	}
	return costs
}

// advance reads s up to n.
func (m *Model) advance(r *reading, s []byte, n int, byCase *[maxSingles]int32) {
	if i := int(r.hypothesis) - len(m.hypotheses); i >= 0 {
		m.pairs[i].advance(r, s, n)
		return
	}
	h := &m.hypotheses[r.hypothesis]
	pairs, steps := m.languages[h.language].pairs, h.steps
	a, sum := steps[' '], 0
	if r.at > 0 {
		a = steps[s[r.at-1]]
	}
	for _, c := range s[r.at:n] {
		b := steps[c]
		sum += int(pairs[a&(Classes-1)<<stepBits|b&(Classes-1)]) + int(b>>stepBits)
		a = b
	}
	r.cost += int32(sum) + byCase[h.encoding]
	r.at = int16(n) //nolint:gosec // at most maxSample
}

// glance returns what the bytes of s at some places, each with the one before, cost under a hypothesis.
func (m *Model) glance(h *hypothesis, s []byte, places []int16) int32 {
	pairs, steps, sum := m.languages[h.language].pairs, h.steps, 0
	for _, at := range places {
		a, b := steps[s[at-1]], steps[s[at]]
		sum += int(pairs[a&(Classes-1)<<stepBits|b&(Classes-1)]) + int(b>>stepBits)
	}
	return int32(sum)
}

// glances is at how many places of a sample an encoding is tried in a script.
const glances = 64

// telling returns the first places of s at which encodings differ: those of bytes beyond ASCII and of the bytes after them.
func telling(s []byte) []int16 {
	places := make([]int16, 0, glances)
	for at := 1; at < len(s) && len(places) < glances; at++ {
		if s[at]|s[at-1] >= 0x80 {
			places = append(places, int16(at))
		}
	}
	return places
}
