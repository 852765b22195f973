// Package deploy tests that what is in the folder deploy fits the server: metrics of alerts and dashboards exist, manifests are
// valid and agree with each other, the image's build context is complete, and two builds give the same bytes. It is a module of its
// own, because the types of Kubernetes and the parsers of Prometheus and BuildKit are nobody else's business.
package deploy
