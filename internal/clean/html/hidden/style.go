package hidden

import (
	"slices"
	"strings"
)

// property is a set of things that a style can say of whether text is seen, as bits.
type property uint64

const (
	displayed property = 1 << iota // display
	contents                       // content-visibility
	visible                        // visibility; inherited
	faded                          // opacity, filter
	fontSize                       // inherited
	left
	right
	top
	bottom
	marginLeft
	marginTop
	indented   // text-indent; inherited
	moved      // transform
	positioned // position: absolute or fixed
	clipped    // clip
	clipPath
	width
	height
	maxWidth
	maxHeight
	overflow
	coloured    // color; inherited
	painted     // background-color
	fill        // -webkit-text-fill-color
	paintedText // background-clip: text
	shadowed    // text-shadow
	animated    // transition, animation, will-change
	indentedRight
	nowrap        // white-space
	masked        // mask
	lineHeight    // line-height
	squeezed      // letter-spacing
	paintedAsText // background-color: currentcolor
	layered       // z-index
	placed        // position, any but static
	fixed         // position: fixed
	beyondSide    // left, right: a whole screen away
	beyondEdge    // top, bottom: the same
	isolated      // makes a stacking context whatever its position
	scrolled      // overflow: auto, scroll
)

// style is what declarations say: which properties they set, and which of them to a value that hides.
type style struct {
	set, hides property

	colour, background, filled rgba

	motion     string // the animation, in lower case
	motionPart bool   // motion is not the shorthand but parts of it

	boxWidth, boxHeight float64 // in pixels, 0 if they are not known
	besides, above      float64 // margins on the left and at the top, in pixels
}

// apply lets the declarations of t win over those of s.
func (s *style) apply(t *style) {
	s.hides = s.hides&^t.set | t.hides
	s.set |= t.set
	if t.set&coloured != 0 {
		s.colour = t.colour
	}
	if t.set&painted != 0 {
		s.background = t.background
	}
	if t.set&fill != 0 {
		s.filled = t.filled
	}
	s.joinMotion(t)
	s.joinBox(t)
}

// declared are the declarations of a rule or style attribute, those marked important apart.
type declared struct{ normal, important style }

// maxDeclarations is how many declarations of one rule or attribute are read.
const maxDeclarations = 64

// declarations reads the declarations of a style attribute or rule.
func declarations(css string) declared {
	var d declared
	for range maxDeclarations {
		one, rest, more := cutDeclaration(css)
		name, value, ok := strings.Cut(one, ":")
		if ok {
			d.add(strings.ToLower(strings.TrimSpace(name)), strings.ToLower(strings.TrimSpace(value)))
		}
		if css = rest; !more {
			break
		}
	}
	return d
}

// cutDeclaration cuts css at the first semicolon outside brackets and quotes.
func cutDeclaration(css string) (one, rest string, more bool) {
	depth := 0
	for i := 0; i < len(css); i++ {
		switch c := css[i]; c {
		case '(':
			depth++
		case ')':
			depth = max(depth-1, 0)
		case '"', '\'':
			n := strings.IndexByte(css[i+1:], c)
			if n < 0 {
				return css, "", false
			}
			i += n + 1
		case ';':
			if depth == 0 {
				return css[:i], css[i+1:], true
			}
		}
	}
	return css, "", false
}

// add reads one declaration.
func (d *declared) add(name, value string) {
	s := &d.normal
	if before, ok := strings.CutSuffix(value, "important"); ok {
		if before, ok = strings.CutSuffix(strings.TrimSpace(before), "!"); ok {
			s, value = &d.important, strings.TrimSpace(before)
		}
	}
	var one style
	if p, ok := properties[name]; ok {
		one.set = p.bit
		if p.hides(value) {
			one.hides = p.bit
		}
	}
	one.addSpecial(name, value)
	s.apply(&one)
}

