// Package load measures the server as a whole, as its own process on this machine: what a document costs by each way of
// calling, and what becomes of documents under overload, with little memory, and when servers are killed.
//
// Everything is a ratio of figures of one run, because the clock of a shared machine says little by itself. The load comes from
// this process, which shares the processors with the server.
package load
