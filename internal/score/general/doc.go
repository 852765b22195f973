// Package general measures what is not one tool's but the field's: readability, entropy, compressibility, casing and
// scripts.
//
// Words are those of str.split, as for the other references. The readability formulas hold for English only, and are
// undefined for a text that is not. Values hang on the text alone: not on what else was asked for, nor on the machine.
package general
