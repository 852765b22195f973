package hidden

import "strings"

// addBox reads a declaration of where a box is, how large, and what is in front of it.
func (s *style) addBox(name, value string) {
	switch name {
	case "margin":
		sides := strings.Fields(value)
		if len(sides) == 0 || len(sides) > 4 {
			return
		}
		s.addMargin(marginTop, &s.above, sides[0])
		s.addMargin(marginLeft, &s.besides, sides[[...]int{0, 1, 1, 3}[len(sides)-1]])
	case "margin-top", "margin-block-start":
		s.addMargin(marginTop, &s.above, value)
	case "margin-left", "margin-inline-start":
		s.addMargin(marginLeft, &s.besides, value)
	case "overflow", "overflow-x", "overflow-y":
		s.set |= scrolled
		if strings.Contains(value, "auto") || strings.Contains(value, "scroll") {
			s.hides |= scrolled
		}
	case "width", "max-width":
		s.boxWidth = length(value)
	case "height", "max-height":
		s.boxHeight = length(value)
	case "position":
		s.set |= positioned | placed | fixed
		switch value {
		case "fixed":
			s.hides |= positioned | placed | fixed
		case "absolute":
			s.hides |= positioned | placed
		case "relative", "sticky":
			s.hides |= placed
		}
	case "left", "right":
		s.addBeyond(beyondSide, value)
	case "top", "bottom":
		s.addBeyond(beyondEdge, value)
	}
}

// addMargin reads the margin of one side.
func (s *style) addMargin(side property, to *float64, value string) {
	s.set |= side
	if isFarOut(value) {
		s.hides |= side
	}
	*to = length(value)
}

// addBeyond reads the distance from one side.
func (s *style) addBeyond(side property, value string) {
	n, unit, ok := number(value)
	if !ok {
		return
	}
	s.set |= side
	if n >= 100 && (unit == "%" || unit == "vw" || unit == "vh") {
		s.hides |= side
	}
}

// length returns a length in pixels, 0 if it depends on more than letters and screens or is negative.
func length(value string) float64 {
	n, unit, ok := number(value)
	if !ok || unit == "%" || n < 0 {
		return 0
	}
	return n * pixels[unit]
}

// joinBox lets the lengths of t win over those of s.
func (s *style) joinBox(t *style) {
	if t.set&(width|maxWidth) != 0 {
		s.boxWidth = t.boxWidth
	}
	if t.set&(height|maxHeight) != 0 {
		s.boxHeight = t.boxHeight
	}
	if t.set&marginLeft != 0 {
		s.besides = t.besides
	}
	if t.set&marginTop != 0 {
		s.above = t.above
	}
}

// window is the part of the page that a box shows of what is inside it, in pixels; 0 for no bound.
type window struct{ width, height float64 }

// narrow narrows the window to the box of an element that hides what does not fit.
func (w *window) narrow(own *style) {
	if own.hides&overflow == 0 {
		return
	}
	w.width, w.height = own.boxWidth, own.boxHeight
}

// pushes reports whether the margins of an element push it out of the window.
func (w *window) pushes(own *style) bool {
	return w.height > 0 && own.above >= w.height || w.width > 0 && own.besides >= w.width
}

// isBehind reports whether an element is behind the background of one around it. backed says that one has a background, in the stacking context
// that the element is in.
func (s *style) isBehind(backed bool) bool {
	const below = layered | placed
	return backed && s.hides&below == below
}

// backs returns whether an element, or one around it in the stacking context of those inside, has a background that hides what is behind it.
func (s *style) backs(backed bool) bool {
	if s.set&(isolated|faded|moved) != 0 || s.hides&fixed != 0 || s.hides&placed != 0 && s.set&layered != 0 {
		return false // what is inside is in front of the element's own background
	}
	return backed || s.set&painted != 0 && s.background.isOpaque()
}
