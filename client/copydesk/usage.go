package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// group is a part of a command's flags, under a title in its help.
type group struct {
	title string
	add   func(*settings, *flag.FlagSet)
}

// groups are the flags of each command, in the order of its help.
var groups = map[string][]group{
	"clean":   {connection, timeLimit, document, cleaning, features, markdownFlags, {"Output", (*settings).cleanOutput}},
	"extract": {connection, timeLimit, document, cleaning, features, {"Output", (*settings).output}},
	"score":   {connection, timeLimit, document, cleaning, features, judging, {"Output", (*settings).output}},
	"process": {connection, patience, {"What is done", (*settings).operations}, cleaning, features, markdownFlags, judging,
		{"Output", (*settings).batchOutput}, {"Files and folders", (*settings).folderOutput}, {"", (*settings).columnFlags}},
	"cat":      {},
	"dedup":    {{"Output", (*settings).dedupFlags}},
	"count":    {},
	"call":     {{"Service", (*settings).callConnection}},
	"describe": {connection, timeLimit},
}

var (
	connection    = group{"Service", (*settings).connection}
	timeLimit     = group{"", (*settings).timeLimit}
	patience      = group{"", (*settings).patience}
	document      = group{"Document", (*settings).document}
	cleaning      = group{"Cleaning", (*settings).cleaningFlags}
	features      = group{"", (*settings).featureFlags}
	markdownFlags = group{"Markdown", (*settings).markdownFlags}
	judging       = group{"Judging", (*settings).judging}
)

// synopses are the first lines of commands' help.
var synopses = map[string]string{
	"clean":    "[flags] [FILE ...]\nPrints the clean text.",
	"extract":  "[flags] [FILE ...]\nPrints who, what, where, when and who said what.",
	"score":    "[flags] [FILE ...]\nPrints how good a text is, and why.",
	"process":  "[flags] IN.jsonl OUT.jsonl\ncopydesk process [flags] IN ... FOLDER\nWorks on many documents, one a line, where \"-\" is standard input or output; or on files, folders, patterns and addresses\n(s3://, gs://, azblob://) of JSON Lines, JSON, CSV, Parquet, WARC, text and HTML, also compressed, into a folder of rows.",
	"call":     "[flags] METHOD [JSON]\nCalls one method with JSON and prints the answer as JSON.",
	"dedup":    "[flags] FOLDER|FILE ... OUT\nTakes duplicates out of the kept rows that process has written, into another folder of rows.",
	"cat":      "FILE|FOLDER ...\nPrints the rows that process has written to a folder, as JSON Lines.",
	"count":    "IN.jsonl ... OUT\nCounts the lines of pages by host, for --site-counts.",
	"describe": "[flags]\nPrints limits, capabilities, rules, profiles and signals as JSON.",
}

// readFlags reads the flags of a command and returns its other arguments. If it is not to go on it says so, with the
// exit code.
func (s *session) readFlags(command string, set *settings, args []string) (rest []string, code int, ok bool) {
	fs := flag.NewFlagSet(command, flag.ContinueOnError)
	fs.SetOutput(io.Discard) // an error takes one line
	for _, g := range groups[command] {
		g.add(set, fs)
	}
	rest, err := parse(fs, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		printUsage(s.stdout, command)
		return nil, exitOK, false
	case err != nil:
		message := strings.Replace(err.Error(), "flag provided but not defined: -", "there is no flag --", 1)
		return nil, s.usage("%s: %s (copydesk %s --help lists them)", command, message, command), false
	}
	return rest, exitOK, true
}

// printUsage prints a command's own flags.
func printUsage(w io.Writer, command string) {
	fmt.Fprintf(w, "copydesk %s %s\n", command, synopses[command])
	for _, g := range groups[command] {
		fs := flag.NewFlagSet(command, flag.ContinueOnError)
		g.add(new(settings), fs)
		if g.title != "" {
			fmt.Fprintf(w, "\n%s\n", g.title)
		}
		fs.VisitAll(func(f *flag.Flag) {
			name, usage := flag.UnquoteUsage(f)
			if name != "" {
				name = " " + name
			}
			if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0s" {
				usage += " (default " + f.DefValue + ")"
			}
			fmt.Fprintf(w, "  --%s%s\n        %s\n", f.Name, name, usage)
		})
	}
}
