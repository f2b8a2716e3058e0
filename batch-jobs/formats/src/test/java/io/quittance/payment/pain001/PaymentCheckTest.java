package io.quittance.payment.pain001;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.quittance.party.Address;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.Rail;
import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the check lets pass, the writer writes and the schema takes: no payment that was planned can stop a file. */
class PaymentCheckTest {

    private static final String LETTERS = "aB1 -/.&<ß\u00e9\u0152\u0141\u5317\u0416\u0301\u200b\u20ac";

    private static final Gen<Payment> PAYMENTS = draws -> {
        Rail rail = Gen.oneOf(Rail.CROSS_BORDER, Rail.SEPA).from(draws);
        Payment payment = Orders.payment(rail, 1, rail == Rail.SEPA ? "EUR 12.34" : "JPY 1234");
        payment = Orders.named(payment, Gen.strings(LETTERS, 0, 150).from(draws));
        payment = Orders.saying(payment, Gen.strings(LETTERS, 0, 145).from(draws));
        Address address = new Address(
                text(72).from(draws),
                text(18).from(draws),
                text(18).from(draws),
                text(37).from(draws),
                text(37).from(draws),
                "CH");
        payment = Orders.at(payment, address);
        return rail == Rail.SEPA ? Orders.to(payment, Orders.iban(Orders.CH, "")) : payment;
    };

    private static Gen<@Nullable String> text(int atMost) {
        return draws ->
                draws.below(4) == 0 ? null : Gen.strings(LETTERS, 0, atMost).from(draws);
    }

    @Test
    void whatPassesIsWrittenAndFitsTheSchema() {
        Property.forAll(PAYMENTS).holds(payment -> {
            PaymentBatch batch = Orders.batch("B1", payment);
            if (PaymentCheck.breach(batch, payment).isEmpty()) {
                assertThat(complaints(payment, batch)).isEmpty();
            }
        });
    }

    @Test
    void aPayerThatTheRailDoesNotTakeIsABreachOfEachOfHisPayments() {
        Payment payment = Orders.payment(Rail.SEPA, 1, "EUR 10.00");
        PaymentBatch local = Orders.paidFrom(Orders.batch("B1", payment), "0720031145");
        assertThat(PaymentCheck.breach(local, payment).map(Breach::toString))
                .get(STRING)
                .contains("DbtrAcct");
        assertThat(PaymentCheck.breach(Orders.batch("B1", payment), payment)).isEqualTo(Optional.empty());
    }

    private static Iterable<String> complaints(Payment payment, PaymentBatch batch) {
        var bytes = new ByteArrayOutputStream();
        new Pain001Writer().write(Orders.file(payment.rail(), batch), bytes);
        try (InputStream in = new ByteArrayInputStream(bytes.toByteArray())) {
            return SchemaCheck.pain001(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
