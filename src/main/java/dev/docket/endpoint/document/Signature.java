package dev.docket.endpoint.document;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file say it is. */
enum Signature {
    PDF,
    ZIP,
    OLE2,
    RTF,
    IMAGE,
    AUDIO,
    /** Characters, as far as can be told. */
    TEXT,
    /** None of the above. */
    BINARY;

    private static final int HEAD = 4096;

    static Signature of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6")) {
            return ZIP;
        }
        if (head.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return OLE2;
        }
        if (head.startsWith("{\\rtf")) {
            return RTF;
        }
        if (isImage(head)) {
            return IMAGE;
        }
        if (isAudio(head)) {
            return AUDIO;
        }
        // Readers accept up to a kilobyte of anything before a PDF's header.
        if (head.substring(0, Math.min(1024, head.length())).contains("%PDF-")) {
            return PDF;
        }
        return isText(head) ? TEXT : BINARY;
    }

    private static boolean isImage(String head) {
        return head.startsWith("\u0089PNG\r\n")
                || head.startsWith("\u00ff\u00d8\u00ff")
                || head.startsWith("GIF8")
                || head.startsWith("II*\0")
                || head.startsWith("MM\0*")
                || head.startsWith("BM") && head.length() > 26 && head.startsWith("\0\0\0\0", 6)
                || head.startsWith("RIFF") && head.startsWith("WEBP", 8)
                || isBrand(head, "heic", "heix", "hevc", "mif1", "msf1", "avif");
    }

    private static boolean isAudio(String head) {
        return head.startsWith("ID3")
                || head.startsWith("OggS")
                || head.startsWith("fLaC")
                || head.startsWith("\u001a\u0045\u00df\u00a3")
                || head.startsWith("RIFF") && head.startsWith("WAVE", 8)
                || head.startsWith("ftyp", 4)
                || head.length() > 1 && head.charAt(0) == 0xff && (head.charAt(1) & 0xe6) == 0xe2;
    }

    private static boolean isBrand(String head, String... brands) {
        for (String brand : brands) {
            if (head.startsWith("ftyp" + brand, 4)) {
                return true;
            }
        }
        return false;
    }

    /** UTF-16 is told by its mark; without one, text has no control characters but those of layout. */
    private static boolean isText(String head) {
        if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
            return true;
        }
        return head.chars().allMatch(c -> c >= ' ' || c >= '\b' && c <= '\r' || c == 0x1b || c == 0x1a);
    }
}
