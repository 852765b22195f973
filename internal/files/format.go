package files

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Format is how a file holds documents.
type Format string

// The formats that can be read.
const (
	JSONLines Format = "jsonl"
	JSON      Format = "json"
	CSV       Format = "csv"
	Parquet   Format = "parquet"
	WARC      Format = "warc"
	PlainText Format = "txt"
	Page      Format = "html"
)

// extensions are the endings of names, without those of compression.
var extensions = map[string]Format{
	".jsonl": JSONLines, ".ndjson": JSONLines, ".json": JSON, ".csv": CSV, ".tsv": CSV, ".parquet": Parquet,
	".warc": WARC, ".wet": WARC, ".txt": PlainText, ".md": PlainText, ".html": Page, ".htm": Page, ".xhtml": Page,
}

// compressions are the endings that compression adds.
var compressions = []string{".gz", ".zst", ".zstd", ".xz", ".bz2"}

// FormatOf tells a file's format by its name, or else by its first bytes, decompressed. The content decides where it can only
// be one thing: Parquet and WARC files have a mark of their own.
func FormatOf(name string, head []byte) (Format, error) {
	switch {
	case bytes.HasPrefix(head, []byte("PAR1")):
		return Parquet, nil
	case bytes.HasPrefix(head, []byte("WARC/")):
		return WARC, nil
	}
	if f, ok := formatByName(name); ok {
		if f == Parquet || f == WARC && len(head) > 0 {
			return "", fmt.Errorf("it does not begin as a .%s file does", f)
		}
		return f, nil
	}
	if bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n\xEF\xBB\xBF"), []byte("{")) {
		return JSONLines, nil
	}
	return "", fmt.Errorf("it is of no known kind: the name should end in %s, perhaps followed by %s",
		strings.Join(known(), ", "), strings.Join(compressions, ", "))
}

// Readable reports whether the name is that of a file with documents, so that a folder may hold other things as well.
func Readable(name string) bool {
	_, ok := formatByName(name)
	return ok
}

func formatByName(name string) (Format, bool) {
	name = strings.ToLower(name)
	for _, c := range compressions {
		name = strings.TrimSuffix(name, c)
	}
	f, ok := extensions[path.Ext(name)]
	return f, ok
}

func known() []string {
	names := make([]string, 0, len(extensions))
	for e := range extensions {
		names = append(names, e)
	}
	slices.Sort(names)
	return names
}
