package io.quittance.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.reconciliation.StatusReport.Level;
import io.quittance.reconciliation.StatusReport.Original;
import io.quittance.reconciliation.StatusReport.Status;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statuses in short: {@code file=ACTC}, {@code B=PART} for the batch, {@code P1=RJCT}, {@code E1=RJCT}, {@code u1=RJCT}. */
class StatusReadingTest {

    private static final Sent SENT = Sent.of("P1 EUR 100.00 ORDERED; P2 EUR 20.50 ORDERED");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                                      | report                        | P1   | P2
            the file speaks for all                     | file=ACTC                     | ACTC | ACTC
            the whole file refused                      | file=RJCT                     | RJCT | RJCT
            the batch outweighs the file                | file=ACTC B=RJCT              | RJCT | RJCT
            a payment outweighs its batch               | file=ACTC B=ACSP P1=RJCT      | RJCT | ACSP
            part of it: what is not listed is silent    | file=PART B=PART P1=RJCT      | RJCT | -
            by our id                                   | P1=RJCT                       | RJCT | -
            by end-to-end id                            | E1=RJCT                       | RJCT | -
            by UETR                                     | u1=RJCT                       | RJCT | -
            by UETR in capitals                         | U1=RJCT                       | RJCT | -
            another payment's batch                     | X=RJCT                        | -    | -
            a code that nobody knows decides nothing    | file=RJCT P1=WHAT             | -    | RJCT
            blocked is no refusal                       | file=RJCT P1=BLCK             | -    | RJCT
            verification of payee does not speak        | file=RJCT P1=RVNM             | RJCT | RJCT
            refused after it was accepted               | P1=ACSP P1=RJCT               | RJCT | -
            accepted before, told later                 | P1=RJCT P1=ACSP               | RJCT | -
            money that left is not refused              | P1=ACSC P1=RJCT               | ACSC | -
            nothing                                     | Y=ACTC                        | -    | -
            """)
    void theLowestLevelThatSpeaksDecides(String what, String report, String first, String second) {
        var reading = new StatusReading(report(List.of(), report));
        assertThat(SENT.all().stream()
                        .map(payment -> reading.about(payment).map(Status::code).orElse("-")))
                .containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P1=ACSP E2=ACSP U1=ACSP file=PART B=PART | ''
            P1=ACSP P3=RJCT E4=RJCT u5=RJCT          | P3 E4 u5
            """)
    void strangersAreNamedByNoneOfThePayments(String report, String strangers) {
        assertThat(new StatusReading(report(List.of(), report))
                        .strangers(SENT.all()).stream().map(StatusReadingTest::name))
                .containsExactlyElementsOf(Stream.of(strangers.split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # of | number | sum     | contradiction
            -    | 2      | 120.50  | ''
            -    | 2      | 120.5   | ''
            -    | 02     | -       | ''
            -    | -      | -       | ''
            B    | 2      | 120.500 | ''
            -    | 3      | 120.50  | number of payments is 3, sent 2
            -    | 2      | 120.51  | sum is 120.51, sent 120.50
            B    | 1      | 100.00  | batch B: number of payments is 1, sent 2; batch B: sum is 100.00, sent 120.50
            X    | 1      | -       | batch X: number of payments is 1, sent 0
            -    | two    | -       | number of payments is two, sent 2
            -    | -      | 1e2     | sum is 1e2, sent 120.50
            """)
    void whatTheBankReceivedIsWhatWasSent(
            @Nullable String batch, @Nullable String number, @Nullable String sum, String contradiction) {
        var report = report(List.of(new Original(batch, number, sum)), "file=RJCT");
        assertThat(String.join("; ", new StatusReading(report).contradictions(SENT.all())))
                .isEqualTo(contradiction);
    }

    @Test
    void sumsOfSeveralCurrenciesAreAddedAsTheyStand() {
        var report = report(List.of(new Original(null, "2", "10100.00")), "file=ACTC");
        assertThat(new StatusReading(report)
                        .contradictions(Sent.of("P1 EUR 100.00 ORDERED; P2 JPY 10000 ORDERED")
                                .all()))
                .isEmpty();
    }

    private static StatusReport report(List<Original> originals, String text) {
        return new StatusReport(
                "S-1",
                null,
                "M-1",
                originals,
                Stream.of(text.split(" ")).map(StatusReadingTest::status).toList());
    }

    private static Status status(String text) {
        String name = text.substring(0, text.indexOf('='));
        String code = text.substring(text.indexOf('=') + 1);
        return switch (name.charAt(0)) {
            case 'f' -> new Status(Level.FILE, null, null, null, null, code, List.of());
            case 'P' -> new Status(Level.TRANSACTION, "B", name, null, null, code, List.of());
            case 'E' -> new Status(Level.TRANSACTION, "B", null, name, null, code, List.of());
            case 'u', 'U' -> new Status(Level.TRANSACTION, "B", null, null, name, code, List.of());
            default -> new Status(Level.BATCH, name, null, null, null, code, List.of());
        };
    }

    private static String name(Status status) {
        return Stream.of(status.instructionId(), status.endToEndId(), status.uetr())
                .filter(name -> name != null)
                .findFirst()
                .orElseThrow();
    }
}
