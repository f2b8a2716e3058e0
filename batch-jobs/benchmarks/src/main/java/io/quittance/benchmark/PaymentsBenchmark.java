package io.quittance.benchmark;

import io.quittance.party.Address;
import io.quittance.party.BankAccount;
import io.quittance.party.Bic;
import io.quittance.party.Iban;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.PaymentFile;
import io.quittance.payment.Rail;
import io.quittance.payment.pain001.Pain001Reader;
import io.quittance.payment.pain001.Pain001Totals;
import io.quittance.payment.pain001.Pain001Writer;
import io.quittance.payment.pain001.SchemaCheck;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One pain.001 of many payments: written, read back, checked against its schema, as a release does. Run it with a small heap:
 * neither step may hold the file.
 */
@Command(name = "payments", mixinStandardHelpOptions = true, description = "Measures a large pain.001 in a small heap.")
final class PaymentsBenchmark implements Callable<Integer> {

    private static final double NANOS = 1e9;
    private static final double MEBI = 1 << 20;

    /** Account numbers are published examples of the IBAN registry. */
    private static final Iban PAYEE = new Iban("DE89370400440532013000");

    private static final Iban PAYER = new Iban("NL91ABNA0417164300");
    private static final Address TOWN = new Address("Torstraße", "7a", "10119", "Berlin", null, "DE");

    @Option(names = "--payments", description = "How many (default: ${DEFAULT-VALUE}).")
    int payments = 100_000;

    @Option(names = "--rounds", description = "How often (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Override
    public Integer call() throws IOException {
        Path file = Files.createTempFile("quittance-benchmark", ".xml");
        try {
            for (int i = 1; i <= rounds; i++) {
                round(i, file);
            }
        } finally {
            Files.delete(file);
        }
        return 0;
    }

    private void round(int number, Path file) throws IOException {
        var heap = new PeakHeap();
        long start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            new Pain001Writer().write(order(), out);
        }
        long written = System.nanoTime();
        Pain001Totals totals;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            totals = Pain001Reader.totals(in);
        }
        long read = System.nanoTime();
        List<String> faults;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            faults = SchemaCheck.pain001(in);
        }
        long checked = System.nanoTime();
        if (totals.count() != payments || !totals.agree() || !faults.isEmpty()) {
            throw new IllegalStateException(totals + " " + faults);
        }
        double mebibytes = Files.size(file) / MEBI;
        System.out.printf(
                "round %d: %,d payments, %.1f MiB; written %.2f s (%.1f MiB/s), read back %.2f s (%.1f MiB/s),"
                        + " checked against the schema %.2f s (%.1f MiB/s); %s%n",
                number,
                payments,
                mebibytes,
                (written - start) / NANOS,
                mebibytes / ((written - start) / NANOS),
                (read - written) / NANOS,
                mebibytes / ((read - written) / NANOS),
                (checked - read) / NANOS,
                mebibytes / ((checked - read) / NANOS),
                heap);
    }

    private PaymentFile order() {
        Money each = Money.parse("EUR 1.01");
        Iterable<Payment> made = () ->
                IntStream.range(0, payments).mapToObj(i -> payment(i, each)).iterator();
        var batch = new PaymentBatch(
                "NL-BV-20261125-01-B1",
                "Quittance Example B.V.",
                TOWN,
                new BankAccount("NL-BV-EUR", "example", PAYER.value(), new Bic("ABNANL2A"), CurrencyUnit.EUR),
                LocalDate.of(2026, 11, 25),
                false,
                payments,
                each.multipliedBy(payments),
                made);
        return new PaymentFile(
                "NL-BV-20261125-01-F1",
                LocalDateTime.of(2026, 11, 24, 0, 0, 1),
                "Quittance Example B.V.",
                Rail.SEPA,
                List.of(batch));
    }

    private static Payment payment(int number, Money amount) {
        return new Payment(
                "NL-BV-20261125-01-%06d".formatted(number),
                "C%06d".formatted(number),
                "Jürgen Groß & Partner",
                TOWN,
                new IbanAccount(PAYEE, new Bic("COBADEFFXXX")),
                amount,
                Rail.SEPA,
                "E2E%07d".formatted(number),
                "0f8fad5b-d9cb-469f-a165-%012x".formatted(number),
                "INV-2026-" + number,
                List.of());
    }
}
