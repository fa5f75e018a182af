package dev.docket.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The file types that a list can be narrowed to. One client repeats the parameter, another joins with commas. */
final class DocumentTypes {
    private static final Set<String> KNOWN =
            Set.of(("bmp csv doc docm docx dotm dotx eml gif heic heif htm html jpeg jpg json md mhtml msg odp ods odt"
                + " ots ott pdf png ppt pptx rtf svg tif tiff tsv txt webp xlam xls xlsb xlsm xlsx xltm xltx xml yaml"
                + " yml")
                    .split(" "));

    private DocumentTypes() {}

    static List<String> read(QueryParameters parameters) {
        List<String> types = new ArrayList<>();
        for (String type : parameters.all("document_type").stream()
                .flatMap(DocumentTypes::split)
                .distinct()
                .toList()) {
            if (KNOWN.contains(type)) {
                types.add(type);
            } else {
                parameters.fault("document_type", "a file type such as pdf or docx", Shown.text(type));
            }
        }
        return List.copyOf(types);
    }

    private static Stream<String> split(String value) {
        return Stream.of(value.split(",", -1)).map(part -> part.trim().toLowerCase(Locale.ROOT));
    }
}
