package dev.docket.endpoint;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses may be connected to for a client's URL: public ones, and of the private ones those that the operator
 * named. An IPv6 address that stands for an IPv4 one is judged as that one.
 */
final class AddressRules {
    /** Nobody's documents are there, whatever is configured: this net, link-local, metadata, tests, multicast. */
    private static final List<AddressRange> NEVER = AddressRange.all(
            "0.0.0.0/8",
            "100.100.100.200/32",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "fd00:ec2::254/128",
            "fd20:ce::254/128");

    private static final List<AddressRange> PRIVATE = AddressRange.all(
            "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7");

    /** All of IPv6 that is given out for use in public; what is outside of it is private, or of no use here. */
    private static final AddressRange GLOBAL = AddressRange.of("2000::/3");

    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");
    private static final AddressRange SIX_TO_FOUR = AddressRange.of("2002::/16");

    /** Written as bytes: the JDK reads such an address as the IPv4 one at once. */
    private static final AddressRange MAPPED =
            new AddressRange(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96);

    private final List<AddressRange> allowed;

    /** @param allowed private ranges that may be connected to */
    AddressRules(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Whether a range lies wholly among the private addresses, which alone can be allowed. */
    static boolean isPrivate(AddressRange range) {
        return PRIVATE.stream().anyMatch(range::isWithin);
    }

    boolean allows(InetAddress address) {
        byte[] bytes = meant(address.getAddress());
        if (in(NEVER, bytes)) {
            return false;
        }
        if (in(PRIVATE, bytes)) {
            return in(allowed, bytes);
        }
        return bytes.length == 4 || GLOBAL.contains(bytes);
    }

    private static byte[] meant(byte[] address) {
        if (MAPPED.contains(address) || NAT64.contains(address)) {
            return Arrays.copyOfRange(address, 12, 16);
        }
        return SIX_TO_FOUR.contains(address) ? Arrays.copyOfRange(address, 2, 6) : address;
    }

    private static boolean in(List<AddressRange> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
