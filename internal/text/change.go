package text

// Change is the reason for an edit.
type Change struct {
	// Rule is what made the edit; never empty.
	Rule Rule

	// Detail is a parameter of the edit, for example a chain of encodings; often empty.
	Detail string

	// Confidence is how sure the rule is, in (0, 1]; 0 means that the rule holds by definition.
	Confidence float32
}
