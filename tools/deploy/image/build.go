package main

import (
	"archive/tar"
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

// The paths of the build stage that the last stage copies from.
const (
	sourceFolder = "/src/"
	serverFile   = "/out/copydesk-server"
)

// build makes the image of the Dockerfile's last stage below root.
func build(root, server, arch string) (v1.Image, error) {
	stage, err := lastStage(filepath.Join(root, "deploy", "Dockerfile"))
	if err != nil {
		return nil, err
	}
	config := v1.Config{Labels: map[string]string{}, ExposedPorts: map[string]struct{}{}, WorkingDir: "/"}
	layer := &layer{made: map[string]bool{}}
	for _, c := range stage.Commands {
		switch c := c.(type) {
		case *instructions.LabelCommand:
			for _, l := range c.Labels {
				config.Labels[l.Key] = l.Value
			}
		case *instructions.CopyCommand:
			err = layer.copy(c, root, server)
		case *instructions.UserCommand:
			config.User = c.User
		case *instructions.ExposeCommand:
			for _, port := range c.Ports {
				config.ExposedPorts[port+"/tcp"] = struct{}{}
			}
		case *instructions.EntrypointCommand:
			config.Entrypoint = c.CmdLine
		case *instructions.CmdCommand:
			config.Cmd = c.CmdLine
		default:
			err = fmt.Errorf("%s is more than this command knows", c.Name())
		}
		if err != nil {
			return nil, err
		}
	}
	return layer.image(config, arch)
}

// lastStage is what the image is: all before it only builds.
func lastStage(file string) (instructions.Stage, error) {
	content, err := os.ReadFile(file)
	if err != nil {
		return instructions.Stage{}, err
	}
	parsed, err := parser.Parse(bytes.NewReader(content))
	if err != nil {
		return instructions.Stage{}, err
	}
	stages, _, err := instructions.Parse(parsed.AST, nil)
	if err != nil {
		return instructions.Stage{}, err
	}
	last := stages[len(stages)-1]
	if last.BaseName != "scratch" {
		return last, fmt.Errorf("the image is made from %s, want scratch", last.BaseName)
	}
	return last, nil
}

// layer is the one layer of the image. Its files belong to root and have no time.
type layer struct {
	tar  bytes.Buffer
	made map[string]bool // folders
}

func (l *layer) copy(c *instructions.CopyCommand, root, server string) error {
	for _, from := range c.SourcePaths {
		to := c.DestPath
		if strings.HasSuffix(to, "/") {
			to = path.Join(to, path.Base(from))
		}
		file := from // as a system has it: the certificates
		switch rest, ok := strings.CutPrefix(from, sourceFolder); {
		case from == serverFile:
			file = server
		case ok:
			file = filepath.Join(root, rest)
		}
		if err := l.add(file, strings.TrimPrefix(to, "/")); err != nil {
			return err
		}
	}
	return nil
}

// add puts a file and the folders above it into the layer.
func (l *layer) add(file, to string) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	w := tar.NewWriter(&l.tar)
	for i, c := range to {
		if dir := to[:i]; c == '/' && !l.made[dir] {
			l.made[dir] = true
			if err := w.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: dir + "/", Mode: 0o755}); err != nil {
				return err
			}
		}
	}
	mode := int64(0o644)
	if bytes.HasPrefix(b, []byte("\x7fELF")) {
		mode = 0o755
	}
	if err := w.WriteHeader(&tar.Header{Name: to, Mode: mode, Size: int64(len(b))}); err != nil {
		return err
	}
	if _, err := w.Write(b); err != nil {
		return err
	}
	return w.Flush()
}

func (l *layer) image(config v1.Config, arch string) (v1.Image, error) {
	content := append(bytes.Clone(l.tar.Bytes()), make([]byte, 1024)...) // the end of an archive
	files, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content)), nil })
	if err != nil {
		return nil, err
	}
	image, err := mutate.AppendLayers(empty.Image, files)
	if err != nil {
		return nil, err
	}
	file, err := image.ConfigFile()
	if err != nil {
		return nil, err
	}
	file = file.DeepCopy()
	file.OS, file.Architecture, file.Config = "linux", arch, config
	return mutate.ConfigFile(image, file)
}
