// Package portable has functions of package math that give the same bits on every architecture. The standard library has
// assembly for some of them on some machines, which rounds differently, and compilers may fuse a product with a sum: here
// every product is rounded by an explicit conversion.
//
// Both are the classic algorithms of FreeBSD's msun (e_exp.c, e_log.c; Sun Microsystems, 1993), with errors below one unit
// in the last place.
package portable

import "math"

const (
	ln2Hi = 6.93147180369123816490e-01 // the first 33 bits of the logarithm of 2
	ln2Lo = 1.90821492927058770002e-10 // the rest
)

// The limits beyond which Exp is infinite or zero.
const (
	overflow  = 7.09782712893383973096e+02
	underflow = -7.45133219101941108420e+02
)

// Exp returns e to the power of x.
func Exp(x float64) float64 {
	switch {
	case math.IsNaN(x) || x > overflow:
		return x * math.Inf(1)
	case x < underflow:
		return 0
	}
	k := math.Floor(float64(x*math.Log2E) + .5)
	hi := x - float64(k*ln2Hi)
	lo := float64(k * ln2Lo)
	r := hi - lo
	t := float64(r * r)
	high := cubic(t, 6.61375632143793436117e-05, -1.65339022054652515390e-06, 4.13813679705723846039e-08, 0)
	c := r - cubic(t, 0, 1.66666666666666019037e-01, -2.77777777770155933842e-03, high)
	y := 1 - ((lo - float64(r*c)/(2-c)) - hi)
	return scaled(y, int(k))
}

// Log returns the natural logarithm of x: negative infinity for 0, NaN below it.
func Log(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	}
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	f, k := m-1, float64(e)
	s := f / (2 + f)
	s2 := float64(s * s)
	s4 := float64(s2 * s2)
	odd := float64(s2 * cubic(s4, 6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01, 1.479819860511658591e-01))
	even := cubic(s4, 0, 3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01)
	half := float64(float64(.5*f) * f)
	return float64(k*ln2Hi) - ((half - (float64(s*(half+odd+even)) + float64(k*ln2Lo))) - f)
}

// Log2 returns the binary logarithm of x. It is exact for powers of two.
func Log2(x float64) float64 {
	m, e := math.Frexp(x)
	if m == .5 {
		return float64(e - 1)
	}
	return float64(Log(m)*(1/math.Ln2)) + float64(e)
}

// cubic returns a + b x + c x^2 + d x^3.
func cubic(x, a, b, c, d float64) float64 {
	return float64((float64((float64(d*x)+c)*x)+b)*x) + a
}

// scaled returns y, which is between 1/2 and 2, times 2 to the power of k.
func scaled(y float64, k int) float64 {
	const normal = 1000 // powers up to which the result is a normal number, and so exact
	if -normal < k && k < normal {
		return float64(y * math.Float64frombits(uint64(1023+k)<<52))
	}
	return math.Ldexp(y, k)
}
