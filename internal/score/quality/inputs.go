package quality

// Shape is the form that the curve of a signal has.
type Shape uint8

// The shapes.
const (
	Rising  Shape = iota // more is never worse
	Falling              // more is never better
	Peaked               // best in the middle: rising up to one value, falling from there
)

// Input is a signal that the model looks at.
type Input struct {
	Signal string
	Shape  Shape
}

// MostContributions is how many contributions there can be: that of each signal.
const MostContributions = 64

// Inputs are the signals that the model looks at, at most MostContributions. A model is made for them in their order.
var Inputs = []Input{
	// The order of words.
	{"fluency.context_gain", Rising},
	{"fluency.function_word_ratio", Peaked},
	{"fluency.log_perplexity", Falling},

	// The choice of words.
	{"spun.probability", Falling},

	// Whether it is language at all.
	{"language.probability.zxx", Falling},

	// Sentences and lines.
	{"text.prose_word_ratio", Rising},
	{"text.finished", Rising},
	{"nemo.punctuation", Falling},
	{"nemo.bullet_ratio", Falling},
	{"nemo.ellipsis", Falling},

	// What is said again.
	{"nemo.repeated_lines", Rising},
	{"nemo.repeated_lines_char", Rising},
	{"nemo.repeating_top_2grams", Falling},
	{"nemo.repeating_top_4grams", Falling},
	{"nemo.repeating_dup_5gram", Falling},
	{"nemo.repeating_dup_10gram", Falling},

	// What sites say to their readers.
	{"text.prompt_ratio", Falling},
	{"text.price_ratio", Falling},
	{"nemo.boilerplate_string_ratio", Falling},
	{"nemo.urls_ratio", Falling},

	// Characters and words.
	{"text.mojibake_ratio", Falling},
	{"text.character_entropy", Peaked},
	{"text.uppercase_ratio", Peaked},
	{"text.all_caps_word_ratio", Falling},
	{"text.title_case_word_ratio", Peaked},
	{"nemo.mean_word_length", Peaked},
	{"nemo.numbers_ratio", Falling},
	{"nemo.white_space", Peaked},
}
