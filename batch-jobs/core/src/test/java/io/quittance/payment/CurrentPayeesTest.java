package io.quittance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.party.Register;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register after a document was accepted for the account OLD, and what is paid then. */
class CurrentPayeesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            as it was               | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to            |                                            |      | OLD
            stated, as it was       | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to            |                                            | OLD  | OLD
            shut off yesterday      | 2020-01-01 to 2026-11-23 | OLD, 2020-01-01, 2020-01-01 to            |                                            |      | C-1 is active 2020-01-01 to 2026-11-23, not on 2026-11-24
            account ended           | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to 2026-11-23 |                                            |      | no longer a verified one
            ends before pay date    | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to 2026-11-24 |                                            |      | no longer a verified one
            verification withdrawn  | 2020-01-01 to            | OLD, , 2020-01-01 to                      |                                            |      | no longer a verified one
            verified tomorrow       | 2020-01-01 to            | OLD, 2026-11-25, 2020-01-01 to            |                                            |      | no longer a verified one
            no account at all       | 2020-01-01 to            |                                           |                                            |      | no longer a verified one
            moved to another        | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to 2026-10-31 | NEW, 2026-11-02, 2026-11-01 to             |      | NEW
            moved, but asks for old | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to 2026-10-31 | NEW, 2026-11-02, 2026-11-01 to             | OLD  | no longer a verified one
            moved, not yet verified | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to 2026-10-31 | NEW, , 2026-11-01 to                       |      | no longer a verified one
            asks for one of two     | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to            | NEW, 2026-11-02, 2026-11-01 to             | OLD  | OLD
            """)
    void moneyGoesWhereTheRegisterSaysOrNowhere(
            String what,
            String active,
            @Nullable String one,
            @Nullable String two,
            @Nullable String stated,
            String says) {
        var payees = CurrentPayees.of(register(active, one, two), Payees.TERMS);
        CurrentPayees.Found found = payees.find(Payees.document(1, "100.00", stated == null ? null : number(stated)));
        if (found.obstacle() == null) {
            assertThat(found.candidate().account()).isEqualTo(Payees.iban(number(says)));
            assertThat(found.candidate().payeeName()).isEqualTo("Muster GmbH");
            assertThat(found.candidate().payeeAddress().town()).isEqualTo("Utrecht");
        } else {
            assertThat(found.obstacle()).contains(says).doesNotContain(Payees.OLD);
        }
    }

    /** Between proposal and release nothing may move, not even to another verified account: people signed this one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            as it was              | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to            |
            shut off yesterday     | 2020-01-01 to 2026-11-23 | OLD, 2020-01-01, 2020-01-01 to            | C-1 is active
            account ended          | 2020-01-01 to            | OLD, 2020-01-01, 2020-01-01 to 2026-11-23 | no longer a verified one
            verification withdrawn | 2020-01-01 to            | OLD, , 2020-01-01 to                      | no longer a verified one
            moved to another       | 2020-01-01 to            | NEW, 2026-11-02, 2026-11-01 to            | not as it was proposed
            """)
    void aProposedPaymentLeavesOnlyToWhoIsStillThere(
            String what, String active, String account, @Nullable String says) {
        var planner = new PayeePlanner(
                Payees.TERMS,
                CurrentPayees.of(register("2020-01-01 to", "OLD, 2020-01-01, 2020-01-01 to", null), Payees.TERMS),
                new AnyBank(),
                0);
        Payment payment = planner.plan(List.of(Payees.document(1, "100.00", null)))
                .payments()
                .getFirst();
        var now = CurrentPayees.of(register(active, account, null), Payees.TERMS);
        assertThat(now.obstacle(payment).isPresent()).isEqualTo(says != null);
        assertThat(now.obstacle(payment).orElse("")).contains(says == null ? "" : says);
    }

    @Test
    void aContractorWhoIsGoneFromTheRegisterIsNotPaid() {
        var empty = Register.of(List.of(), List.of(), List.of(), List.of());
        assertThat(CurrentPayees.of(empty, Payees.TERMS)
                        .find(Payees.document(1, "1.00", null))
                        .obstacle())
                .isEqualTo("C-1 is no longer in the register");
    }

    private static Register register(String active, @Nullable String one, @Nullable String two) {
        return Payees.register(
                active,
                Stream.of(one, two)
                        .filter(Objects::nonNull)
                        .map(row -> row.replace("OLD", Payees.OLD).replace("NEW", Payees.NEW))
                        .toArray(String[]::new));
    }

    private static String number(String name) {
        return name.equals("OLD") ? Payees.OLD : Payees.NEW;
    }
}
