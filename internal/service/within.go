package service

import (
	"errors"

	"github.com/copydesk/copydesk/internal/fault"
)

// within puts prefix before the field path of a fault; other errors it leaves alone.
func within(err error, prefix string) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return err
	}
	moved := *f
	moved.Field = prefix + f.Field
	return &moved
}
