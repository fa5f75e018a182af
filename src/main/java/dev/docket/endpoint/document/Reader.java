package dev.docket.endpoint.document;

import java.io.IOException;
import java.util.List;

/** Reads the pages of one family of file formats. Keeps no state between documents. */
interface Reader {
    /**
     * @throws DocumentRefused when the document is of the right type but encrypted or over a limit
     * @throws IOException when it is damaged; a library's unchecked exceptions are taken for the same
     */
    List<Page> read(Document document, Allowance allowance) throws IOException;
}
