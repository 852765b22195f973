package extract

import (
	"slices"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/extract/speech"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/model"
)

// Models returns the lists and models that are part of the program and read by this package.
func Models() []model.Embedded {
	return slices.Concat(gazetteer.Models(), lexis.Models(), speech.Models(), tagger.Models())
}
