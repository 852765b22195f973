// Package fault holds the one error type of the domain: what went wrong, in words and numbers that a
// caller may see. The service maps it to a gRPC status, once, at the edge; everything below the service
// knows no transport.
package fault

import (
	"fmt"
	"strconv"
)

// Kind says whose fault it is and whether trying again could help.
type Kind int

// The kinds of errors.
const (
	// Invalid: the request is wrong and will stay wrong.
	Invalid Kind = iota + 1
	// TooLarge: something is over a limit.
	TooLarge
	// Unsupported: the request asks for a feature that this server does not have.
	Unsupported
	// Exhausted: a limit of the request or the server is used up; the same work can succeed in a request of its own.
	Exhausted
	// Internal: a defect of ours. Its cause is for the log only.
	Internal
)

// Error is an error that a caller may see. Its text never holds any of the document.
type Error struct {
	// Kind is the class of error.
	Kind Kind

	// Reason is a stable name in UPPER_SNAKE_CASE that programs can act upon.
	Reason string

	// Field is the path of the offending field within the document or options, if there is one.
	Field string

	// Message says what is wrong, for people.
	Message string

	// Limit and Value are the limit and the value that missed it, where that is what is wrong.
	Limit, Value string

	// Feature is the name of the feature of the contract that is missing, where that is what is wrong.
	Feature string

	// Cause is the underlying error, for the log. It is never sent.
	Cause error
}

// Error returns the public text.
func (e *Error) Error() string {
	if e.Field == "" {
		return e.Message
	}
	return e.Field + ": " + e.Message
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Invalidf returns an Invalid error about field.
func Invalidf(reason, field, format string, args ...any) *Error {
	return &Error{Kind: Invalid, Reason: reason, Field: field, Message: fmt.Sprintf(format, args...)}
}

// OverLimit returns a TooLarge error: field has value, counted in unit, and may have no more than limit.
func OverLimit(reason, field, unit string, value, limit int) *Error {
	return &Error{
		Kind:    TooLarge,
		Reason:  reason,
		Field:   field,
		Message: fmt.Sprintf("%d %s exceed the limit of %d", value, unit, limit),
		Limit:   strconv.Itoa(limit),
		Value:   strconv.Itoa(value),
	}
}
