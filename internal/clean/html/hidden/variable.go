package hidden

import (
	"maps"
	"strings"
)

// variables are the custom properties of a page's root, by name with the two hyphens.
type variables map[string]string //nolint:recvcheck // only reading declarations makes the map

const (
	// maxVariables is how many are kept, maxVariable how many bytes a value with them has at most.
	maxVariables = 256
	maxVariable  = 256
)

// isOfRoot reports whether selectors are of the root of the page, where variables for all of it are set.
func isOfRoot(selectors string) bool {
	for one := range strings.SplitSeq(selectors[:min(len(selectors), maxSelector)], ",") {
		switch strings.TrimSpace(one) {
		case ":root", "html", "body", "*":
			return true
		}
	}
	return false
}

// read adds the variables that declarations set. Later ones win.
func (v *variables) read(css string) {
	for range maxDeclarations {
		one, rest, more := cutDeclaration(css)
		name, value, ok := strings.Cut(one, ":")
		if name = strings.TrimSpace(name); ok && strings.HasPrefix(name, "--") && len(value) <= maxVariable {
			if *v == nil {
				*v = variables{}
			}
			if _, known := (*v)[name]; known || len(*v) < maxVariables {
				(*v)[name] = strings.TrimSpace(value)
			}
		}
		if css = rest; !more {
			return
		}
	}
}

// declarations reads the declarations of a style attribute or rule, with the values of variables in their place.
func (v variables) declarations(css string) declared {
	if !strings.Contains(css, "var(") {
		return declarations(css)
	}
	if strings.Contains(css, "--") {
		own := variables{}
		maps.Copy(own, v)
		own.read(css)
		v = own
	}
	var b strings.Builder
	for range maxDeclarations {
		one, rest, more := cutDeclaration(css)
		if name, value, ok := strings.Cut(one, ":"); ok {
			b.WriteString(name + ":" + v.resolve(value) + ";")
		}
		if css = rest; !more {
			break
		}
	}
	return declarations(b.String())
}

// resolve puts the values of variables in their place, or what is to stand there where they are not set.
func (v variables) resolve(value string) string {
	for range 4 {
		before, after, ok := strings.Cut(value, "var(")
		if !ok || len(value) > maxVariable {
			break
		}
		inside, rest, _ := strings.Cut(after, ")")
		name, fallback, _ := strings.Cut(inside, ",")
		known, set := v[strings.TrimSpace(name)]
		if !set {
			known = strings.TrimSpace(fallback)
		}
		value = before + known + rest
	}
	return value
}
