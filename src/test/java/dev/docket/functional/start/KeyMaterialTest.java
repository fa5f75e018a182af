package dev.docket.functional.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.tenant.KeyMaterial;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaterialTest {
    @Test
    void a_fresh_key_has_the_prefix_and_43_characters_of_randomness() {
        assertThat(KeyMaterial.fresh().text()).matches("sk_docket_[A-Za-z0-9_-]{43}");
        assertThat(KeyMaterial.fresh()).isNotEqualTo(KeyMaterial.fresh());
    }

    @Test
    void printing_a_key_shows_its_hint_only() {
        KeyMaterial key = new KeyMaterial("sk_docket_abcdefghijklmnop");

        assertThat(key).hasToString("sk_docket_abcd…");
        assertThat(new KeyMaterial("an-operators-own-key")).hasToString("an-o…");
    }

    @Test
    void the_hash_is_the_sha_256_of_the_whole_key() {
        assertThat(HexFormat.of().formatHex(new KeyMaterial("abc").hash()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen-chars-x", "sixteen chars xx", "tab\tin-a-long-key", "kéy-with-an-accent"})
    void a_key_that_is_short_or_holds_white_space_is_not_acceptable(String text) {
        assertThat(KeyMaterial.isAcceptable(text)).isFalse();
    }

    @Test
    void a_key_of_sixteen_printable_characters_is_acceptable() {
        assertThat(KeyMaterial.isAcceptable("sixteen-chars-xx")).isTrue();
    }
}
