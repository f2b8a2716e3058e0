package io.quittance.payment.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.Address;
import io.quittance.party.Iban;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.payment.Payment;
import io.quittance.payment.Rail;
import io.quittance.payment.pain001.FileOrder;
import io.quittance.payment.store.PaymentCursor;
import io.quittance.stage.Broken;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of two batches, read again, against the rows of the run. Count and sums are right in every case but one. */
class OrderProofTest {

    private static final String ONE = "NL91ABNA0417164300";
    private static final String TWO = "DE89370400440532013000";

    private static final Map<String, List<Payment>> ROWS = Map.of(
            "B1", List.of(payment(1, ONE, "10.00"), payment(2, TWO, "20.00")), "B2", List.of(payment(3, ONE, "5.00")));

    @Test
    void theFileOfTheRowsIsProven() {
        assertThatCode(() -> prove("B1 1 10.00 ONE, B1 2 20.00 TWO, B2 3 5.00 ONE"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            accounts changed places | B1 1 10.00 TWO, B1 2 20.00 ONE, B2 3 5.00 ONE | to another account
            amounts changed places  | B1 1 20.00 ONE, B1 2 10.00 TWO, B2 3 5.00 ONE | the run has P-1 E-1 EUR 10.00
            ids changed places      | B1 2 10.00 ONE, B1 1 20.00 TWO, B2 3 5.00 ONE | the run has P-1
            another batch           | B2 1 10.00 ONE, B1 2 20.00 TWO, B2 3 5.00 ONE | the run has P-1
            one is missing          | B1 1 10.00 ONE, B1 2 20.00 TWO                | does not order P-3
            one too many            | B1 1 10.00 ONE, B1 2 20.00 TWO, B2 3 5.00 ONE, B2 4 1.00 ONE | which the run has not
            """)
    void anythingElseIsBroken(String what, String file, String says) {
        assertThatThrownBy(() -> prove(file))
                .isInstanceOf(Broken.class)
                .hasMessageContaining(says)
                .hasMessageNotContaining("0417164300")
                .hasMessageNotContaining("370400440532");
    }

    private static void prove(String file) {
        var proof = new OrderProof("a.xml", List.of("B1", "B2"), batch -> new PaymentCursor(rows(batch).stream()));
        for (String order : file.split(", ")) {
            String[] words = order.split(" ");
            proof.accept(new FileOrder(
                    words[0],
                    "P-" + words[1],
                    "E-" + words[1],
                    Money.parse("EUR " + words[2]),
                    words[3].equals("ONE") ? ONE : TWO));
        }
        proof.finish();
    }

    private static List<Payment> rows(String batch) {
        return ROWS.getOrDefault(batch, List.of());
    }

    private static Payment payment(int number, String iban, String amount) {
        return new Payment(
                "P-" + number,
                "C-1",
                "Muster",
                new Address(null, null, null, "Utrecht", null, "NL"),
                new IbanAccount(new Iban(iban), null),
                Money.parse("EUR " + amount),
                Rail.SEPA,
                "E-" + number,
                "u",
                "r",
                List.of());
    }
}
