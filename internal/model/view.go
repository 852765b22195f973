package model

// Int16 reads the little-endian number at offset at of s. It panics if s ends before.
func Int16(s string, at int) int16 { return int16(uint16(s[at]) | uint16(s[at+1])<<8) } //nolint:gosec // two's complement

// Uint32 reads the little-endian number at offset at of s. It panics if s ends before.
func Uint32(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}
