package dev.docket.endpoint.local;

/** Which reader reads which type. */
final class Readers {
    private Readers() {}

    static Reader of(DocumentType type) {
        return switch (type) {
            case PDF -> new PdfReader();
            default -> throw new IllegalArgumentException(type + " has no reader");
        };
    }
}
