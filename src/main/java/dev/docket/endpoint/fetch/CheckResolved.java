package dev.docket.endpoint.fetch;

import dev.docket.endpoint.Answer;
import dev.docket.endpoint.CheckedRequest;
import dev.docket.endpoint.Endpoint;
import dev.docket.endpoint.RemoteDocument;
import dev.docket.endpoint.RequestCheck;
import dev.docket.job.Payload;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a request again as it is now, with data URLs of the types that came. No check looks behind the comma of a data
 * URL, so one byte stands for each document, and none of them has to be read back.
 */
final class CheckResolved {
    private final RequestCheck check;
    private final Endpoint endpoint;
    private final Payload request;
    private final List<RemoteDocument> documents;

    CheckResolved(RequestCheck check, Endpoint endpoint, Payload request, List<RemoteDocument> documents) {
        this.check = check;
        this.endpoint = endpoint;
        this.request = request;
        this.documents = documents;
    }

    /**
     * What is wrong with it; empty when nothing is.
     *
     * @param types the types of the documents, in their order
     */
    Uni<Optional<Answer>> fault(List<String> types) {
        return Uni.createFrom()
                .item(() -> fault(check.check(endpoint, resolved(types))))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Optional<Answer> fault(CheckedRequest checked) {
        return checked.faults().isEmpty() && checked.remote().isEmpty()
                ? Optional.empty()
                : Optional.of(new Answer.Failed(checked.error()));
    }

    private Payload resolved(List<String> types) {
        List<ByteBuffer> pieces = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < documents.size(); i++) {
            pieces.addAll(request.slice(at, documents.get(i).from()).segments());
            String url = "\"data:" + types.get(i) + ";base64,AA==\"";
            pieces.add(ByteBuffer.wrap(url.getBytes(StandardCharsets.ISO_8859_1)));
            at = documents.get(i).to();
        }
        pieces.addAll(request.slice(at, request.length()).segments());
        return new Payload(pieces);
    }
}
