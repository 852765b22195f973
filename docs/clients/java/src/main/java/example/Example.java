package example;

import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import copydesk.v1.Clean.CleanFeature;
import copydesk.v1.Clean.CleanOptions;
import copydesk.v1.Clean.CleanResult;
import copydesk.v1.Clean.Segment;
import copydesk.v1.DocumentOuterClass.Document;
import copydesk.v1.Extract.DateMention;
import copydesk.v1.Extract.ExtractFeature;
import copydesk.v1.Extract.ExtractOptions;
import copydesk.v1.Process.ProcessOptions;
import copydesk.v1.Process.StreamChunk;
import copydesk.v1.Process.StreamItem;
import copydesk.v1.Process.StreamStart;
import copydesk.v1.SpanOuterClass.EncodingType;
import copydesk.v1.TextServiceGrpc;
import copydesk.v1.TextServiceOuterClass.CleanRequest;
import copydesk.v1.TextServiceOuterClass.ExtractRequest;
import copydesk.v1.TextServiceOuterClass.ProcessStreamRequest;
import copydesk.v1.TextServiceOuterClass.ProcessStreamResponse;

/** Calls Copydesk from Java: one document, a stream, errors and offsets. Its argument is HOST:PORT. */
public final class Example {
    private static final String SOURCE =
        "😀 The mayor of Saltmarsh,\n\nRuth Adeyemi,\n\nsaid “the lampâ€\u009d itâ€™s about would be lit again on 3 May 2021.";

    public static void main(String[] args) throws Exception {
        ManagedChannel channel = Grpc.newChannelBuilder(args[0], InsecureChannelCredentials.create()).build();
        try {
            System.out.println("clean: " + clean(TextServiceGrpc.newBlockingStub(channel)));
            System.out.println("extract: " + extract(TextServiceGrpc.newBlockingStub(channel)));
            System.out.println("error: " + error(TextServiceGrpc.newBlockingStub(channel)));
            System.out.println("stream: " + stream(TextServiceGrpc.newStub(channel), 300) + " results");
        } finally {
            channel.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    /** Offsets count UTF-16 code units, as Java indexes strings, so the segments replay. */
    private static String clean(TextServiceGrpc.TextServiceBlockingStub stub) {
        CleanResult result = stub.withDeadlineAfter(30, TimeUnit.SECONDS).clean(CleanRequest.newBuilder()
            .setDocument(Document.newBuilder().setText(SOURCE))
            .setOptions(CleanOptions.newBuilder().addFeatures(CleanFeature.CLEAN_FEATURE_SEGMENTS))
            .setEncodingType(EncodingType.ENCODING_TYPE_UTF16)
            .build()).getClean();
        StringBuilder replayed = new StringBuilder();
        for (Segment s : result.getSegmentsList()) {
            replayed.append(s.getRule().isEmpty() ? SOURCE.substring(s.getSource().getStart(), s.getSource().getEnd()) : s.getText());
        }
        check(replayed.toString().equals(result.getText()) && !result.getText().equals(SOURCE), replayed.toString());
        return result.getText();
    }

    private static String extract(TextServiceGrpc.TextServiceBlockingStub stub) {
        DateMention date = stub.withDeadlineAfter(30, TimeUnit.SECONDS).extract(ExtractRequest.newBuilder()
            .setDocument(Document.newBuilder().setText(SOURCE))
            .setEncodingType(EncodingType.ENCODING_TYPE_UTF16)
            .build()).getExtract().getDates(0);
        check(SOURCE.substring(date.getSpan().getSource().getStart(), date.getSpan().getSource().getEnd()).equals(date.getText()), date.getText());
        return date.getValue();
    }

    /** An error has a reason that programs can act upon, and says what is at fault. */
    private static String error(TextServiceGrpc.TextServiceBlockingStub stub) throws Exception {
        try {
            stub.withDeadlineAfter(30, TimeUnit.SECONDS).extract(ExtractRequest.newBuilder()
                .setDocument(Document.newBuilder().setText("x"))
                .setOptions(ExtractOptions.newBuilder().addFeatures(ExtractFeature.EXTRACT_FEATURE_KEYPHRASES))
                .build());
        } catch (StatusRuntimeException e) {
            Status status = StatusProto.fromThrowable(e);
            ErrorInfo info = status.getDetails(0).unpack(ErrorInfo.class);
            check(info.getReason().equals("FEATURE_UNAVAILABLE"), info.getReason());
            return info.getReason() + " " + info.getMetadataOrThrow("feature");
        }
        throw new AssertionError("a feature that does not exist was answered");
    }

    /** The first message is a start, all others are chunks; exactly one result answers each item. */
    private static int stream(TextServiceGrpc.TextServiceStub stub, int n) throws InterruptedException {
        List<Integer> answered = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        StreamObserver<ProcessStreamRequest> requests = stub.processStream(new StreamObserver<>() {
            @Override public void onNext(ProcessStreamResponse r) {
                r.getResults().getResultsList().forEach(result -> answered.add(result.getSequence()));
            }
            @Override public void onError(Throwable t) { failures.add(t); done.countDown(); }
            @Override public void onCompleted() { done.countDown(); }
        });
        requests.onNext(ProcessStreamRequest.newBuilder().setStart(StreamStart.newBuilder()
            .setOptions(ProcessOptions.newBuilder().setClean(CleanOptions.getDefaultInstance()))).build());
        for (int i = 1; i <= n; i++) {
            Document document = Document.newBuilder().setId("doc-" + i).setText("The boat left the quay at dawn.").build();
            requests.onNext(ProcessStreamRequest.newBuilder().setChunk(StreamChunk.newBuilder()
                .addItems(StreamItem.newBuilder().setSequence(i).setDocument(document))).build());
        }
        requests.onCompleted();
        check(done.await(60, TimeUnit.SECONDS) && failures.isEmpty(), failures.toString());
        for (int i = 0; i < n; i++) {
            check(answered.get(i) == i + 1, "out of order: " + answered);
        }
        return answered.size();
    }

    private static void check(boolean ok, String found) {
        if (!ok) {
            throw new AssertionError(found);
        }
    }
}
