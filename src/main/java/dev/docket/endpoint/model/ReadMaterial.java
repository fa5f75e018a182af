package dev.docket.endpoint.model;

import dev.docket.endpoint.document.Document;
import dev.docket.endpoint.document.DocumentLimits;
import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.Page;
import dev.docket.endpoint.document.Picture;
import dev.docket.endpoint.document.PictureDocument;
import dev.docket.endpoint.document.Pictures;
import dev.docket.endpoint.document.ReadAnyDocument;
import dev.docket.endpoint.document.ReadDocument;
import dev.docket.endpoint.document.SentDocument;
import dev.docket.endpoint.document.WorkStopped;
import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Reads what a model is shown. Runs wait for their models most of the time; few of them read at once. */
final class ReadMaterial {
    private final ReadAnyDocument reading;
    private final ReadAnyDocument textAlone;
    private final PictureDocument picturing;
    private final ModelConfig config;
    private final Semaphore readers = new Semaphore(Runtime.getRuntime().availableProcessors());

    ReadMaterial(DocumentLimits limits, ModelConfig config) {
        reading = new ReadAnyDocument(limits);
        textAlone = ReadAnyDocument.withoutOcr(limits);
        picturing = new PictureDocument(limits);
        this.config = config;
    }

    /**
     * Reads documents as one: their pages follow each other.
     *
     * @param dpi of the pictures, where there are any
     */
    Material read(List<SentDocument> documents, int dpi) throws IOException {
        acquire();
        try {
            Document first = null;
            List<String> texts = new ArrayList<>();
            List<Picture> pictures = new ArrayList<>();
            int pages = 0;
            for (SentDocument sent : documents) {
                Material one = one(sent, dpi, config.maxImages() - pictures.size());
                first = first == null ? one.document() : first;
                pictures.addAll(one.pictures());
                pages += one.pages();
                texts.addAll(one.texts());
                bound(texts);
            }
            return new Material(first, List.copyOf(texts), List.copyOf(pictures), pages);
        } finally {
            readers.release();
        }
    }

    private Material one(SentDocument sent, int dpi, int mostPictures) throws IOException {
        if (!config.images()) {
            return text(sent, reading, List.of());
        }
        Pictures pictures = picturing.picture(sent, dpi, Math.max(0, mostPictures));
        if (!pictures.isWhole()) {
            // Pages that are not shown have to be read, scanned ones too.
            return text(sent, reading, pictures.pictures());
        }
        try {
            return text(sent, textAlone, pictures.pictures());
        } catch (DocumentRefused refused) {
            if (!refused.error().code().equals(ErrorCode.DOCUMENT_HAS_NO_TEXT_LAYER.wire())) {
                throw refused;
            }
            return new Material(pictures.document(), List.of(), pictures.pictures(), pictures.pages());
        }
    }

    private static Material text(SentDocument sent, ReadAnyDocument reading, List<Picture> pictures)
            throws IOException {
        ReadDocument read = reading.read(sent);
        List<String> texts = read.pages().stream().map(Page::text).toList();
        return new Material(read.document(), texts, pictures, texts.size());
    }

    private void bound(List<String> texts) {
        long characters = texts.stream().mapToLong(String::length).sum();
        if (characters > config.maxText()) {
            throw DocumentRefused.tooLarge("characters of text for a model", config.maxText());
        }
    }

    private void acquire() {
        try {
            readers.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            WorkStopped.check();
        }
    }
}
