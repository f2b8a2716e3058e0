package io.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    /** Found by other code (Python's hashlib): each field as four bytes of length, big-endian, and its bytes; null as -1. */
    @Test
    void theFormIsPinned() {
        byte[] digest = Canonical.form("a/1")
                .text("Ä€")
                .text(null)
                .text("")
                .number(-42)
                .bytes(new byte[] {0, 1})
                .toBytes();
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("c86960641839f39cf6ba01c717c73f2d50faf4c28c3082bea3f10073a830726e");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            ab, c, a, bc
            a, '', '', a
            null, a, '', a
            a, null, a, ''
            null, null, '', ''
            '1', '2', '12', ''
            """)
    void wordsThatReadAlikeDiffer(String one, String two, String three, String four) {
        assertThat(digest(List.of(Optional.ofNullable(one), Optional.ofNullable(two))))
                .isNotEqualTo(digest(List.of(Optional.ofNullable(three), Optional.ofNullable(four))));
    }

    @Test
    void aFieldMoreIsAnotherDigest() {
        assertThat(digest(List.of(Optional.of("a")))).isNotEqualTo(digest(List.of(Optional.of("a"), Optional.empty())));
        assertThat(digest(List.of())).isNotEqualTo(digest(List.of(Optional.of(""))));
        assertThat(Canonical.form("a/1").toBytes())
                .isNotEqualTo(Canonical.form("a/2").toBytes());
    }

    private record Pair(List<Optional<String>> one, List<Optional<String>> other) {}

    /** Two sequences of fields have the same digest only if they are the same. Few letters, so that they nearly collide. */
    @Test
    void onlyTheSameFieldsHaveTheSameDigest() {
        Gen<Optional<String>> field =
                Gen.anyOf(Gen.strings("a\u0000é", 0, 3).map(Optional::of), Gen.always(Optional.<String>empty()));
        Gen<Pair> pairs = Gen.lists(field, 0, 3).with(Gen.lists(field, 0, 3), Pair::new);
        Property.forAll(pairs)
                .tries(2_000)
                .holds(pair -> assertThat(digest(pair.one()).equals(digest(pair.other())))
                        .isEqualTo(pair.one().equals(pair.other())));
    }

    /** The length of a field that moves to its neighbour betrays it. */
    @Test
    void cutsElsewhereDiffer() {
        Property.forAll(Gen.strings("ab", 2, 8)).holds(word -> {
            var digests = new ArrayList<String>();
            for (int cut = 0; cut <= word.length(); cut++) {
                digests.add(digest(List.of(Optional.of(word.substring(0, cut)), Optional.of(word.substring(cut)))));
            }
            assertThat(digests).doesNotHaveDuplicates();
        });
    }

    private static String digest(List<Optional<String>> fields) {
        var canonical = Canonical.form("test/1");
        fields.forEach(field -> canonical.text(field.orElse(null)));
        return HexFormat.of().formatHex(canonical.toBytes());
    }
}
