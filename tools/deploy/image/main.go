// Command image builds the image of deploy/Dockerfile without an engine: the last stage's files, user, ports and command, around
// a server that is built already. The same server gives the same bytes. `docker load` and `podman load` read the file.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/google/go-containerregistry/pkg/name"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
)

func main() {
	root := flag.String("root", "../..", "the project's `folder`")
	server := flag.String("server", "", "`file` of the server, built for Linux")
	arch := flag.String("arch", "amd64", "what it was built for")
	tag := flag.String("tag", "copydesk:latest", "the image's name")
	out := flag.String("out", "", "`file` to write")
	flag.Parse()
	if err := run(*root, *server, *arch, *tag, *out); err != nil {
		fmt.Fprintln(os.Stderr, "image:", err)
		os.Exit(1)
	}
}

func run(root, server, arch, tag, out string) error {
	ref, err := name.NewTag(tag)
	if err != nil {
		return err
	}
	image, err := build(root, server, arch)
	if err != nil {
		return err
	}
	digest, err := image.Digest()
	if err != nil {
		return err
	}
	if err := tarball.WriteToFile(out, ref, image); err != nil {
		return err
	}
	fmt.Println(out, ref, digest)
	return nil
}
