// Command protodeps writes the .proto files that Copydesk's API imports, as sources, into a folder.
//
// They are printed from the descriptors that the pinned Go modules carry, not fetched: the schema that
// buf compiles against is then always the one that the generated code is linked with, and generating
// needs nothing but the Go modules. Comments are not part of a compiled descriptor and are lost.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"buf.build/gen/go/bufbuild/protovalidate/protocolbuffers/go/buf/validate"
	"github.com/jhump/protoreflect/v2/protoprint"
	"google.golang.org/genproto/googleapis/api/annotations"
	"google.golang.org/genproto/googleapis/rpc/code"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// deps lists what is printed. google/protobuf is not in it because buf brings those files itself.
var deps = []protoreflect.FileDescriptor{
	annotations.File_google_api_annotations_proto,
	annotations.File_google_api_http_proto,
	code.File_google_rpc_code_proto,
	errdetails.File_google_rpc_error_details_proto,
	status.File_google_rpc_status_proto,
	validate.File_buf_validate_validate_proto,
}

func main() {
	out := flag.String("out", "proto-deps", "folder to write to; it is emptied first")
	flag.Parse()

	if err := run(*out); err != nil {
		fmt.Fprintln(os.Stderr, "protodeps:", err)
		os.Exit(1)
	}
}

// run prints everything before it touches the folder, so that a failure leaves the old one whole, and
// then replaces the folder, so that a file dropped from deps does not linger there.
func run(out string) error {
	sources, err := sourcesOf(deps)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	for path, source := range sources {
		if err := write(filepath.Join(out, filepath.FromSlash(path)), source); err != nil {
			return err
		}
	}
	return nil
}

// sourcesOf returns the source of each file by its import path. Elements are sorted, so that two runs on
// the same modules give the same bytes.
func sourcesOf(files []protoreflect.FileDescriptor) (map[string]string, error) {
	printer := &protoprint.Printer{SortElements: true}
	sources := make(map[string]string, len(files))
	for _, file := range files {
		source, err := printer.PrintProtoToString(file)
		if err != nil {
			return nil, fmt.Errorf("printing %s: %w", file.Path(), err)
		}
		sources[file.Path()] = source
	}
	return sources, nil
}

func write(path, source string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, []byte(source), 0o644)
}
