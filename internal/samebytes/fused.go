package samebytes

// Fused is a product with a sum that a compiler may fuse into one instruction, which rounds once instead of twice. Nothing
// calls it: `.ci/same-bytes` looks for fused instructions, and must find this one on each processor to be believed.
//
//go:noinline
func Fused(x, y, z float64) float64 { return x*y + z }
