package spacy

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// isURL reports whether spaCy's URL pattern matches s: a protocol and user name, which may be missing, then a host, a port
// and a path, which may be missing. Each host that is tried ends before the next one begins, so the time is linear.
func isURL(s string) bool {
	if strings.IndexByte(s, '.') < 0 {
		return false
	}
	if endsAsURL(s) {
		return true
	}
	if n := protocolLen(s); n > 0 && endsAsURL(s[n:]) {
		return true
	}
	for i := 1; i < len(s); i++ {
		if s[i] == '@' && endsAsURL(s[i+1:]) {
			return true
		}
	}
	return false
}

// protocolLen returns the length of a protocol with its "://", or 0.
func protocolLen(s string) int {
	n := strings.Index(s, "://")
	if n < 0 {
		return 0
	}
	count := 0
	for _, r := range s[:n] {
		if !pytext.IsWord(r) && r != '+' && r != '-' && r != '.' {
			return 0
		}
		count++
	}
	if count < 2 {
		return 0
	}
	return n + len("://")
}

// endsAsURL reports whether s is a host, with or without a port and a path.
func endsAsURL(s string) bool {
	host, rest := cutHost(s)
	if !strings.Contains(host, ".") || !isPortAndPath(rest) {
		return false
	}
	return isDomain(host) || isAddress(host)
}

// cutHost cuts s at the first character that cannot be in a host.
func cutHost(s string) (host, rest string) {
	for i, r := range s {
		if !isHostRune(r) && classes.of(r)&lower == 0 && r != '_' && r != '-' && r != '.' {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// isHostRune reports whether a part of a host can begin and end with r.
func isHostRune(r rune) bool {
	return r < utf8.RuneSelf && pytext.IsAlnum(r) || 0xA1 <= r && r <= 0xFFFF || pytext.IsDecimal(r)
}

// isPortAndPath reports whether s is a port of two to five digits or nothing, and a path, query or fragment or nothing.
func isPortAndPath(s string) bool {
	if strings.HasPrefix(s, ":") {
		n, digits := 1, 0
		for _, r := range s[1:] {
			if !pytext.IsDecimal(r) {
				break
			}
			n += utf8.RuneLen(r)
			digits++
		}
		if digits < 2 || digits > 5 {
			return false
		}
		s = s[n:]
	}
	return s == "" || s[0] == '/' || s[0] == '?' || s[0] == '#'
}

// isDomain reports whether s is labels, each followed by a full stop, and a top-level domain.
func isDomain(s string) bool {
	for {
		label, rest, more := strings.Cut(s, ".")
		if !more {
			return isTopLevel(label)
		}
		if !isLabel(label) {
			return false
		}
		s = rest
	}
}

// isLabel reports whether s is 1 to 64 characters of a host name, with low lines and hyphens in between only.
func isLabel(s string) bool {
	n := 0
	last := utf8.RuneError
	for _, r := range s {
		if !isLabelEdge(r) && (n == 0 || r != '_' && r != '-') || n == 64 {
			return false
		}
		n++
		last = r
	}
	return n > 0 && isLabelEdge(last)
}

func isLabelEdge(r rune) bool {
	return r < utf8.RuneSelf && pytext.IsAlnum(r) || 0xA1 <= r && r <= 0xFFFF
}

// isTopLevel reports whether s is 2 to 63 characters of the class of lower-case letters.
func isTopLevel(s string) bool {
	n := 0
	for _, r := range s {
		if classes.of(r)&lower == 0 || n == 63 {
			return false
		}
		n++
	}
	return n >= 2
}
