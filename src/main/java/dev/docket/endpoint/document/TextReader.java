package dev.docket.endpoint.document;

import java.util.List;

/** Reads plain text of any kind as it stands; a form feed ends a page. */
final class TextReader implements Reader {
    @Override
    public List<Page> read(Document document, Allowance allowance) {
        PageBuilder pages = new PageBuilder(allowance);
        String text = DecodeText.decode(document.bytes());
        int start = 0;
        for (int feed = text.indexOf('\f'); feed >= 0; feed = text.indexOf('\f', start)) {
            pages.text(text.substring(start, feed));
            pages.endPage();
            start = feed + 1;
        }
        if (start < text.length()) {
            pages.text(text.substring(start));
        }
        return pages.pages();
    }
}
