package hidden

import (
	"slices"
	"strconv"
	"strings"
)

// is returns a function that reports whether a value is one of a list.
func is(list ...string) func(string) bool {
	return func(v string) bool {
		for _, one := range list {
			if v == one || strings.HasPrefix(v, one) && v[len(one)] == ' ' {
				return true
			}
		}
		return false
	}
}

// number reads the number that v begins with, and its unit. Of calc it reads what is a number alone, of min the first.
func number(v string) (n float64, unit string, ok bool) {
	v = strings.TrimSuffix(strings.TrimPrefix(v, "calc("), ")")
	if inside, found := strings.CutPrefix(v, "min("); found {
		v, _, _ = strings.Cut(inside, ",")
	}
	i := 0
	for i < len(v) && (v[i] >= '0' && v[i] <= '9' || v[i] == '.' || i == 0 && (v[i] == '-' || v[i] == '+') || isExponent(v, i)) {
		i++
	}
	n, err := strconv.ParseFloat(v[:i], 64)
	if err != nil {
		return 0, "", false
	}
	unit, rest, _ := strings.Cut(v[i:], " ")
	if rest != "" && strings.IndexByte("+-*/", rest[0]) >= 0 {
		return 0, "", false // a sum of calc
	}
	return n, unit, true
}

// isExponent reports whether offset i of v is in the exponent of a number, as in 1e-9.
func isExponent(v string, i int) bool {
	isDigit := func(k int) bool { return k < len(v) && v[k] >= '0' && v[k] <= '9' }
	switch {
	case i == 0:
		return false
	case v[i] == 'e':
		return isDigit(i+1) || i+1 < len(v) && v[i+1] == '-' && isDigit(i+2)
	default:
		return v[i] == '-' && v[i-1] == 'e' && isDigit(i+1)
	}
}

// faint is the opacity up to which nothing can be seen.
const faint = .03

// isFaint reports whether a value is an opacity, or a factor, of next to nothing.
func isFaint(v string) bool {
	n, unit, ok := number(v)
	if unit == "%" {
		n /= 100
	}
	return ok && n <= faint
}

// farOut is the distance to the left or upwards in pixels from which on text is off the screen. Menus, drop caps and
// hanging lines are moved by less.
const farOut = 500

// isFarOut reports whether a value is a length that leads off the screen.
func isFarOut(v string) bool {
	n, unit, ok := number(v)
	if !ok || n >= 0 {
		return false
	}
	switch n = -n; unit {
	case "px", "pt", "":
		return n >= farOut
	case "em", "rem", "ch", "ex":
		return n >= farOut/16
	case "vw", "vh", "%":
		return n >= 100
	default:
		return false
	}
}

// farAway is the distance to the right in pixels from which on text is beyond every screen.
const farAway = 3000

// isFarAway reports whether a value is a length that leads off the screen on either side.
func isFarAway(v string) bool {
	n, unit, ok := number(v)
	return isFarOut(v) || ok && (n*pixels[unit] >= farAway && unit != "%" || unit == "vw" && n >= 200)
}

// isNothing reports whether a value is a length of one pixel at most.
func isNothing(v string) bool {
	n, unit, ok := number(v)
	return ok && (n == 0 || n <= 1 && unit == "px")
}

// argument returns what follows a function's name in v, up to the closing bracket.
func argument(v, function string) string {
	_, after, ok := strings.Cut(v, function)
	if !ok {
		return ""
	}
	inside, _, _ := strings.Cut(after, ")")
	return strings.TrimSpace(inside)
}

// arguments splits the arguments of a function at commas and spaces.
func arguments(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })
}

// movesAway reports whether a transformation moves an element off the screen or shrinks it to nothing.
func movesAway(v string) bool {
	return flattens(v) || anyArgument(v, [...]string{"translate(", "translatex(", "translatey(", "translate3d("}, func(a string) bool {
		_, unit, _ := number(a)
		return unit != "%" && isFarAway(a) // a share of the element itself moves carousels
	}) || anyArgument(v, [...]string{"scale(", "scalex(", "scaley(", "scale3d("}, func(a string) bool {
		return isFaint(a) && a[0] != '-'
	})
}

// flattens reports whether a transformation leaves no area: a matrix that maps all to one line, or a turn to the edge.
func flattens(v string) bool {
	if strings.Contains(v, "rotatex(90deg") || strings.Contains(v, "rotatey(90deg") {
		return true
	}
	m := arguments(argument(v, "matrix("))
	if len(m) != 6 {
		return false
	}
	var n [4]float64
	for i := range n {
		var ok bool
		if n[i], _, ok = number(m[i]); !ok {
			return false
		}
	}
	return float64(n[0]*n[3])-float64(n[1]*n[2]) == 0
}

// overlaps reports whether letters with this much between them stand on each other.
func overlaps(v string) bool {
	n, unit, ok := number(v)
	return ok && (unit == "em" && n <= -.8 || unit == "px" && n <= -12 || unit == "rem" && n <= -1)
}

// masksAll reports whether a mask is a gradient of transparent colours alone.
func masksAll(v string) bool {
	c := gradientColour(v)
	return c.isTransparent()
}

// anyArgument reports whether an argument of one of the functions is of some sort.
func anyArgument(v string, functions [4]string, isSo func(string) bool) bool {
	for _, f := range functions {
		if strings.Contains(v, f) && slices.ContainsFunc(arguments(argument(v, f)), isSo) {
			return true
		}
	}
	return false
}

// clipsAll reports whether the rectangle of clip is empty.
func clipsAll(v string) bool {
	if !strings.HasPrefix(v, "rect(") {
		return false
	}
	sides := arguments(argument(v, "rect("))
	if len(sides) != 4 {
		return false
	}
	var n [4]float64
	for i, s := range sides {
		var ok bool
		if n[i], _, ok = number(s); !ok {
			return false
		}
	}
	return n[2] <= n[0]+1 && n[1] <= n[3]+1 // bottom and right against top and left
}

// clipPathHides reports whether a clipping path leaves nothing.
func clipPathHides(v string) bool {
	name, _, _ := strings.Cut(v, "(")
	list := arguments(argument(v, name+"("))
	at := slices.Index(list, "at")
	if at >= 0 {
		list = list[:at]
	}
	isZero := func(a string) bool { n, _, ok := number(a); return ok && n == 0 }
	switch name {
	case "inset":
		return insets(list)
	case "circle", "ellipse":
		return len(list) > 0 && slices.ContainsFunc(list, isZero)
	case "polygon":
		return !slices.ContainsFunc(list, func(a string) bool { return !isZero(a) })
	case "rect":
		return len(list) == 4 && !slices.ContainsFunc(list, func(a string) bool { return !isZero(a) })
	case "xywh":
		return len(list) >= 4 && (isZero(list[2]) || isZero(list[3]))
	default:
		return false
	}
}

// insets reports whether distances from the sides, as a shorthand gives them, leave nothing.
func insets(sides []string) bool {
	var share [4]float64
	if len(sides) == 0 {
		return false
	}
	for i := range share {
		from := i // top, right, bottom, left
		for from >= len(sides) {
			from -= 2
		}
		if n, unit, ok := number(sides[max(from, 0)]); ok && unit == "%" {
			share[i] = n
		}
	}
	return share[0]+share[2] >= 100 || share[1]+share[3] >= 100
}
