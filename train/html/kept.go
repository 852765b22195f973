package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/copydesk/copydesk/internal/clean/html/content"
)

// made returns the model that is kept in dir under a name, and learns one if there is none.
func made(dir, name string, learn func() *fitted) (*fitted, error) {
	if dir == "" {
		return learn(), nil
	}
	b, err := os.ReadFile(modelName(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return learn(), nil
	}
	if err != nil {
		return nil, err
	}
	m, err := content.OpenModel(string(b))
	if err != nil {
		return nil, err
	}
	return &fitted{Model: *m, kept: b}, nil
}

func modelName(dir, name string) string { return filepath.Join(dir, name+".model") }

// keep writes a model to dir, if that is not empty.
func (f *fitted) keep(dir, name string) error {
	if dir == "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // nothing secret
		return err
	}
	return os.WriteFile(modelName(dir, name), f.file(), 0o644) //nolint:gosec // nothing secret
}
