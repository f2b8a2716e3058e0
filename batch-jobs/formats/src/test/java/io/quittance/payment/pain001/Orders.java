package io.quittance.payment.pain001;

import io.quittance.party.Address;
import io.quittance.party.BankAccount;
import io.quittance.party.Bic;
import io.quittance.party.Iban;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.PaymentFile;
import io.quittance.payment.Rail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Payment files to try things on. Names are invented; account numbers are the published examples of the IBAN registry. */
public final class Orders {

    public static final String NL = "NL91ABNA0417164300";
    public static final String DE = "DE89370400440532013000";
    public static final String CH = "CH9300762011623852957";
    public static final String GB = "GB29NWBK60161331926819";
    public static final String AE = "AE070331234567890123456";

    private static final Address AMSTERDAM = new Address("Keizersgracht", "12", "1015 CS", "Amsterdam", null, "NL");
    private static final Address BERLIN = new Address("Torstraße", "7a", "10119", "Berlin", null, "DE");

    private Orders() {}

    /** A good payment on a rail; the number makes its ids. */
    public static Payment payment(Rail rail, int number, String amount) {
        PayeeAccount account = rail == Rail.SEPA ? iban(DE, "COBADEFFXXX") : iban(AE, "EBILAEAD");
        return new Payment(
                String.format(Locale.ROOT, "NL-BV-20261125-01-%05d", number),
                "C-%05d".formatted(number),
                "Jürgen Groß & Partner",
                BERLIN,
                account,
                Money.parse(amount),
                rail,
                "E2E%07d".formatted(number),
                "0f8fad5b-d9cb-469f-a165-%012x".formatted(number),
                "INV-2026-" + number,
                List.of());
    }

    /** The same payment to another account. */
    public static Payment to(Payment payment, PayeeAccount account) {
        return copy(payment, payment.payeeName(), payment.payeeAddress(), account, payment.remittance());
    }

    /** The same payment to another name. */
    public static Payment named(Payment payment, String name) {
        return copy(payment, name, payment.payeeAddress(), payment.account(), payment.remittance());
    }

    /** The same payment to another address. */
    public static Payment at(Payment payment, Address address) {
        return copy(payment, payment.payeeName(), address, payment.account(), payment.remittance());
    }

    /** The same payment with another text. */
    public static Payment saying(Payment payment, String remittance) {
        return copy(payment, payment.payeeName(), payment.payeeAddress(), payment.account(), remittance);
    }

    /** The same payment with other ids. */
    public static Payment ids(Payment p, String id, String endToEndId, String uetr) {
        return new Payment(
                id,
                p.contractor(),
                p.payeeName(),
                p.payeeAddress(),
                p.account(),
                p.amount(),
                p.rail(),
                endToEndId,
                uetr,
                p.remittance(),
                p.settlements());
    }

    public static PayeeAccount iban(String iban, String bic) {
        return new IbanAccount(new Iban(iban), bic.isEmpty() ? null : new Bic(bic));
    }

    public static PayeeAccount local(String number, String system, String member, String country) {
        return new LocalAccount(number, null, system, member, country);
    }

    /** A batch that declares what is in it. */
    public static PaymentBatch batch(String id, Payment... payments) {
        Money sum = Money.total(Arrays.stream(payments).map(Payment::amount).toList());
        return batch(id, payments.length, sum, List.of(payments));
    }

    public static PaymentBatch batch(String id, int count, Money sum, Iterable<Payment> payments) {
        BankAccount account = new BankAccount("NL-BV-EUR", "example", NL, new Bic("ABNANL2A"), CurrencyUnit.EUR);
        return new PaymentBatch(
                id,
                "Quittance Example B.V.",
                AMSTERDAM,
                account,
                LocalDate.of(2026, 11, 25),
                false,
                count,
                sum,
                payments);
    }

    /** The same batch, debited to another account. */
    public static PaymentBatch paidFrom(PaymentBatch b, String number) {
        BankAccount account =
                new BankAccount("SG-PTE-SGD", "example", number, new Bic("TESTSGSG"), CurrencyUnit.of("SGD"));
        return new PaymentBatch(
                b.id(),
                b.debtorName(),
                b.debtorAddress(),
                account,
                b.executionDate(),
                b.batchBooking(),
                b.count(),
                b.sum(),
                b.payments());
    }

    public static PaymentFile file(Rail rail, PaymentBatch... batches) {
        LocalDateTime created = LocalDateTime.of(2026, 11, 24, 0, 0, 1);
        return new PaymentFile("NL-BV-20261125-01-F1", created, "Quittance Example B.V.", rail, List.of(batches));
    }

    /** A file with one batch of that many payments of 1.01, made while they are read. */
    public static PaymentFile large(Rail rail, int count) {
        Iterable<Payment> payments = () -> IntStream.range(0, count)
                .mapToObj(number -> payment(rail, number, "EUR 1.01"))
                .iterator();
        Money sum = Money.parse("EUR 1.01").multipliedBy(count);
        return file(rail, batch("NL-BV-20261125-01-B1", count, sum, payments));
    }

    public static byte[] bytes(PaymentFile file) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new Pain001Writer().write(file, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ByteArrayInputStream stream(PaymentFile file) {
        return new ByteArrayInputStream(bytes(file));
    }

    private static Payment copy(Payment p, String name, Address address, PayeeAccount account, String remittance) {
        return new Payment(
                p.id(),
                p.contractor(),
                name,
                address,
                account,
                p.amount(),
                p.rail(),
                p.endToEndId(),
                p.uetr(),
                remittance,
                p.settlements());
    }
}
