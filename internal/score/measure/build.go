package measure

// Reset empties the sequence and keeps its memory, so that a reference's own tokens can be put into it: IDs, Lengths and
// Counts are then for the caller to fill, all before the first Level.
func (s *Sequence) Reset() { s.reset() }
