package client_test

import (
	"context"
	"fmt"
	"iter"
	"log"

	"github.com/copydesk/copydesk/client"
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// One document, one call. The deadline is the client's default of 30 seconds.
func ExampleClient_clean() {
	c, err := client.New("localhost:50051")
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	resp, err := c.Clean(context.Background(), copydeskv1.CleanRequest_builder{
		Document: copydeskv1.Document_builder{Html: new("<p>Tea &amp; cake.")}.Build(),
	}.Build())
	if err != nil {
		log.Fatal(client.Reason(err), err)
	}
	fmt.Println(resp.GetClean().GetText())
}

// A batch of any length. A document's own error is in its result; the loop's error ends the stream.
func ExampleClient_Stream() {
	c, err := client.New("dns:///copydesk:50051", client.WithInsecure())
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	var documents iter.Seq[client.Item] // read from wherever they are
	options := copydeskv1.ProcessOptions_builder{Clean: new(copydeskv1.CleanOptions), Score: new(copydeskv1.ScoreOptions)}.Build()
	for r, err := range c.Stream(context.Background(), options, documents) {
		switch {
		case err != nil:
			log.Fatal(err)
		case r.GetError() != nil:
			log.Printf("%s: %s", r.GetId(), r.GetError().GetMessage())
		default:
			fmt.Println(r.GetId(), r.GetScore().GetProfiles())
		}
	}
}
