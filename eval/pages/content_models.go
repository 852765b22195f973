package pages

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/train/labelled"
)

// ModelDir holds models that have not seen a set or a part of the sites: go -C train run ./html -folds -models DIR makes them, in the
// way the shipped one is made.
var ModelDir = cacheDir + "models"

// errNoModel says that one of those models is not there.
var errNoModel = errors.New("no model: run go -C train run ./html -folds -models ../eval/.cache/models")

// unseenSet takes the main content by the model that has not seen the set.
func unseenSet(set pageSet) ([]answer, error) {
	m, err := readModel(set.name)
	if err != nil {
		return nil, err
	}
	return takeAll(set.pages, func(page) *content.Model { return m })
}

// unseenSite takes the main content by models that have seen the set, but not the page's site: of the sets that are large enough for
// it.
func unseenSite(set pageSet) ([]answer, error) {
	if set.name != "wcxb" && set.name != "trafilatura" {
		return nil, nil
	}
	var models [labelled.Parts]*content.Model
	for part := range models {
		m, err := readModel(fmt.Sprintf("sites-%d", part))
		if err != nil {
			return nil, err
		}
		models[part] = m
	}
	return takeAll(set.pages, func(p page) *content.Model { return models[labelled.Part(p.site)] })
}

func readModel(name string) (*content.Model, error) {
	b, err := os.ReadFile(filepath.Join(ModelDir, name+".model"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", name, errNoModel)
	}
	if err != nil {
		return nil, err
	}
	return content.OpenModel(string(b))
}

// takeAll runs Clean with its defaults and the model for each page.
func takeAll(list []page, model func(page) *content.Model) ([]answer, error) {
	answers := make([]answer, len(list))
	for i, p := range list {
		text, err := p.read()
		if err != nil {
			return nil, err
		}
		in, o := cleanInput(p, text), clean.Options{Rules: pageRules, Content: model(p)}
		d, err := clean.Run(context.Background(), in, o)
		if err != nil {
			answers[i].Failed = true
			continue
		}
		answers[i].Text = withoutComments(d)
	}
	return answers, nil
}
