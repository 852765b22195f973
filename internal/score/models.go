package score

import (
	"slices"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/internal/score/quality"
	"github.com/copydesk/copydesk/internal/score/spun"
)

// Models returns the models that are part of the program and read by this package.
func Models() []model.Embedded {
	return slices.Concat(fluency.Models(), language.Models(), spun.Models(), quality.Models())
}
