package fingerprint

// Duplicates returns, for each document of a batch, the index of the first one before it that it is a near-duplicate of, or
// its own index. Two documents are near-duplicates if they have a bucket in common, as in datatrove's second stage, or if
// their Exact is equal, which decides for texts too short for a signature; documents of which simplification leaves nothing
// are duplicates of none.
//
// The relation is not made transitive: a document gets the first document that it shares a bucket with. datatrove's third stage
// joins such pairs into clusters and keeps one document of each; joining the pairs returned here can give smaller clusters,
// because each document has one pair only. Time and memory are linear in the batch.
func Duplicates(docs []Fingerprints) []int {
	first := make([]int, len(docs))
	exact := make(map[uint64]int, len(docs))
	for i, d := range docs {
		first[i] = i
		if d.Exact != Empty {
			first[i] = remember(exact, d.Exact, i)
		}
	}
	buckets := make(map[[BucketHashes]uint64]int, len(docs))
	for b := range Buckets {
		clear(buckets)
		for i, d := range docs {
			if len(d.MinHash) == Hashes {
				first[i] = min(first[i], remember(buckets, Bucket(d.MinHash, b), i))
			}
		}
	}
	return first
}

// remember returns what is known for key, or else makes i known.
func remember[K comparable](known map[K]int, key K, i int) int {
	if seen, ok := known[key]; ok {
		return seen
	}
	known[key] = i
	return i
}

// Bucket returns band b of a signature, from 0 to Buckets-1: the key under which near-duplicates meet in an index of one's own.
//
// datatrove's second stage reads the bands from files, bucket_<b, three digits>/<rank, five digits>.minhash.sig: for each
// document with a signature its eight values, 64 bits each, and its number among the rank's documents, 32 bits, little-endian
// and unpadded, sorted by values, then number.
func Bucket(minHash []uint64, b int) [BucketHashes]uint64 {
	return [BucketHashes]uint64(minHash[b*BucketHashes:])
}

// Similarity estimates from two signatures which share of their shingles two texts have in common, from 0 to 1: the share of
// equal values (Broder 1997). It is 0 where one of them has no signature.
func Similarity(a, b []uint64) float64 {
	if len(a) != Hashes || len(b) != Hashes {
		return 0
	}
	equal := 0
	for i, v := range a {
		if v == b[i] {
			equal++
		}
	}
	return float64(equal) / Hashes
}
