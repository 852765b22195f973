package hidden

import (
	"strconv"
	"strings"
)

// rgba is a colour. The zero value is one that is not known.
type rgba struct {
	r, g, b, a uint8
	known      bool
}

var (
	white = rgba{255, 255, 255, 255, true}
	black = rgba{0, 0, 0, 255, true}
)

func (c rgba) isTransparent() bool { return c.known && c.a < 8 }

func (c rgba) isOpaque() bool { return c.known && c.a == 255 }

// mostAlike is the difference of each of red, green and blue up to which nobody sees letters on their background.
const mostAlike = 8

// like reports whether letters of one colour cannot be seen on the other.
func (c rgba) like(d rgba) bool {
	return c.isOpaque() && d.isOpaque() && near(c.r, d.r) && near(c.g, d.g) && near(c.b, d.b)
}

func near(a, b uint8) bool { return max(a, b)-min(a, b) <= mostAlike }

// named are the names of colours that pages use (CSS Color Module Level 4).
var named = map[string]rgba{
	"transparent": {known: true}, "white": white, "black": black, "red": {255, 0, 0, 255, true}, "green": {0, 128, 0, 255, true},
	"blue": {0, 0, 255, 255, true}, "yellow": {255, 255, 0, 255, true}, "gray": {128, 128, 128, 255, true}, "grey": {128, 128, 128, 255, true},
	"silver": {192, 192, 192, 255, true}, "lightgray": {211, 211, 211, 255, true}, "lightgrey": {211, 211, 211, 255, true},
	"whitesmoke": {245, 245, 245, 255, true}, "snow": {255, 250, 250, 255, true}, "ivory": {255, 255, 240, 255, true},
	"navy": {0, 0, 128, 255, true}, "maroon": {128, 0, 0, 255, true}, "orange": {255, 165, 0, 255, true}, "purple": {128, 0, 128, 255, true},
	"teal": {0, 128, 128, 255, true}, "olive": {128, 128, 0, 255, true}, "lime": {0, 255, 0, 255, true}, "aqua": {0, 255, 255, 255, true},
	"cyan": {0, 255, 255, 255, true}, "fuchsia": {255, 0, 255, 255, true}, "magenta": {255, 0, 255, 255, true}, "beige": {245, 245, 220, 255, true},
	"ghostwhite": {248, 248, 255, 255, true}, "floralwhite": {255, 250, 240, 255, true}, "darkgray": {169, 169, 169, 255, true},
}

// parseColour reads a colour, in lower case. A gradient or picture is none that is known.
func parseColour(v string) rgba {
	if strings.Contains(v, "url(") {
		return rgba{}
	}
	if strings.Contains(v, "gradient(") {
		return gradientColour(v)
	}
	if inside, ok := strings.CutPrefix(v, "light-dark("); ok {
		v, _ = cutSelector(inside) // at the comma outside brackets
		return parseColour(strings.TrimSpace(v))
	}
	if c, ok := lightColour(v); ok {
		return c
	}
	if strings.HasPrefix(v, "rgb") || strings.HasPrefix(v, "hsl") {
		return functionColour(v)
	}
	if v == "none" { // as a background
		return named["transparent"]
	}
	if v, _, _ = strings.Cut(v, " "); strings.HasPrefix(v, "#") {
		return hexColour(v[1:])
	}
	return named[v]
}

// gradientColour returns the colour of a gradient that has only one, unknown for any other.
func gradientColour(v string) (c rgba) {
	_, inside, ok := strings.Cut(v, "gradient(")
	if !ok || strings.Contains(inside, "url(") {
		return rgba{}
	}
	if end := strings.LastIndexByte(inside, ')'); end >= 0 {
		inside = inside[:end]
	}
	for n := 0; inside != ""; n++ {
		var stop string
		stop, inside = cutSelector(inside) // at a comma outside brackets
		one := parseColour(strings.TrimSpace(stop))
		switch {
		case !one.known && n == 0: // its direction
		case !one.known, c.known && one != c && !(one.isTransparent() && c.isTransparent()):
			return rgba{}
		default:
			c = one
		}
	}
	return c
}

// lightColour reads colours by their lightness, of which black and white are known, and those of sRGB.
func lightColour(v string) (rgba, bool) {
	name, inside, ok := strings.Cut(v, "(")
	list := arguments(strings.TrimSuffix(inside, ")"))
	if !ok || len(list) < 3 {
		return rgba{}, false
	}
	switch name {
	case "oklch", "oklab", "lab", "lch":
		most := 100.0
		if strings.HasPrefix(name, "ok") {
			most = 1
		}
		switch channel(list[0], most) {
		case 255:
			return white, true
		case 0:
			return black, true
		}
		return rgba{}, true
	case "color":
		if list[0] != "srgb" || len(list) < 4 {
			return rgba{}, true
		}
		return rgba{channel(list[1], 1), channel(list[2], 1), channel(list[3], 1), 255, true}, true
	default:
		return rgba{}, false
	}
}

func hexColour(v string) rgba {
	if n := len(v); n == 3 || n == 4 {
		var double [8]byte
		for i := range n {
			double[2*i], double[2*i+1] = v[i], v[i]
		}
		v = string(double[:2*n])
	}
	if len(v) == 6 {
		v += "ff"
	}
	n, err := strconv.ParseUint(v, 16, 32)
	if len(v) != 8 || err != nil {
		return rgba{}
	}
	return rgba{uint8(n >> 24), uint8(n >> 16), uint8(n >> 8), uint8(n), true} //nolint:gosec // one byte each
}

// functionColour reads rgb(), rgba(), hsl() and hsla(). Of hues only what has none is known: black, white and gray.
func functionColour(v string) rgba {
	_, inside, _ := strings.Cut(v, "(")
	inside, _, _ = strings.Cut(inside, ")")
	list := arguments(inside)
	if len(list) < 3 || strings.Contains(v, "var(") || strings.Contains(v, "calc(") {
		return rgba{}
	}
	c := rgba{a: 255, known: true}
	if len(list) > 3 {
		c.a = channel(list[3], 1)
	}
	if c.a == 0 {
		return c
	}
	if strings.HasPrefix(v, "hsl") {
		l := channel(list[2], 100)
		if channel(list[1], 100) != 0 && l != 0 && l != 255 {
			return rgba{}
		}
		c.r, c.g, c.b = l, l, l
		return c
	}
	c.r, c.g, c.b = channel(list[0], 255), channel(list[1], 255), channel(list[2], 255)
	return c
}

// channel reads a share of most, or per cent, as a byte.
func channel(v string, most float64) uint8 {
	n, unit, _ := number(v)
	if unit == "%" {
		most = 100
	}
	return uint8(max(0, min(n/most, 1)) * 255)
}
