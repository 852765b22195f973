package main

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// The values that must be in no log, metric, trace or error. What a call that succeeds answers may hold its document.
const (
	secretText  = "SECRET-TEXT-OF-A-DOCUMENT"
	secretID    = "SECRET-ID"
	secretQuery = "SECRET-QUERY"
	secretToken = "SECRET-TOKEN"
	secretValue = "SECRET-VALUE"
)

// TestSecrets sends marked values in every place and every way that can go wrong and looks for them in all that a server puts
// out but the results themselves.
func TestSecrets(t *testing.T) {
	t.Parallel()
	file := tempFile(t, "tokens", tokenLine("crawler", secretToken+"-good", "items=10000"))
	r := startServer(t, "--token-file", file, "--max-document-bytes", "4000", "--max-message-bytes", "6000")
	var answers []string
	rpcErrors(t, r, &answers)
	httpErrors(t, r, &answers)
	outputs := map[string]string{"the log": r.log.String(), "the metrics": r.metrics(t), "an error": strings.Join(answers, "\n")}
	for where, output := range outputs {
		if len(output) < 2000 {
			t.Errorf("%s is only %d bytes: the test tests nothing", where, len(output))
		}
		for line := range strings.Lines(output) {
			if strings.Contains(line, "SECRET") {
				t.Errorf("%s: %.400s", where, line)
			}
		}
	}
}

// rpcErrors makes calls on the gRPC port and collects their errors.
func rpcErrors(t *testing.T, r *running, answers *[]string) {
	t.Helper()
	document := copydeskv1.Document_builder{
		Id: secretID, Url: "https://example.org/a?token=" + secretQuery, Text: new("It rained. " + secretText + "\n\n© 2024 " + secretText),
	}.Build()
	good := r.client(t, nil, withToken(secretToken+"-good"))
	note := func(err error) {
		if err == nil {
			return
		}
		*answers = append(*answers, err.Error(), status.Convert(err).Proto().String())
	}
	for _, c := range []copydeskv1.TextServiceClient{good, r.client(t, nil, withToken(secretToken+"-forged"))} {
		ctx := metadata.AppendToOutgoingContext(t.Context(), "x-request-id", "bad id "+secretValue, "x-other", secretValue)
		for _, d := range []*copydeskv1.Document{
			document, copydeskv1.Document_builder{Id: secretID, Text: new(strings.Repeat(secretText, 200))}.Build(),
			copydeskv1.Document_builder{Text: new(strings.Repeat(secretText, 300))}.Build(),
			copydeskv1.Document_builder{Raw: []byte(secretText), MediaType: "application/" + secretValue}.Build(),
			copydeskv1.Document_builder{Text: new(secretText), Language: secretValue + "!"}.Build(),
			copydeskv1.Document_builder{Html: new("<p>" + secretText), AlreadyClean: true}.Build(),
		} {
			_, err := c.Clean(ctx, copydeskv1.CleanRequest_builder{Document: d}.Build())
			note(err)
			_, err = c.Extract(ctx, copydeskv1.ExtractRequest_builder{Document: d}.Build())
			note(err)
			_, err = c.Score(ctx, copydeskv1.ScoreRequest_builder{Document: d, Options: copydeskv1.ScoreOptions_builder{Profiles: []string{"no-such"}}.Build()}.Build())
			note(err)
		}
		_, err := c.Process(ctx, copydeskv1.ProcessRequest_builder{Documents: []*copydeskv1.Document{document, document}}.Build())
		note(err)
		resp, err := c.Process(ctx, copydeskv1.ProcessRequest_builder{
			Documents: []*copydeskv1.Document{document}, Options: copydeskv1.ProcessOptions_builder{Clean: &copydeskv1.CleanOptions{}}.Build(),
		}.Build())
		note(err)
		*answers = append(*answers, resp.GetSummary().String())
		note(streamError(ctx, c))
		note(dial(t, r).Invoke(ctx, "/copydesk.v1.TextService/"+secretValue, &copydeskv1.CleanRequest{}, &copydeskv1.CleanResponse{}))
	}
}

// streamError sends items that fail, then breaks the stream.
func streamError(ctx context.Context, c copydeskv1.TextServiceClient) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	stream, err := c.ProcessStream(ctx)
	if err != nil {
		return err
	}
	_ = stream.Send(copydeskv1.ProcessStreamRequest_builder{Start: &copydeskv1.StreamStart{}}.Build())
	_ = stream.Send(chunk(2))
	_ = stream.Send(chunk(1))
	_ = stream.Send(&copydeskv1.ProcessStreamRequest{})
	for {
		if _, err := stream.Recv(); err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

// httpErrors makes calls on the HTTP port and collects the answers that are errors.
func httpErrors(t *testing.T, r *running, answers *[]string) {
	t.Helper()
	bodies := []string{
		`{"document":{"text":"` + secretText, secretText, `{"document":{"` + secretValue + `":1}}`,
		`{"document":{"text":"a"},"encoding_type":"` + secretValue + `"}`,
		`{"document":{"text":"a","publish_time":"` + secretValue + `"}}`,
		`{"document":{"raw":"!` + secretText + `"}}`, `{"document":{"text":"` + secretText + "\xff\"}}",
		`{"document":{"text":"` + strings.Repeat(secretText, 500) + `"}}`,
		`{"document":{"text":"` + secretText + `","url":"https://example.org/?q=` + secretQuery + `"}}`,
	}
	for _, path := range []string{
		"/v1/documents:clean", "/v1/documents:score?q=" + secretQuery, "/v1/description?features=" + secretQuery, "/" + secretValue,
		"/copydesk.v1.TextService/Clean", "/copydesk.v1.TextService/" + secretValue, "/copydesk.v1.TextService/Clean?x=" + secretQuery,
	} {
		for i, body := range bodies {
			header := map[string]string{
				"Authorization": "Bearer " + secretToken + []string{"-good", "-forged"}[i%2], "Cookie": secretValue, "X-Request-Id": "not an id " + secretValue,
			}
			if i%3 == 0 {
				header["Authorization"] = "Bearer " + secretToken + "-good"
			}
			code, _, answer := r.post(t, path, body, header)
			if code != http.StatusOK {
				*answers = append(*answers, answer)
			}
		}
	}
}
