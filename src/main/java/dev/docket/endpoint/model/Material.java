package dev.docket.endpoint.model;

import dev.docket.endpoint.document.Document;
import dev.docket.endpoint.document.Picture;
import dev.docket.endpoint.document.WorkStopped;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.TextContent;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What the model is shown of the documents of a request.
 *
 * @param document the first of them
 * @param texts the text of each page; empty when nothing could be read but pictures
 * @param pictures of the first pages
 * @param pages how many pages there are
 */
record Material(Document document, List<String> texts, List<Picture> pictures, int pages) {
    /** Only so many pages from the start. */
    Material first(int most) {
        return new Material(
                document,
                texts.subList(0, Math.min(most, texts.size())),
                pictures.subList(0, Math.min(most, pictures.size())),
                pages);
    }

    /** As the contents of a message: each page's text under its number, then the pictures in order. */
    List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        if (!texts.isEmpty()) {
            StringBuilder text = new StringBuilder("The document \"" + document.filename() + "\", page by page.\n");
            for (int page = 0; page < texts.size(); page++) {
                text.append("\n<page number=\"").append(page + 1).append("\">\n");
                text.append(texts.get(page)).append("\n</page>\n");
            }
            contents.add(TextContent.from(text.toString()));
        } else {
            contents.add(TextContent.from("The document \"" + document.filename() + "\", as pictures of its pages."));
        }
        for (Picture picture : pictures) {
            contents.add(content(picture));
        }
        return contents;
    }

    static Content content(Picture picture) {
        WorkStopped.check();
        return ImageContent.from(Base64.getEncoder().encodeToString(picture.bytes()), picture.mimeType());
    }
}
