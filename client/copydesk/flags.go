package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/files"
)

// settings are the values of all flags; a command has those that concern it.
type settings struct {
	target

	url, mediaType, language, boilerplate  string
	published                              string
	html, text, json, markdown, repairOnly bool
	prefer, headline                       string
	replies, images, noLinks               bool
	enable, disable, profiles, signals     list
	features                               list
	customFiles                            list
	custom                                 []*copydeskv1.Profile // from customFiles
	noCleaning                             bool
	siteCounts                             string
	clean, extract, score                  bool // of process
	fields, filter                         string
	resume                                 bool
	format                                 string
	shardSize                              int
	columns                                files.Columns
	withResult                             bool
	exactOnly                              bool
	keep                                   string
	memory                                 int // MB
	timeout, keepTrying                    time.Duration
}

// list collects the values of a flag that may be given more than once.
type list []string

func (l *list) String() string     { return strings.Join(*l, ",") }
func (l *list) Set(v string) error { *l = append(*l, v); return nil }

func (set *settings) connection(fs *flag.FlagSet) {
	set.targetFlags(fs, "", ", or several separated by commas; without it the service runs inside the command")
}

func (set *settings) callConnection(fs *flag.FlagSet) {
	set.targetFlags(fs, "localhost:50051", "; a server inside the command if empty")
}

func (set *settings) timeLimit(fs *flag.FlagSet) {
	fs.DurationVar(&set.timeout, "timeout", 0, "longest `time` of one call (default "+client.DefaultTimeout.String()+")")
}

func (set *settings) patience(fs *flag.FlagSet) {
	fs.DurationVar(&set.keepTrying, "keep-trying", client.DefaultResume, "how `long` to go on without any result while the service cannot be reached")
}

func (set *settings) cleaningFlags(fs *flag.FlagSet) {
	fs.StringVar(&set.boilerplate, "boilerplate", "balanced", "how readily lines are dropped: keep, balanced or strict")
	fs.StringVar(&set.prefer, "prefer", "balanced", "what to take for a page's main content: balanced, precision or recall")
	fs.StringVar(&set.headline, "headline", "markdown", "where a page's headline goes: markdown (its first line), both (text too) or none")
	fs.BoolVar(&set.replies, "replies", false, "keep what readers wrote about a page")
	fs.BoolVar(&set.repairOnly, "repair-only", false, "mend characters and white space and do nothing else")
	fs.BoolVar(&set.noCleaning, "no-cleaning", false, "take text as it is")
	fs.Var(&set.enable, "enable", "`id` of a rule to use although it is off by default; may be repeated")
	fs.Var(&set.disable, "disable", "`id` of a rule not to use; may be repeated")
	fs.StringVar(&set.siteCounts, "site-counts", "", "`file` that copydesk count has written: drop lines that recur on the pages of their host")
}

func (set *settings) featureFlags(fs *flag.FlagSet) {
	fs.Var(&set.features, "feature", "`name` of something more to return: "+featureNames()+"; may be repeated")
}

func (set *settings) markdownFlags(fs *flag.FlagSet) {
	fs.BoolVar(&set.images, "images", false, "put images into Markdown")
	fs.BoolVar(&set.noLinks, "no-links", false, "leave the addresses of links out of Markdown")
}

func (set *settings) judging(fs *flag.FlagSet) {
	fs.Var(&set.profiles, "profile", "`name` of a profile to judge by; may be repeated; all without it")
	fs.Var(&set.customFiles, "custom-profile", "`file` with a profile of your own, a Profile of the contract as JSON; may be repeated")
	fs.Var(&set.signals, "signal", "`name` of a signal to return, or the beginning of names: nemo. ; may be repeated")
}

func (set *settings) document(fs *flag.FlagSet) {
	fs.StringVar(&set.url, "url", "", "`address` the document came from")
	fs.StringVar(&set.mediaType, "media-type", "", "Content-Type of the document; sniffed without it")
	fs.StringVar(&set.language, "language", "", "language of the document as a BCP 47 `tag`")
	fs.StringVar(&set.published, "publish-time", "", "`time` of publication, RFC 3339 or a date")
	fs.BoolVar(&set.html, "html", false, "the document is HTML")
	fs.BoolVar(&set.text, "text", false, "the document is plain text")
}

func (set *settings) output(fs *flag.FlagSet) {
	fs.BoolVar(&set.json, "json", false, "print the whole response as JSON")
}

func (set *settings) cleanOutput(fs *flag.FlagSet) {
	set.output(fs)
	fs.BoolVar(&set.markdown, "markdown", false, "print Markdown instead of plain text")
}

func (set *settings) operations(fs *flag.FlagSet) {
	fs.BoolVar(&set.clean, "clean", false, "clean; without --clean, --extract and --score all three")
	fs.BoolVar(&set.extract, "extract", false, "extract facts")
	fs.BoolVar(&set.score, "score", false, "judge")
}

func (set *settings) batchOutput(fs *flag.FlagSet) {
	fs.StringVar(&set.fields, "fields", "", "`names` of the fields of results to write, as in id,clean.text; errors always are")
	fs.StringVar(&set.filter, "filter", "", "write only results that a `profile` keeps, or with profile=reject those it rejects")
	fs.BoolVar(&set.resume, "resume", false, "go on with a run that was ended: from OUT.jsonl.part, which an earlier run with this flag left, or after the last whole shard")
}

