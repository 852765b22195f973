package house_test

import (
	"bufio"
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// root is the project's folder.
const root = "../.."

// eachFile calls do with each file of the project whose name ends in one of the extensions, but for generated ones.
func eachFile(t *testing.T, do func(name string, content []byte), extensions ...string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(root, path)
		if entry.IsDir() {
			if name == "gen" || name != "." && strings.HasPrefix(entry.Name(), ".") && entry.Name() != ".ci" {
				return fs.SkipDir
			}
			return nil
		}
		for _, x := range extensions {
			if filepath.Ext(name) == x {
				b, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				do(name, b)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// maxLines is how many lines a file may have: beyond it a reader loses the thread, and there is more than one concept in it.
const maxLines = 400

func TestFileLength(t *testing.T) {
	eachFile(t, func(name string, content []byte) {
		if n := bytes.Count(content, []byte("\n")); n > maxLines {
			t.Errorf("%s has %d lines, at most %d are allowed", name, n, maxLines)
		}
	}, ".go")
}

// banned are words that make an English sentence a riddle, and have a plain word beside them.
var banned = map[string]*regexp.Regexp{
	"so that … not":     regexp.MustCompile(`\blest\b`),
	"reasons":           regexp.MustCompile(`\bwhys\b`),
	"of which, in it":   regexp.MustCompile(`\b(where(in|of|to|by|upon)|there(of|unto|upon))\b`),
	"is known from":     regexp.MustCompile(`\b(is|are) told by\b`),
	"distinguished":     regexp.MustCompile(`\btold apart\b`),
	"separated":         regexp.MustCompile(`\bparted by\b`),
	"about, concerning": regexp.MustCompile(`\bas to whether\b`),
}

func TestPlainComments(t *testing.T) {
	eachFile(t, func(name string, content []byte) {
		if strings.HasPrefix(name, "internal/house/") {
			return
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, content, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range file.Comments {
			for plain, word := range banned {
				if found := word.FindString(c.Text()); found != "" {
					t.Errorf("%s: a comment says %q: say %q", name, found, plain)
				}
			}
		}
	}, ".go")
}

// link is a Markdown link or image with a target.
var link = regexp.MustCompile(`\]\(([^)\s]+)\)`)

// prose removes code, in which brackets are no links.
func prose(content []byte) string {
	var b strings.Builder
	inFence := false
	for lines := bufio.NewScanner(bytes.NewReader(content)); lines.Scan(); {
		line := lines.Text()
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			inFence = !inFence
			continue
		}
		if !inFence {
			b.WriteString(regexp.MustCompile("`[^`]*`").ReplaceAllString(line, "") + "\n")
		}
	}
	return b.String()
}

func TestLinks(t *testing.T) {
	seen := 0
	eachFile(t, func(name string, content []byte) {
		for _, m := range link.FindAllStringSubmatch(prose(content), -1) {
			target, err := url.Parse(m[1])
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if target.Scheme != "" {
				continue
			}
			seen++
			file := name
			if target.Path != "" {
				file = filepath.Join(filepath.Dir(name), target.Path)
			}
			b, err := os.ReadFile(filepath.Join(root, file))
			if info, statErr := os.Stat(filepath.Join(root, file)); statErr != nil || err != nil && !info.IsDir() {
				t.Errorf("%s links to %s, which does not exist", name, m[1])
				continue
			}
			if target.Fragment != "" && !anchors(b)[target.Fragment] {
				t.Errorf("%s links to %s, which has no such heading", name, m[1])
			}
		}
	}, ".md")
	if seen < 20 {
		t.Errorf("only %d links were found", seen)
	}
}

// anchors returns the names under which the headings of a page can be linked to.
func anchors(content []byte) map[string]bool {
	found := map[string]bool{}
	for line := range strings.Lines(prose(content)) {
		title, isHeading := strings.CutPrefix(strings.TrimLeft(line, "#"), " ")
		if !isHeading || !strings.HasPrefix(line, "#") {
			continue
		}
		title = regexp.MustCompile(`[^\p{L}\p{N} _-]`).ReplaceAllString(strings.ToLower(strings.TrimSpace(title)), "")
		found[strings.ReplaceAll(title, " ", "-")] = true
	}
	return found
}

// Every page of the documentation is reached from its index, so that a reader can find it.
func TestIndexIsComplete(t *testing.T) {
	index, err := os.ReadFile(filepath.Join(root, "docs/README.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{"README.md": true}
	for _, m := range link.FindAllStringSubmatch(string(index), -1) {
		listed[filepath.Clean(m[1])] = true
	}
	eachFile(t, func(name string, _ []byte) {
		if page, inDocs := strings.CutPrefix(name, "docs/"); inDocs && !listed[page] && !listed[filepath.Dir(page)] {
			t.Errorf("docs/README.md does not list %s", page)
		}
	}, ".md")
}

// The map in CONTRIBUTING is a table of a question, the files to open and, in each, the name to look for.
func TestMap(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, "CONTRIBUTING.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(b), "## Where to look\n")
	if !ok {
		t.Fatal("CONTRIBUTING.md has no map")
	}
	questions := 0
	for line := range strings.Lines(after) {
		if strings.HasPrefix(line, "## ") {
			break
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 2 || !strings.Contains(cells[1], "`") {
			continue
		}
		questions++
		opens := strings.Split(cells[1], "→")
		if len(opens) > 3 {
			t.Errorf("%s: takes %d opens, more than 3", cells[0], len(opens))
		}
		for _, open := range opens {
			checkOpen(t, strings.TrimSpace(cells[0]), open)
		}
	}
	if questions < 5 {
		t.Errorf("the map answers %d questions, 5 are wanted", questions)
	}
}

// checkOpen tests that the first code span names a file, and that the file holds the text of the others.
func checkOpen(t *testing.T, question, open string) {
	t.Helper()
	spans := regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(open, -1)
	if len(spans) == 0 {
		t.Errorf("%s: %q names no file", question, open)
		return
	}
	b, err := os.ReadFile(filepath.Join(root, spans[0][1]))
	if err != nil {
		t.Errorf("%s: %v", question, err)
		return
	}
	for _, s := range spans[1:] {
		if !bytes.Contains(b, []byte(s[1])) {
			t.Errorf("%s: %s does not hold %q", question, spans[0][1], s[1])
		}
	}
}

// A directive that silences a linter gives the reason, not a pointer to a neighbour that may move.
func TestLintReasons(t *testing.T) {
	eachFile(t, func(name string, content []byte) {
		file, err := parser.ParseFile(token.NewFileSet(), name, content, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, group := range file.Comments {
			for _, c := range group.List {
				if strings.HasPrefix(c.Text, "//nolint") && strings.HasSuffix(c.Text, "// as above") {
					t.Errorf("%s: %s: give the reason", name, c.Text)
				}
			}
		}
	}, ".go")
}
