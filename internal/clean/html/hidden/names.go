package hidden

import "strings"

// forScreenReaders reports whether one of the classes of an element is one by which style sheets show it to screen readers
// only.
func forScreenReaders(classes []string) bool {
	for _, c := range classes {
		switch c {
		case "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader-only", "screenreader",
			"sr-only-focusable", "u-sr-only", "visually-hidden-focusable", "element-invisible", "assistive-text", "a11y-hidden", "hide-visually",
			"is-sr-only", "sr-text", "show-for-sr", "is-visually-hidden", "u-visually-hidden", "visuallyHidden", "srOnly", "offscreen", "off-screen", "u-hiddenVisually",
			"accessibly-hidden", "cdk-visually-hidden", "hidden-visually", "screen-reader", "ui-helper-hidden-accessible", "aria-hidden-text", "govuk-visually-hidden", "usa-sr-only", "slds-assistive-text", "wp-block-screen-reader-text":
			return true
		}
	}
	return false
}

// fadesIn reports whether one of the classes of an element announces that a script will show it when it is scrolled to.
func fadesIn(classes []string) bool {
	for _, c := range classes {
		for _, start := range [...]string{"wow", "aos", "animat", "fade", "reveal", "elementor-invisible", "scroll", "slide", "gsap", "motion", "framer", "appear", "in-view"} {
			if strings.HasPrefix(c, start) {
				return true
			}
		}
	}
	return false
}
