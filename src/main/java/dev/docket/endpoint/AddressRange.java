package dev.docket.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses with the same first bits, of one family. */
record AddressRange(byte[] network, int bits) {
    /** Nothing that the look-up of names would be asked about. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /**
     * Reads {@code 10.0.0.0/8} or {@code fc00::/7}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static AddressRange of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? "" : text.substring(0, slash);
        String bits = text.substring(slash + 1);
        if (!LITERAL.matcher(address).matches() || !bits.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException(text);
        }
        try {
            byte[] network = InetAddress.getByName(address).getAddress();
            if (Integer.parseInt(bits) > network.length * 8) {
                throw new IllegalArgumentException(text);
            }
            return new AddressRange(network, Integer.parseInt(bits));
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    static List<AddressRange> all(String... ranges) {
        return Stream.of(ranges).map(AddressRange::of).toList();
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int mask = 0xff00 >> bits % 8 & 0xff;
        return whole == network.length || (address[whole] & mask) == (network[whole] & mask);
    }

    boolean isWithin(AddressRange other) {
        return bits >= other.bits && other.contains(network);
    }
}
