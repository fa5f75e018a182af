package dev.docket.endpoint.document;

import dev.docket.endpoint.ocr.OcrConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one document may take to be read. A document over a limit fails its job with a code that says so. */
@ConfigMapping(prefix = "docket.local")
public interface DocumentLimits {
    /** Bytes of a document after its base64 is decoded. Default 32 MiB; over it: {@code document_too_large}. */
    @WithDefault("32M")
    MemorySize maxDocument();

    /** Pages (slides, sheets) of a document. Default 2000; over it: {@code document_too_large}. */
    @WithDefault("2000")
    int maxPages();

    /**
     * Characters of text that may come out of a document, markup of tables included. Default 16 Mi; over it:
     * {@code document_too_large}.
     */
    @WithDefault("16M")
    MemorySize maxText();

    /**
     * Bytes that all parts of a packed document (Office, OpenDocument) or one stream of a PDF may unpack to; a stream
     * never to more than an eighth of the heap. Default 256 MiB; over it: {@code document_too_large}.
     */
    @WithDefault("256M")
    MemorySize maxUnpacked();

    /**
     * Bytes out for a byte in, of one part of a packed document, judged from its second megabyte on. Default 200; over
     * it: {@code document_too_large}.
     */
    @WithDefault("200")
    int maxRatio();

    /** Cells of all tables of a document. Default 2 000 000; over it: {@code document_too_large}. */
    @WithDefault("2000000")
    int maxCells();

    /** How text is read from pictures. */
    OcrConfig ocr();

    /** Depth to which mails within mails, tables within tables and markup are followed. Default 100. */
    @WithDefault("100")
    int maxDepth();
}
