package dev.docket.endpoint.local.extract;

/** What a code looks like: every run of digits and of letters by one sign, all else as it is. */
final class Shape {
    private Shape() {}

    static String of(String text) {
        StringBuilder shape = new StringBuilder();
        for (int at = 0; at < text.length() && shape.length() < 60; at++) {
            char c = text.charAt(at);
            char sign = Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'A' : c;
            if (shape.isEmpty() || sign != shape.charAt(shape.length() - 1) || sign != '9' && sign != 'A') {
                shape.append(sign);
            }
        }
        return shape.toString();
    }
}
