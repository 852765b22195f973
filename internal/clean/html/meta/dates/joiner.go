package dates

// joiners are the words allowed between day, month and year.
var joiners = map[string]bool{"de": true, "of": true, "del": true, "d": true, "the": true, "di": true, "st": true, "nd": true, "rd": true, "th": true, "er": true}
