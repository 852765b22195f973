module github.com/copydesk/copydesk/eval

go 1.26.0

require (
	github.com/clipperhouse/uax29/v2 v2.7.0
	github.com/copydesk/copydesk v0.0.0
)

require (
	github.com/ulikunitz/xz v0.5.17
	golang.org/x/text v0.43.0
)

require (
	github.com/cespare/xxhash/v2 v2.3.0 // indirect
	github.com/klauspost/compress v1.20.3 // indirect
	golang.org/x/net v0.62.0 // indirect
)

replace github.com/copydesk/copydesk => ../
