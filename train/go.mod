module github.com/copydesk/copydesk/train

go 1.26.0