func (set *settings) folderOutput(fs *flag.FlagSet) {
	fs.StringVar(&set.format, "format", "parquet", "what rows are written as: parquet or jsonl, both compressed with zstd")
	fs.IntVar(&set.shardSize, "shard-size", 20_000, "most `documents` of a shard, the unit of --resume")
	fs.BoolVar(&set.withResult, "with-result", false, "add each whole result to its row, as a ProcessResult in protobuf")
}

func (set *settings) columnFlags(fs *flag.FlagSet) {
	fs.StringVar(&set.columns.ID, "id-column", "", "`name` of the column or field with ids (default id)")
	fs.StringVar(&set.columns.Text, "text-column", "", "`name` of the column or field with plain text (default text)")
	fs.StringVar(&set.columns.HTML, "html-column", "", "`name` of the column or field with HTML (default html)")
	fs.StringVar(&set.columns.URL, "url-column", "", "`name` of the column or field with addresses (default url)")
	fs.Var((*list)(&set.columns.Scores), "score-column", "`name` of a column or field with a number, at which rules look as caller.NAME; may be repeated")
}

// parse reads flags before, between and after the other arguments, which it returns.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := fs.Parse(args); err != nil {
			return nil, err
		}
		args = fs.Args()
		if len(args) == 0 {
			return rest, nil
		}
		rest, args = append(rest, args[0]), args[1:]
	}
}

// cleaning translates the flags that say how documents are cleaned.
func (set *settings) cleaning() (*copydeskv1.Cleaning, error) {
	levels := map[string]copydeskv1.BoilerplateLevel{
		"keep":     copydeskv1.BoilerplateLevel_BOILERPLATE_LEVEL_KEEP,
		"balanced": copydeskv1.BoilerplateLevel_BOILERPLATE_LEVEL_BALANCED,
		"strict":   copydeskv1.BoilerplateLevel_BOILERPLATE_LEVEL_STRICT,
	}
	level, ok := levels[set.boilerplate]
	if !ok {
		return nil, fmt.Errorf("--boilerplate: must be keep, balanced or strict, is %q", set.boilerplate)
	}
	preference, ok := map[string]copydeskv1.ContentPreference{
		"balanced":  copydeskv1.ContentPreference_CONTENT_PREFERENCE_BALANCED,
		"precision": copydeskv1.ContentPreference_CONTENT_PREFERENCE_PRECISION,
		"recall":    copydeskv1.ContentPreference_CONTENT_PREFERENCE_RECALL,
	}[set.prefer]
	if !ok {
		return nil, fmt.Errorf("--prefer: must be balanced, precision or recall, is %q", set.prefer)
	}
	headline, ok := map[string]copydeskv1.Headline{
		"markdown": copydeskv1.Headline_HEADLINE_MARKDOWN,
		"both":     copydeskv1.Headline_HEADLINE_BOTH,
		"none":     copydeskv1.Headline_HEADLINE_NONE,
	}[set.headline]
	if !ok {
		return nil, fmt.Errorf("--headline: must be markdown, both or none, is %q", set.headline)
	}
	mode := copydeskv1.CleaningMode_CLEANING_MODE_FULL
	switch {
	case set.repairOnly && set.noCleaning:
		return nil, errors.New("only one of --repair-only and --no-cleaning can be given")
	case set.repairOnly:
		mode = copydeskv1.CleaningMode_CLEANING_MODE_REPAIR
	case set.noCleaning:
		mode = copydeskv1.CleaningMode_CLEANING_MODE_NONE
	}
	var counts []byte
	if set.siteCounts != "" {
		var err error
		if counts, err = os.ReadFile(set.siteCounts); err != nil {
			return nil, fmt.Errorf("--site-counts: %w", err)
		}
	}
	return copydeskv1.Cleaning_builder{
		Mode: mode, Boilerplate: level, ContentPreference: preference, IncludeReplies: set.replies, Headline: headline,
		EnableRules: set.enable, DisableRules: set.disable, SiteCounts: counts,
	}.Build(), nil
}

// contentType is the media type that the flags and the file's name give.
func (set *settings) contentType(file string) (string, error) {
	lower := strings.ToLower(file)
	switch {
	case set.html && set.text, set.mediaType != "" && (set.html || set.text):
		return "", errors.New("only one of --html, --text and --media-type can be given")
	case set.mediaType != "":
		return set.mediaType, nil
	case set.html, !set.text && (strings.HasSuffix(lower, ".html") || strings.HasSuffix(lower, ".htm")):
		return "text/html", nil
	case set.text, strings.HasSuffix(lower, ".txt"), strings.HasSuffix(lower, ".md"):
		return "text/plain", nil
	default:
		return "", nil
	}
}

// check finds what is wrong with the flags before anything is read or called.
func (set *settings) check(command string) error {
	if _, err := set.contentType(""); err != nil {
		return err
	}
	if _, err := parseTime(set.published); err != nil {
		return fmt.Errorf("--publish-time: %w", err)
	}
	return set.checkFeatures(command == "clean", command == "extract", command == "score")
}

// parseTime reads RFC 3339 or a plain date; an empty string is no time.
func parseTime(s string) (*timestamppb.Timestamp, error) {
	if s == "" {
		return nil, nil //nolint:nilnil // absent is a valid answer
	}
	t, err := files.ParseTime(s)
	if err != nil {
		return nil, err
	}
	return timestamppb.New(t), nil
}
