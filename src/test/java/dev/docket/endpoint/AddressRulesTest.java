package dev.docket.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a client's URL may lead to. */
class AddressRulesTest {
    private final AddressRules none = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00::1",
                "3ffe:ffff::1",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void public_addresses_are_allowed(String address) throws UnknownHostException {
        assertThat(none.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "64:ff9b::a00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00::1",
                "fd00:ec2::254",
                "fdff:ffff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1"
            })
    void addresses_that_are_not_public_are_not(String address) throws UnknownHostException {
        assertThat(none.allows(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void an_ipv4_address_in_the_form_of_an_ipv6_one_is_judged_as_what_it_is() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};

        assertThat(none.allows(Inet6Address.getByAddress(null, mapped, -1))).isFalse();
    }

    @Test
    void a_private_range_that_was_named_is_allowed_and_no_other() throws UnknownHostException {
        AddressRules rules = new AddressRules(AddressRange.all("10.20.0.0/16", "127.0.0.1/32", "fd12::/16"));

        assertThat(List.of("10.20.0.1", "10.20.255.255", "127.0.0.1", "fd12::5", "64:ff9b::a14:1"))
                .allSatisfy(address ->
                        assertThat(rules.allows(InetAddress.getByName(address))).isTrue());
        assertThat(List.of("10.19.255.255", "10.21.0.0", "127.0.0.2", "::1", "fd13::5"))
                .allSatisfy(address ->
                        assertThat(rules.allows(InetAddress.getByName(address))).isFalse());
    }

    @Test
    void metadata_addresses_inside_of_a_range_that_was_named_stay_refused() throws UnknownHostException {
        AddressRules rules = new AddressRules(AddressRange.all("fc00::/7", "100.64.0.0/10"));

        assertThat(rules.allows(InetAddress.getByName("100.64.0.1"))).isTrue();
        assertThat(rules.allows(InetAddress.getByName("100.100.100.200"))).isFalse();
        assertThat(rules.allows(InetAddress.getByName("fd00::1"))).isTrue();
        assertThat(rules.allows(InetAddress.getByName("fd00:ec2::254"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.0.0.0", "10.0.0.0/33", "10.0.0.0/x", "::/129", "host.example/8", "1.2.3/8", "999.0.0.0/8"
            })
    void what_is_no_range_is_told(String text) {
        assertThatThrownBy(() -> AddressRange.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_private_ranges_count_as_private() {
        assertThat(AddressRange.all("10.0.0.0/8", "10.1.0.0/16", "127.0.0.1/32", "fd00::/8"))
                .allMatch(AddressRules::isPrivate);
        assertThat(AddressRange.all("0.0.0.0/0", "9.0.0.0/7", "169.254.0.0/16", "8.8.8.8/32", "fe80::/10", "::/0"))
                .noneMatch(AddressRules::isPrivate);
    }
}
