package model

// Int16 reads the little-endian number at offset at of s. It panics if s ends before.
func Int16(s string, at int) int16 { return int16(uint16(s[at]) | uint16(s[at+1])<<8) } //nolint:gosec // two's complement

// Uint32 reads the little-endian number at offset at of s. It panics if s ends before.
func Uint32(s string, at int) uint32 {
	s = s[at:][:4] // one check, and so one load
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// Uint64 reads the little-endian number at offset at of s. It panics if s ends before.
func Uint64(s string, at int) uint64 {
	s = s[at:][:8] // one check, and so one load
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
