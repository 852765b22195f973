package service

import (
	"sort"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/score"
)

// describeAll gathers what the text packages say of themselves. It is called once.
func (s *Service) describeAll() *copydeskv1.DescribeResponse {
	r := &copydeskv1.DescribeResponse{
		Version: Version,
		Limits: &copydeskv1.Limits{
			MaxDocumentBytes:  int32(s.o.MaxDocumentBytes),  //nolint:gosec // configured far below 2 GiB
			MaxBatchDocuments: int32(s.o.MaxBatchDocuments), //nolint:gosec // as above
			MaxChunkItems:     MaxChunkItems,
			MaxMessageBytes:   int32(s.o.MaxMessageBytes), //nolint:gosec // as above
			MaxInFlight:       MaxInFlight,
		},
		Capabilities: capabilities(),
	}
	for _, info := range clean.Rules() {
		r.Rules = append(r.Rules, &copydeskv1.Rule{
			Id: string(info.ID), Description: info.Description,
			DefaultEnabled: info.Default || info.Required, Required: info.Required,
		})
	}
	for _, p := range score.Profiles() {
		r.Profiles = append(r.Profiles, toProfile(p))
	}
	for _, g := range score.Signals() {
		r.Signals = append(r.Signals, &copydeskv1.SignalInfo{Name: g.Name, Description: g.Description, Unit: g.Unit})
	}
	return r
}

// capabilities lists which parts of results exist, ordered by name.
func capabilities() []*copydeskv1.Capability {
	var list []*copydeskv1.Capability
	for _, c := range clean.Capabilities() {
		list = append(list, &copydeskv1.Capability{Name: c.Name, Description: c.Description})
	}
	for _, c := range extract.Capabilities() {
		list = append(list, &copydeskv1.Capability{Name: c.Name, Description: c.Description})
	}
	for _, c := range score.Capabilities() {
		list = append(list, &copydeskv1.Capability{Name: c.Name, Description: c.Description})
	}
	sort.Slice(list, func(i, j int) bool { return list[i].GetName() < list[j].GetName() })
	return list
}
