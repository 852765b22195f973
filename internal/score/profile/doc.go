// Package profile says what a tool's quality filter consists of, so that each can be told in tables: the signals that it
// measures, and the profiles that judge by them.
package profile
