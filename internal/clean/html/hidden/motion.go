package hidden

import (
	"slices"
	"strings"
)

// frames are the animations of a page by name, in lower case.
type frames map[string]frame //nolint:recvcheck // only reading makes the map

// frame is what an animation does to what is seen.
type frame struct {
	end    style    // where it ends
	always property // what it hides from its beginning to its end
}

// maxFrames is how many animations are kept, maxStops how many stops of one are read.
const maxFrames, maxStops = 128, 16

// read keeps the animation that an at-rule describes, if it is one; body is what its block holds.
func (f *frames) read(rule, body string, v variables) {
	kind, name, _ := strings.Cut(strings.ToLower(strings.TrimSpace(rule)), " ")
	if kind != "@keyframes" && kind != "@-webkit-keyframes" || len(*f) == maxFrames {
		return
	}
	var read frame
	var begins, ends bool
	read.always = ^property(0)
	for range maxStops {
		at, rest, ok := strings.Cut(body, "{")
		if !ok {
			break
		}
		block, after, _ := strings.Cut(rest, "}")
		body = after
		stop := v.declarations(block).normal
		read.always &= stop.hides
		for one := range strings.SplitSeq(strings.ToLower(at), ",") {
			switch strings.TrimSpace(one) {
			case "from", "0%":
				begins = true
			case "to", "100%":
				ends = true
				read.end.apply(&stop)
			}
		}
	}
	if !begins || !ends {
		read.always = 0
	}
	if *f == nil {
		*f = frames{}
	}
	(*f)[strings.Trim(strings.TrimSpace(name), `"'`)] = read
}

// addMotion adds a declaration of an animation: the shorthand, or one part of it.
func (s *style) addMotion(name, value string) {
	s.set |= animated
	if value != "none" {
		s.hides |= animated
	}
	s.motion = value
	s.motionPart = name != "animation"
}

// joinMotion lets the animation of t win over that of s, or the parts of it that t states.
func (s *style) joinMotion(t *style) {
	switch {
	case t.motion == "":
	case t.motionPart && len(s.motion)+len(t.motion) < maxVariable:
		s.motion += " " + t.motion
	default:
		s.motion, s.motionPart = t.motion, t.motionPart
	}
}

// settle gives an element the style that its animation leaves it with: one that ends and does not spring back, or that hides the element all the
// time.
func (f frames) settle(s *style) {
	if s.motion == "" || len(f) == 0 {
		return
	}
	words := strings.FieldsFunc(s.motion, func(r rune) bool { return r == ' ' || r == ',' })
	has := func(list ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	if has("reverse", "alternate", "alternate-reverse", "paused") {
		return
	}
	for _, w := range words {
		known, ok := f[strings.Trim(w, `"'`)]
		switch {
		case !ok:
		case has("infinite"):
			s.set |= known.always
			s.hides |= known.always
			if known.always != 0 {
				s.set &^= animated
			}
		case has("forwards", "both"):
			s.apply(&known.end)
			if known.end.set != 0 {
				s.set &^= animated
			}
		}
	}
}
