package clean

import (
	"slices"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/model"
)

// Models describes the models that Clean uses.
func Models() []model.Embedded {
	return slices.Concat(detect.Models(), content.Models(), reflow.Models())
}
