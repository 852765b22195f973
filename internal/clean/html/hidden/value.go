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

// number reads the number that v begins with, and its unit.
func number(v string) (n float64, unit string, ok bool) {
	i := 0
	for i < len(v) && (v[i] >= '0' && v[i] <= '9' || v[i] == '.' || i == 0 && (v[i] == '-' || v[i] == '+')) {
		i++
	}
	n, err := strconv.ParseFloat(v[:i], 64)
	if err != nil {
		return 0, "", false
	}
	unit, _, _ = strings.Cut(v[i:], " ")
	return n, unit, true
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
	return anyArgument(v, [...]string{"translate(", "translatex(", "translatey(", "translate3d("}, func(a string) bool {
		_, unit, _ := number(a)
		return unit != "%" && isFarOut(a) // a share of the element itself moves carousels
	}) || anyArgument(v, [...]string{"scale(", "scalex(", "scaley(", "scale3d("}, func(a string) bool {
		return isFaint(a) && a[0] != '-'
	})
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
	switch {
	case strings.HasPrefix(v, "inset("):
		sides := arguments(argument(v, "inset("))
		if len(sides) == 0 {
			return false
		}
		n, unit, ok := number(sides[0])
		if len(sides) > 1 {
			m, other, also := number(sides[1])
			return ok && also && unit == "%" && other == "%" && (n >= 50 || m >= 50)
		}
		return ok && unit == "%" && n >= 50
	case strings.HasPrefix(v, "circle("):
		n, _, ok := number(argument(v, "circle("))
		return ok && n == 0
	case strings.HasPrefix(v, "polygon("):
		for _, a := range arguments(argument(v, "polygon(")) {
			if n, _, ok := number(a); !ok || n != 0 {
				return false
			}
		}
		return true
	default:
		return false
	}
}
