// Package auth says who calls: by a bearer token from a file of hashes, by a JSON Web Token, or by a client certificate. It also
// keeps each caller to its limits. It never logs or returns a token.
package auth
