// Package deploy holds what runs the server, and tests that it fits the server: metrics of alerts and dashboards exist, manifests
// are valid and agree with each other, the image's build context is complete, and two builds give the same bytes.
package deploy
