package dev.docket.endpoint;

import dev.docket.job.Payload;
import java.util.List;

/** Puts documents in place of their URLs. */
public interface ResolveDocuments {
    /**
     * Starts to fetch the documents of a request, in the order in which their URLs stand in it. The body of the answer
     * is the request with data URLs in their place and not a byte changed besides; it goes to the sink as it comes in.
     */
    Work start(Endpoint endpoint, Payload request, List<RemoteDocument> documents, AnswerSink sink);
}
