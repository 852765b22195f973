package meta

// zone is what the names (class and id) of an element say of it.
type zone uint16

const (
	inComment  zone = 1 << iota // readers' comments: handed down to what is inside
	inAside                     // teasers, lists of other pages, frames: handed down as well
	inByline                    // named for the author
	inDate                      // named for the date
	inHeadline                  // named for the title
	inTags                      // named for tags or categories
	inPost                      // the post itself
	inUpdate                    // named for the last change
	inUser                      // named for an account

	inherited = inComment | inAside
)

// marks are pieces of names, by what they say. A name counts that contains one.
var marks = []struct {
	piece string
	zone  zone
}{
	{"comment", inComment}, {"kommentar", inComment}, {"disqus", inComment}, {"respond", inComment}, {"reply", inComment}, {"replies", inComment},
	{"sidebar", inAside}, {"related", inAside}, {"recommend", inAside}, {"teaser", inAside}, {"widget", inAside}, {"recent", inAside},
	{"popular", inAside}, {"trending", inAside}, {"mostread", inAside}, {"most-read", inAside}, {"footer", inAside}, {"latest", inAside},
	{"readmore", inAside}, {"read-more", inAside}, {"more-", inAside}, {"carousel", inAside}, {"newsletter", inAside}, {"promo", inAside},
	{"archive", inAside}, {"upcoming", inAside}, {"next-post", inAside}, {"prev-post", inAside}, {"navigation", inAside}, {"breadcrumb", inAside},
	{"author", inByline}, {"byline", inByline}, {"autor", inByline}, {"auteur", inByline}, {"writer", inByline}, {"contributor", inByline}, {"creator", inByline}, {"posted-by", inByline}, {"postedby", inByline}, {"vcard", inByline}, {"redakt", inByline}, {"verfasser", inByline}, //nolint:misspell // words of many languages
	{"date", inDate}, {"datum", inDate}, {"time", inDate}, {"publish", inDate}, {"posted", inDate}, {"pubdate", inDate}, {"fecha", inDate}, {"meta", inDate}, {"dateline", inDate}, {"zeit", inDate}, {"pub", inDate}, {"byline", inDate}, {"info", inDate},
	{"headline", inHeadline}, {"title", inHeadline}, {"heading", inHeadline}, {"titel", inHeadline},
	{"tag", inTags}, {"categor", inTags}, {"keyword", inTags}, {"schlagw", inTags}, {"topic", inTags}, {"kategori", inTags},
	{"article", inPost}, {"entry", inPost}, {"post", inPost}, {"story", inPost}, {"artikel", inPost}, {"content", inPost},
	{"username", inUser}, {"user-name", inUser}, {"user_name", inUser}, {"poster", inUser}, {"postuser", inUser}, {"submitted", inByline}, {"submitted", inDate}, {"update", inUpdate}, {"modified", inUpdate}, {"aktualis", inUpdate},
}

// byPair are the marks by the low five bits of their first two bytes, which do not know case.
var byPair = func() (table [1 << 10][]uint8) {
	for i, m := range marks {
		k := pair(m.piece[0], m.piece[1])
		table[k] = append(table[k], uint8(i))
	}
	return table
}()

// mayBegin has a bit for each pair that begins a mark: most do not, and it fits a few cache lines.
var mayBegin = func() (bits [16]uint64) {
	for _, m := range marks {
		k := pair(m.piece[0], m.piece[1])
		bits[k>>6] |= 1 << (k & 63)
	}
	return bits
}()

func pair(a, b byte) uint { return uint(a&31)<<5 | uint(b&31) }

// longestName is how much of a name is read: some pages name elements for all that they hold.
const longestName = 400

// zoneOf returns what a class or an id says.
func zoneOf(name string) zone {
	name = name[:min(len(name), longestName)]
	var z zone
	for i := 0; i+2 < len(name); i++ {
		k := pair(name[i], name[i+1])
		if mayBegin[k>>6]>>(k&63)&1 == 0 {
			continue
		}
		for _, n := range byPair[k] {
			if m := &marks[n]; z&m.zone == 0 && hasPrefixFold(name[i:], m.piece) {
				z |= m.zone
			}
		}
	}
	return z
}

// hasPrefixFold reports whether s begins with prefix, which is in lower case; only ASCII letters fold.
func hasPrefixFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != prefix[i] {
			return false
		}
	}
	return true
}
