// Calls Copydesk from TypeScript: one document, a batch, a stream, errors and offsets.
//
//     tsx example.ts HOST:PORT-OF-GRPC HOST:PORT-OF-HTTP
import assert from "node:assert/strict";
import { create } from "@bufbuild/protobuf";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport } from "@connectrpc/connect-node";

import { CleanFeature } from "./gen/copydesk/v1/clean_pb.js";
import { ExtractFeature } from "./gen/copydesk/v1/extract_pb.js";
import { EncodingType } from "./gen/copydesk/v1/span_pb.js";
import { ProcessStreamRequestSchema, TextService } from "./gen/copydesk/v1/text_service_pb.js";
import { ErrorInfoSchema } from "./gen/google/rpc/error_details_pb.js";

const source = "😀 The mayor of Saltmarsh,\n\nRuth Adeyemi,\n\nsaid “the lampâ€\x9d itâ€™s about would be lit again on 3 May 2021.";

const [grpcAddress, httpAddress] = process.argv.slice(2);
const clients = {
  grpc: createClient(TextService, createGrpcTransport({ baseUrl: `http://${grpcAddress}` })),
  connect: createClient(TextService, createConnectTransport({ baseUrl: `http://${httpAddress}`, httpVersion: "2" })),
};

for (const [protocol, client] of Object.entries(clients)) {
  // Offsets count UTF-16 code units, as JavaScript indexes strings, so the segments replay.
  const { clean } = await client.clean({
    document: { content: { case: "text", value: source } },
    options: { features: [CleanFeature.SEGMENTS] },
    encodingType: EncodingType.UTF16,
  });
  const replayed = clean!.segments
    .map((s) => (s.rule ? s.text : source.slice(s.source!.start, s.source!.end)))
    .join("");
  assert.equal(replayed, clean!.text);
  assert.notEqual(replayed, source);

  const { extract } = await client.extract({
    document: { content: { case: "text", value: source } },
    encodingType: EncodingType.UTF16,
  });
  const { span, text } = extract!.dates[0];
  assert.equal(source.slice(span!.source!.start, span!.source!.end), text);

  // An error has a reason that programs can act upon, and says what is at fault.
  try {
    await client.extract({
      document: { content: { case: "text", value: "x" } },
      options: { features: [ExtractFeature.KEYPHRASES] },
    });
    assert.fail("a feature that does not exist was answered");
  } catch (e) {
    const error = ConnectError.from(e);
    const [info] = error.findDetails(ErrorInfoSchema);
    assert.equal(error.code, Code.Unimplemented);
    assert.equal(info.reason, "FEATURE_UNAVAILABLE");
    assert.equal(info.metadata["feature"], "EXTRACT_FEATURE_KEYPHRASES");
  }

  // The first message is a start, all others are chunks; exactly one result answers each item.
  const answered: number[] = [];
  for await (const response of client.processStream(requests(300))) {
    if (response.frame.case === "results") {
      answered.push(...response.frame.value.results.map((r) => r.sequence));
    } else {
      assert.equal(response.frame.value!.succeeded, 300);
    }
  }
  assert.deepEqual(answered, Array.from({ length: 300 }, (_, i) => i + 1));
  console.log(`${protocol}: ${clean!.text.length} UTF-16 units, date ${extract!.dates[0].value}, ${answered.length} streamed`);
}

async function* requests(n: number) {
  yield create(ProcessStreamRequestSchema, { frame: { case: "start", value: { options: { clean: {} } } } });
  for (let sequence = 1; sequence <= n; sequence++) {
    const document = { id: `doc-${sequence}`, content: { case: "text" as const, value: "The boat left the quay at dawn." } };
    yield create(ProcessStreamRequestSchema, { frame: { case: "chunk", value: { items: [{ sequence, document }] } } });
  }
}
