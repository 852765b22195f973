// Package openapi holds the description of the REST API, generated from the contract: see buf.gen.yaml.
package openapi

import (
	_ "embed"
)

// YAML is the description, as OpenAPI 3.
//
//go:embed contract/openapi.yaml
var YAML []byte
