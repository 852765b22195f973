// Package samebytes holds the test that the same document gives the same bytes, in any order and on any machine.
// `.ci/same-bytes` builds the test for other processors, runs it there under emulation and compares what it writes.
package samebytes
