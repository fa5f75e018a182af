package dev.docket.api;

import dev.docket.endpoint.DocumentTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The file types that a list can be narrowed to. One client repeats the parameter, another joins with commas. */
final class DocumentTypeFilter {
    private DocumentTypeFilter() {}

    static List<String> read(QueryParameters parameters) {
        List<String> types = new ArrayList<>();
        for (String type : parameters.all("document_type").stream()
                .flatMap(DocumentTypeFilter::split)
                .distinct()
                .toList()) {
            if (DocumentTypes.all().contains(type)) {
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
