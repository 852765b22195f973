package speech

import "strings"

// maxDetail is the most bytes of a detail in brackets: "(D-Calif.)".
const maxDetail = 16

// pastDetails returns the offset after the name r and what may stand between it and the role of its bearer: "Ann Bo, 47, a baker",
// "Ann Bo, R-Ohio, chairman", "Ann Bo (D-Calif.), a friend", "Ann Bo of Larch, a baker".
func (s *Scene) pastDetails(r *Ref) int {
	end := int(r.End)
	for range 2 {
		n := detail(s.Clean[end:])
		if n == 0 {
			n = s.origin(end)
		}
		if n == 0 {
			break
		}
		end += n
	}
	return end
}

// detail returns how many bytes at the beginning of rest are an age, a party or something in brackets; zero if none.
func detail(rest string) int {
	if strings.HasPrefix(rest, " (") {
		return strings.IndexByte(rest[:min(len(rest), maxDetail)], ')') + 1
	}
	if !strings.HasPrefix(rest, ", ") {
		return 0
	}
	end := strings.IndexByte(rest[2:min(len(rest), maxDetail)], ',')
	if end < 1 {
		return 0
	}
	switch word := rest[2 : 2+end]; {
	case len(word) <= 3 && strings.Trim(word, "0123456789") == "":
	case len(word) > 3 && strings.IndexByte("RDI", word[0]) >= 0 && word[1] == '-':
	default:
		return 0
	}
	return 2 + end
}

// origin returns how many bytes at offset end are "of" and a name; zero if there is none.
func (s *Scene) origin(end int) int {
	if !strings.HasPrefix(s.Clean[end:], " of ") {
		return 0
	}
	at := int32(end + len(" of ")) //nolint:gosec // texts are shorter than 2 GiB
	if k := s.nameFrom(at); int(k) < len(s.Names) && s.Names[k].Start == at {
		return int(s.Names[k].End) - end
	}
	return 0
}
