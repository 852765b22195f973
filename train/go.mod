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
	github.com/pemistahl/lingua-go v1.4.0 // indirect
	github.com/shopspring/decimal v1.3.1 // indirect
	golang.org/x/exp v0.0.0-20260820142414-ca536658362e // indirect
	google.golang.org/protobuf v1.36.12 // indirect
	mvdan.cc/xurls/v2 v2.6.0 // indirect
)

replace github.com/copydesk/copydesk => ../
