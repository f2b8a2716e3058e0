package io.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainTest {

    private static final UUID ID = UUID.fromString("0e3c8a52-1f0b-5f10-8f5e-3d6a0f9b2c11");
    private static final Journal ACCEPTED = new Journal(
            ID,
            "NL-BV",
            "invoice:1:accepted",
            "ACCEPTED",
            LocalDate.parse("2026-11-24"),
            "2026-001",
            null,
            LedgerPage.postings("2100 -121.00 EUR, 6100 121.00 EUR"));

    /** Found by other code (Python's hashlib over length-prefixed fields): whoever changes the form breaks sealed books. */
    @Test
    void formOneNeverChanges() {
        assertThat(HexFormat.of().formatHex(Chain.hash(1, Chain.ORIGIN, ACCEPTED)))
                .isEqualTo("b162dd39898a06d474f8c008417e209c8a720a97ff71ec6488c2b55b6bc03160");
        assertThat(HexFormat.of().formatHex(Chain.hash(1, Chain.ORIGIN, reversing())))
                .isEqualTo("500bd336a9e9b7711b9691f243edf6bffd4191f675c6e0a7d1db5285b066a642");
    }

    private static Journal reversing() {
        return new Journal(
                ID,
                ACCEPTED.entity(),
                ACCEPTED.eventKey(),
                ACCEPTED.kind(),
                ACCEPTED.businessDate(),
                ACCEPTED.reference(),
                UUID.fromString("11111111-1111-5111-8111-111111111111"),
                ACCEPTED.postings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NL-BX | invoice:1:accepted | ACCEPTED | 2026-11-24 | 2026-001 | 2100 -121.00 EUR, 6100 121.00 EUR
            NL-BV | invoice:2:accepted | ACCEPTED | 2026-11-24 | 2026-001 | 2100 -121.00 EUR, 6100 121.00 EUR
            NL-BV | invoice:1:accepted | REVERSAL | 2026-11-24 | 2026-001 | 2100 -121.00 EUR, 6100 121.00 EUR
            NL-BV | invoice:1:accepted | ACCEPTED | 2026-11-25 | 2026-001 | 2100 -121.00 EUR, 6100 121.00 EUR
            NL-BV | invoice:1:accepted | ACCEPTED | 2026-11-24 | 2026-002 | 2100 -121.00 EUR, 6100 121.00 EUR
            NL-BV | invoice:1:accepted | ACCEPTED | 2026-11-24 | 2026-001 | 2100 -121.01 EUR, 6100 121.01 EUR
            NL-BV | invoice:1:accepted | ACCEPTED | 2026-11-24 | 2026-001 | 2100 -121.00 USD, 6100 121.00 USD
            NL-BV | invoice:1:accepted | ACCEPTED | 2026-11-24 | 2026-001 | 2190 -121.00 EUR, 6100 121.00 EUR
            NL-BV | invoice:1:accepted | ACCEPTED | 2026-11-24 | 2026-001 | 6100 121.00 EUR, 2100 -121.00 EUR
            NL-BV | invoice:1:accepted | ACCEPTED | 2026-11-24 | 2026-001 | 2100 -121.00 EUR, 6100 120.00 EUR, 6100 1.00 EUR
            """)
    void anythingElseHasAnotherHash(
            String entity, String eventKey, String kind, LocalDate date, String reference, String page) {
        var changed = new Journal(ID, entity, eventKey, kind, date, reference, null, LedgerPage.postings(page));
        assertThat(Chain.hash(1, Chain.ORIGIN, changed)).isNotEqualTo(Chain.hash(1, Chain.ORIGIN, ACCEPTED));
    }

    @Test
    void idNumberAndPlaceCountToo() {
        byte[] hash = Chain.hash(1, Chain.ORIGIN, ACCEPTED);
        assertThat(Chain.hash(2, Chain.ORIGIN, ACCEPTED)).isNotEqualTo(hash);
        assertThat(Chain.hash(1, hash, ACCEPTED)).isNotEqualTo(hash);
        assertThat(Chain.hash(
                        1, Chain.ORIGIN, LedgerPage.journal("invoice:1:accepted", "2100 -121.00 EUR, 6100 121.00 EUR")))
                .isNotEqualTo(hash);
    }

    @Test
    void numbersBeginAtOneAndFollowAHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> Chain.hash(0, Chain.ORIGIN, ACCEPTED));
        assertThatIllegalArgumentException().isThrownBy(() -> Chain.hash(2, new byte[31], ACCEPTED));
    }

    /** What somebody does to a sealed ledger of 2 to 12 journals; only the head of the chain is known from outside. */
    private enum Tampering {
        CHANGE {
            @Override
            void on(List<Journal> journals, int at) {
                journals.set(at, LedgerPage.journal("changed", "2100 -0.01 EUR, 6100 0.01 EUR"));
            }
        },
        SWAP {
            @Override
            void on(List<Journal> journals, int at) {
                Collections.swap(journals, at, (at + 1) % journals.size());
            }
        },
        DROP {
            @Override
            void on(List<Journal> journals, int at) {
                journals.remove(at);
            }
        },
        INSERT {
            @Override
            void on(List<Journal> journals, int at) {
                journals.add(at, LedgerPage.journal("inserted", "2100 -0.01 EUR, 6100 0.01 EUR"));
            }
        },
        REPEAT {
            @Override
            void on(List<Journal> journals, int at) {
                journals.add(at, journals.get(at));
            }
        };

        abstract void on(List<Journal> journals, int at);
    }

    private record Attack(int length, int at, Tampering tampering) {}

    @Test
    void whoeverTampersMissesTheHead() {
        Gen<Attack> attacks = Gen.ints(2, 12)
                .flatMap(length -> Gen.ints(0, length - 1)
                        .with(Gen.oneOf(Tampering.values()), (at, tampering) -> new Attack(length, at, tampering)));
        Property.forAll(attacks).holds(attack -> {
            List<Journal> journals = journals(attack.length());
            List<String> honest = hashes(journals);
            attack.tampering().on(journals, attack.at());
            List<String> tampered = hashes(journals);
            assertThat(tampered.getLast()).isNotEqualTo(honest.getLast());
            assertThat(new HashSet<>(tampered)).hasSameSizeAs(tampered);
        });
    }

    private static List<Journal> journals(int length) {
        var journals = new ArrayList<Journal>();
        for (int i = 1; i <= length; i++) {
            journals.add(LedgerPage.journal("e" + i, "2100 -%d.00 EUR, 6100 %d.00 EUR".formatted(i, i)));
        }
        return journals;
    }

    private static List<String> hashes(List<Journal> journals) {
        var hashes = new ArrayList<String>();
        byte[] previous = Chain.ORIGIN;
        for (Journal journal : journals) {
            previous = Chain.hash(hashes.size() + 1, previous, journal);
            hashes.add(HexFormat.of().formatHex(previous));
        }
        return hashes;
    }
}
