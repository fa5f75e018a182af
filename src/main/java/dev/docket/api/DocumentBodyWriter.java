package dev.docket.api;

import dev.docket.store.Bodies;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Lets a resource return a {@link Document} as its entity. */
@Provider
public final class DocumentBodyWriter implements ServerMessageBodyWriter<Document> {
    /** Looked up late: writers are made while the application is built, when there is no database client yet. */
    private final Instance<Bodies> bodies;

    @Inject
    DocumentBodyWriter(Instance<Bodies> bodies) {
        this.bodies = bodies;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Document.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Document.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Document document, Type generic, ServerRequestContext call) {
        ResteasyReactiveRequestContext suspended = (ResteasyReactiveRequestContext) call;
        suspended.suspend();
        DocumentSender sender = new DocumentSender(suspended, Vertx.currentContext());
        document.pieces(bodies.get()).subscribe().withSubscriber(sender);
    }

    @Override
    public void writeTo(
            Document document,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream target) {
        throw new UnsupportedOperationException("documents are streamed; they cannot pass a writer interceptor");
    }
}
