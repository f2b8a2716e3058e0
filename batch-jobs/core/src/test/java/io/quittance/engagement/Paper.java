package io.quittance.engagement;

import io.quittance.identity.Uuid5;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.Period;
import io.quittance.invoice.VatCategory;
import io.quittance.money.Rounding;
import io.quittance.party.BillingTerm;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.Contract;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Tolerance;
import io.quittance.party.Validity;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Contracts, approved work and documents, written as short as in a table. */
final class Paper {

    private Paper() {}

    /** Terms such as {@code TIME HUR 95 from 2026-11-01 rate=2% quantity=1}, separated by semicolons. */
    static Contract contract(String terms) {
        return new Contract(
                        "CT-1",
                        "NL-BV",
                        "C-1",
                        null,
                        CurrencyUnit.EUR,
                        null,
                        ServiceKind.GENERAL,
                        new Validity(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")))
                .billedBy(parts(terms).map(Paper::term).toList());
    }

    private static BillingTerm term(String written) {
        Map<String, Tolerance> tolerances = new HashMap<>();
        List<String> words = new ArrayList<>();
        LocalDate from = LocalDate.parse("2026-01-01");
        LocalDate to = null;
        for (String word : written.split(" ")) {
            if (word.contains("=")) {
                tolerances.put(word.split("=")[0], tolerance(word.split("=")[1]));
            } else if (word.startsWith(">")) {
                from = LocalDate.parse(word.substring(1));
            } else if (word.startsWith("<")) {
                to = LocalDate.parse(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return new BillingTerm(
                Basis.valueOf(words.get(0)),
                words.size() < 2 ? null : WorkUnit.valueOf(words.get(1)),
                words.size() < 3 ? null : new BigDecimal(words.get(2)),
                tolerances.getOrDefault("rate", Tolerance.NONE),
                tolerances.getOrDefault("quantity", Tolerance.NONE),
                tolerances.getOrDefault("amount", Tolerance.NONE),
                "4.2 Fees",
                new Validity(from, to));
    }

    /** {@code 2%}, {@code 1.50} or {@code 2%/1.50}. */
    private static Tolerance tolerance(String written) {
        BigDecimal percent = null;
        BigDecimal absolute = null;
        for (String bound : written.split("/")) {
            if (bound.endsWith("%")) {
                percent = new BigDecimal(bound.substring(0, bound.length() - 1));
            } else {
                absolute = new BigDecimal(bound);
            }
        }
        return new Tolerance(percent, absolute);
    }

    /** {@code HUR 2026-11-02/2026-11-08 40} or {@code MILESTONE M2 5000}, each perhaps with {@code billed 10}; semicolons between. */
    static ApprovedWork work(String written) {
        List<Work> works = new ArrayList<>();
        Map<String, BigDecimal> billed = new HashMap<>();
        parts(written).map(part -> part.split(" ")).forEach(words -> {
            BigDecimal quantity = new BigDecimal(words[2]);
            Work work = words[0].equals("MILESTONE")
                    ? Work.milestone(words[1], quantity, 1)
                    : Work.time(WorkUnit.valueOf(words[0]), period(words[1]), quantity, 1);
            works.add(work);
            if (words.length > 3) {
                billed.put(work.name(), new BigDecimal(words[4]));
            }
        });
        return new ApprovedWork(works, billed);
    }

    static Period period(String written) {
        return new Period(LocalDate.parse(written.split("/")[0]), LocalDate.parse(written.split("/")[1]));
    }

    /** Lines such as {@code 40 HUR x 95.00 2026-11-02/2026-11-08}, or {@code 1 - x 5000 Milestone M2}; semicolons between. */
    static Invoice document(DocumentKind kind, String lines) {
        List<InvoiceLine> read = new ArrayList<>();
        parts(lines).forEach(line -> read.add(line(line, read.size() + 1)));
        Money none = Money.zero(CurrencyUnit.EUR);
        Money net = read.stream().map(InvoiceLine::net).reduce(none, Money::plus);
        return new Invoice(
                Uuid5.of("paper:" + kind + lines),
                new InvoiceSource("0".repeat(64), "invoices.csv", 1, 2),
                kind,
                "R-1",
                LocalDate.parse("2026-11-24"),
                null,
                null,
                "NL-BV",
                "C-1",
                "Muster Beratung GmbH",
                null,
                "CT-1",
                null,
                CurrencyUnit.EUR,
                read,
                List.of(),
                new InvoiceTotals(net, none, net, none, none, net),
                null,
                null,
                null);
    }

    private static InvoiceLine line(String written, int number) {
        String[] words = written.split(" ", 5);
        BigDecimal quantity = new BigDecimal(words[0]);
        BigDecimal price = new BigDecimal(words[3]);
        String rest = words.length < 5 ? "" : words[4];
        boolean dated = rest.matches("\\d{4}-\\d\\d-\\d\\d/.*");
        return new InvoiceLine(
                        String.valueOf(number),
                        number + 1,
                        dated || rest.isEmpty() ? "Consulting" : rest,
                        quantity,
                        price,
                        Rounding.HALF_UP.product(CurrencyUnit.EUR, quantity, price),
                        VatCategory.AE,
                        BigDecimal.ZERO,
                        null)
                .of(words[1].equals("-") ? null : words[1], dated ? period(rest) : null);
    }

    /** {@code HUR 2026-11-02/2026-11-08 16, HUR ... 24}, as shares of works. */
    static String shares(Match match) {
        return String.join(
                ", ",
                match.shares().stream()
                        .map(share -> share.work().name() + " "
                                + share.units().stripTrailingZeros().toPlainString())
                        .toList());
    }

    private static Stream<String> parts(String written) {
        return written == null || written.isBlank()
                ? Stream.empty()
                : Stream.of(written.split(";")).map(String::strip);
    }
}
