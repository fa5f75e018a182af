package dev.docket.hostile;

/** Document types of XML whose entity {@code z} is a bomb or a theft. */
final class Entities {
    private Entities() {}

    /** Ten to the ninth laughs of three letters. */
    static String laughing(String root) {
        StringBuilder type = new StringBuilder("<!DOCTYPE " + root + " [<!ENTITY a0 \"ha!\">\n");
        for (int level = 1; level <= 9; level++) {
            type.append("<!ENTITY a" + level + " \"" + ("&a" + (level - 1) + ";").repeat(10) + "\">\n");
        }
        return type.append("<!ENTITY z \"&a9;\">]>\n").toString();
    }

    /** The content of what stands at the address. */
    static String outside(String root, String address) {
        return "<!DOCTYPE " + root + " SYSTEM \"" + address + "\" [<!ENTITY % p SYSTEM \"" + address
                + "\"> %p; <!ENTITY z SYSTEM \"" + address + "\">]>\n";
    }
}
