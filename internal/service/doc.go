// Package service answers the RPCs of copydesk.v1.TextService: it checks a request, translates it into the
// terms of the text packages, calls them and translates back. It decides nothing about text.
//
// Errors of the text packages are mapped to a gRPC status here and nowhere else. A Service is safe for
// concurrent use and keeps nothing of any document.
package service
