module github.com/copydesk/copydesk/train

go 1.26.0

require (
	github.com/copydesk/copydesk v0.0.0
	github.com/google/go-cmp v0.7.0
	github.com/ulikunitz/xz v0.5.17
	golang.org/x/net v0.62.0
	golang.org/x/text v0.43.0
)

require (
	github.com/nyaruka/phonenumbers v1.8.1 // indirect
	google.golang.org/protobuf v1.36.12 // indirect
	mvdan.cc/xurls/v2 v2.6.0 // indirect
)

replace github.com/copydesk/copydesk => ../
