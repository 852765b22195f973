package hidden

import "strings"

// A rule of a media query counts if it holds on every screen in use, from a phone to a wall: what some readers see is no hidden text.
const (
	// leastScreen is the least width and height of a screen in pixels, mostScreen the greatest.
	leastScreen = 320
	mostScreen  = 4000
)

// isForAllScreens reports whether what an at-rule holds is for browsers of today with screens of any size.
func isForAllScreens(rule string) bool {
	rule = strings.Join(strings.Fields(strings.ToLower(rule[:min(len(rule), maxSelector)])), " ")
	if strings.HasPrefix(rule, "@supports") {
		return !strings.Contains(rule, "not")
	}
	if rule == "@layer" || strings.HasPrefix(rule, "@layer ") {
		return true
	}
	query, ok := strings.CutPrefix(rule, "@media")
	return ok && isMediaOfAll(query)
}

// isMediaOfAll reports whether one of some media queries holds on all screens.
func isMediaOfAll(list string) bool {
	for query := range strings.SplitSeq(strings.ToLower(list[:min(len(list), maxSelector)]), ",") {
		if holdsOnAllScreens(strings.TrimSpace(query)) {
			return true
		}
	}
	return false
}

// holdsOnAllScreens reports whether a media query, one without commas, holds on all screens.
func holdsOnAllScreens(query string) bool {
	if other, ok := strings.CutPrefix(query, "not "); ok {
		return other == "print" || other == "speech" || other == "(print)"
	}
	query = strings.TrimPrefix(query, "only ")
	for condition := range strings.SplitSeq(strings.ReplaceAll(query, ")and", ") and"), " and ") {
		switch condition = strings.TrimSpace(condition); {
		case condition == "screen" || condition == "all" || condition == "":
		case !strings.HasPrefix(condition, "(") || !isOfAllScreens(strings.ReplaceAll(strings.Trim(condition, "()"), " ", "")):
			return false
		}
	}
	return true
}

// usual are the conditions that hold where readers have not asked for something else.
var usual = map[string]bool{
	"color": true, "min-color:1": true, "grid:0": true, "scripting:enabled": true, "forced-colors:none": true, "inverted-colors:none": true,
	"prefers-color-scheme:light": true, "prefers-color-scheme:no-preference": true, "prefers-reduced-motion:no-preference": true,
	"prefers-contrast:no-preference": true, "display-mode:browser": true, "update:fast": true, "min-resolution:1dppx": true,
	"min-resolution:96dpi": true, "-webkit-min-device-pixel-ratio:1": true, "-webkit-min-device-pixel-ratio:0": true,
}

// isOfAllScreens reports whether a condition without spaces and brackets holds on all screens.
func isOfAllScreens(condition string) bool {
	if usual[condition] {
		return true
	}
	name, value, ok := strings.Cut(condition, ":")
	if !ok {
		return isRangeOfAll(condition)
	}
	n, unit, ok := number(value)
	n *= pixels[unit]
	switch name {
	case "min-width", "min-height", "min-device-width", "min-device-height":
		return ok && n <= leastScreen
	case "max-width", "max-height", "max-device-width", "max-device-height":
		return ok && n >= mostScreen
	default:
		return false
	}
}

// isRangeOfAll reports whether a range such as width>=0 holds on all screens.
func isRangeOfAll(condition string) bool {
	at := strings.IndexAny(condition, "<>")
	if at < 0 || strings.ContainsAny(condition[at+1:], "<>") {
		return false
	}
	name, value, greater := condition[:at], strings.TrimPrefix(condition[at+1:], "="), condition[at] == '>'
	if value == "width" || value == "height" {
		name, value, greater = value, name, !greater
	}
	n, unit, ok := number(value)
	n *= pixels[unit]
	switch {
	case !ok || name != "width" && name != "height":
		return false
	case greater:
		return n <= leastScreen
	default:
		return n >= mostScreen
	}
}
