// Package house holds the tests of the project's own rules: that links in the documentation lead somewhere, that the map in
// CONTRIBUTING names what is there, that files stay short and comments plain.
package house
