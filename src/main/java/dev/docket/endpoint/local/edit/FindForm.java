package dev.docket.endpoint.local.edit;

import dev.docket.endpoint.document.DocumentRefused;
import dev.docket.endpoint.document.PdfForm;
import dev.docket.job.ErrorCode;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Finds the places of a PDF that can be filled in: the fields of its own form, or else what is drawn on its pages. */
final class FindForm {
    private FindForm() {}

    static List<Spot> in(PdfForm form, int most) throws IOException {
        refuseProtected(form);
        PDAcroForm fields = fields(form);
        if (fields != null) {
            if (fields.hasXFA() && fields.getFields().isEmpty()) {
                throw new DocumentRefused(
                        ErrorCode.DOCUMENT_TYPE_UNSUPPORTED,
                        "The PDF is an XFA form, which only its maker's own programs show; save it as a plain PDF form.");
            }
            List<Spot> spots = FindWidgets.in(form, fields, most);
            if (!spots.isEmpty()) {
                return spots;
            }
        }
        if (form.pages().stream().allMatch(page -> page.page().isBlank())) {
            throw new DocumentRefused(
                    ErrorCode.DOCUMENT_HAS_NO_TEXT_LAYER,
                    "The PDF has neither form fields nor text that tells what is to be filled in; scanned forms are"
                            + " not read.");
        }
        return NameSpots.name(FindDrawn.in(form, most));
    }

    /** Without the repairs that PDFBox would do first, as they search the whole file; null when there is no form. */
    static PDAcroForm fields(PdfForm form) {
        return form.pdf().getDocumentCatalog().getAcroForm(null);
    }

    static void refuseProtected(PdfForm form) {
        if (form.pdf().isEncrypted() && !form.pdf().getCurrentAccessPermission().canModify()) {
            throw new DocumentRefused(
                    ErrorCode.DOCUMENT_ENCRYPTED,
                    "The PDF is protected against changes. Remove the protection and send it again.");
        }
    }
}