// properties are the properties whose value alone says whether they hide.
var properties = map[string]struct {
	bit   property
	hides func(value string) bool
}{
	"display":                 {displayed, is("none")},
	"content-visibility":      {contents, is("hidden")},
	"visibility":              {visible, is("hidden", "collapse")},
	"opacity":                 {faded, isFaint},
	"-moz-opacity":            {faded, isFaint},
	"filter":                  {faded, func(v string) bool { return strings.Contains(v, "opacity(") && isFaint(argument(v, "opacity(")) }},
	"left":                    {left, isFarAway},
	"right":                   {right, isFarAway},
	"top":                     {top, isFarOut},
	"bottom":                  {bottom, isFarOut},
	"inset-inline-start":      {left, isFarAway},
	"inset":                   {left | right | top | bottom, func(v string) bool { return slices.ContainsFunc(arguments(v), isFarOut) }},
	"white-space":             {nowrap, is("nowrap", "pre")},
	"line-height":             {lineHeight, isNothing},
	"letter-spacing":          {squeezed, overlaps},
	"mask":                    {masked, masksAll},
	"mask-image":              {masked, masksAll},
	"-webkit-mask":            {masked, masksAll},
	"-webkit-mask-image":      {masked, masksAll},
	"zoom":                    {moved, isFaint},
	"transform":               {moved, movesAway},
	"-webkit-transform":       {moved, movesAway},
	"position":                {positioned, is("absolute", "fixed")},
	"clip":                    {clipped, clipsAll},
	"clip-path":               {clipPath, clipPathHides},
	"-webkit-clip-path":       {clipPath, clipPathHides},
	"width":                   {width, isNothing},
	"height":                  {height, isNothing},
	"max-width":               {maxWidth, isNothing},
	"max-height":              {maxHeight, isNothing},
	"inline-size":             {width, isNothing},
	"block-size":              {height, isNothing},
	"max-inline-size":         {maxWidth, isNothing},
	"max-block-size":          {maxHeight, isNothing},
	"overflow":                {overflow, is("hidden", "clip")},
	"overflow-x":              {overflow, is("hidden", "clip")},
	"overflow-y":              {overflow, is("hidden", "clip")},
	"z-index":                 {layered, func(v string) bool { return strings.HasPrefix(v, "-") }},
	"isolation":               {isolated, is("isolate")},
	"background-clip":         {paintedText, is("text")},
	"-webkit-background-clip": {paintedText, is("text")},
	"text-shadow":             {shadowed, func(v string) bool { return v != "none" }},
	"transition":              {animated, func(v string) bool { return v != "none" }},
	"will-change":             {animated, func(v string) bool { return v != "auto" }},
}

// addSpecial reads a declaration that needs more than its value.
func (s *style) addSpecial(name, value string) {
	switch name {
	case "font-size":
		s.addFontSize(value)
	case "font":
		s.addFont(value)
	case "text-indent":
		s.set |= indented | indentedRight
		if isFarOut(value) {
			s.hides |= indented
		}
		if n, unit, ok := number(value); ok && (unit == "%" && n >= 100 || n >= farAway) {
			s.hides |= indentedRight
		}
	case "color":
		s.set |= coloured
		s.colour = parseColour(value)
	case "-webkit-text-fill-color":
		s.set |= fill
		s.filled = parseColour(value)
	case "background-color", "background":
		s.set |= painted | paintedAsText
		s.background = parseColour(value)
		if value == "currentcolor" {
			s.hides |= paintedAsText
		}
	case "animation", "animation-name", "animation-fill-mode", "animation-iteration-count", "animation-direction", "animation-play-state":
		s.addMotion(name, value)
	case "rotate":
		s.set |= moved
		if turns := strings.Fields(value); len(turns) == 2 && (turns[0] == "x" || turns[0] == "y") && strings.TrimPrefix(turns[1], "-") == "90deg" {
			s.hides |= moved
		}
	case "scale", "translate":
		s.set |= moved
		if name == "scale" && slices.ContainsFunc(strings.Fields(value), isFaint) || name == "translate" && movesAway("translate("+value+")") {
			s.hides |= moved
		}
	default:
		s.addBox(name, value)
	}
}

// pixels are how many pixels one of a unit is at least, where letters are as large as they are without a style. Other units are taken for pixels.
var pixels = map[string]float64{
	"": 1, "px": 1, "pt": 1, "em": 16, "rem": 16, "ch": 8, "ex": 8, "%": .16, "vw": 12, "vh": 8, "cm": 37, "mm": 3.7, "in": 96, "pc": 16, "lh": 18, "vmin": 8,
	"vmax": 12,
}

// addFont reads the size out of a shorthand such as "italic 12px/1.5 serif".
func (s *style) addFont(value string) {
	for field := range strings.FieldsSeq(value) {
		if field, _, _ = strings.Cut(field, "/"); field != "" && (field[0] >= '0' && field[0] <= '9' || field[0] == '.') {
			s.addFontSize(field)
			return
		}
	}
}

// addFontSize reads a size of letters. One relative to that of the element around it leaves open how large they are.
func (s *style) addFontSize(value string) {
	n, unit, ok := number(value)
	switch {
	case !ok:
		s.set |= fontSize
	case n*pixels[unit] <= 1:
		s.set |= fontSize
		s.hides |= fontSize
	case unit != "em" && unit != "%" && unit != "ex" && unit != "ch":
		s.set |= fontSize
	}
}
