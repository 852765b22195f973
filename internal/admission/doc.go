// Package admission decides what a server takes on: what is worked on at once, what waits for its turn, and what is
// refused before it costs anything.
//
// Two things are short in a server that computes. Processors: as many documents are worked on as there are processors,
// a queue before them is shared fairly between principals, and a request that would wait too long is refused at once.
// Memory: one budget for the process, half of what a server may use for the documents and results that it holds, and the
// other half for work in progress. A stream waits for memory, which holds its client back; a unary call is refused.
//
// Every refusal says when to try again.
package admission
