package io.quittance.withholding.table;

import io.quittance.fx.Conversion;
import io.quittance.fx.Purpose;
import io.quittance.party.Contractor.Kind;
import io.quittance.party.Validity;
import io.quittance.testkit.golden.Golden;
import io.quittance.withholding.Certificate;
import io.quittance.withholding.CertificateKind;
import io.quittance.withholding.EarlierPayments;
import io.quittance.withholding.Fee;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.Part;
import io.quittance.withholding.Payee;
import io.quittance.withholding.TaxCurrency;
import io.quittance.withholding.Withheld;
import io.quittance.withholding.Withholder;
import io.quittance.withholding.WithholdingTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A fee in words, over the rows that the program ships: {@code key=value}, separated by blanks. Everything that is not said is the
 * plain case: a professional fee of a company with a tax number, worked in the payer's country.
 */
final class Fees {

    static final WithholdingTables SHIPPED = shipped();
    private static final LocalDate KNOWN_ON = LocalDate.parse("2026-11-26");

    private Fees() {}

    private static WithholdingTables shipped() {
        try {
            return WithholdingFiles.read(Golden.root().resolve("config"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param facts payer, payee, on, net, and what else the case says */
    static Withheld of(String facts, EarlierPayments earlier) {
        Map<String, String> said = said(facts);
        Money net = Money.parse(said.get("net").replace('_', ' '));
        CurrencyUnit currency = net.getCurrencyUnit();
        LocalDate on = LocalDate.parse(said.get("on"));
        String payer = said.get("payer");
        var fee = new Fee(
                new UUID(0, 1),
                payer,
                Set.of(said.getOrDefault("role", "NOBODY")),
                IncomeKind.valueOf(said.getOrDefault("income", "PROFESSIONAL")),
                said.getOrDefault("place", payer).equals("unknown") ? null : said.getOrDefault("place", payer),
                net,
                Money.of(currency, new BigDecimal(said.getOrDefault("vat", "0"))),
                said.containsKey("materials") ? Money.of(currency, new BigDecimal(said.get("materials"))) : null,
                said.getOrDefault("bears", "PAYEE").equals("PAYER"),
                LocalDate.parse(said.getOrDefault("credited", said.get("on"))),
                on,
                on,
                KNOWN_ON);
        var payee = new Payee(
                "C1",
                said.get("payee"),
                Kind.valueOf(said.getOrDefault("kind", "COMPANY")),
                said.getOrDefault("tin", "GIVEN").equals("GIVEN"),
                certificates(said, payer, on));
        return new Withholder(SHIPPED, earlier).decide(fee, payee, same(currency));
    }

    static List<Part> parts(String facts) {
        Withheld withheld = of(facts, EarlierPayments.NONE);
        if (withheld instanceof Withheld.Decided decided) {
            return decided.parts();
        }
        throw new AssertionError(facts + ": " + withheld);
    }

    /** Head and tax of each part. */
    static String taxes(List<Part> parts) {
        return parts.stream()
                .map(part -> part.head() + " " + part.tax().getAmount().toPlainString())
                .collect(Collectors.joining(", "));
    }

    static Map<String, String> said(String facts) {
        return Arrays.stream(facts.strip().split("\\s+"))
                .map(fact -> fact.split("=", 2))
                .collect(Collectors.toMap(fact -> fact[0], fact -> fact[1], (one, other) -> other, LinkedHashMap::new));
    }

    private static List<Certificate> certificates(Map<String, String> said, String payer, LocalDate on) {
        String named = said.get("certificate");
        if (named == null) {
            return List.of();
        }
        boolean kind = Arrays.stream(CertificateKind.values())
                .anyMatch(one -> one.name().equals(named));
        LocalDate to = LocalDate.parse(said.getOrDefault("until", on.toString()));
        return List.of(new Certificate(
                "CERT-1",
                "C1",
                kind ? CertificateKind.valueOf(named) : CertificateKind.SCHEME,
                payer,
                kind ? null : named,
                said.containsKey("percent") ? new BigDecimal(said.get("percent")) : null,
                new Validity(to.minusYears(1), to),
                "0".repeat(64),
                "anna"));
    }

    /** Documents in the tax currency itself. */
    private static TaxCurrency same(CurrencyUnit currency) {
        return new TaxCurrency() {
            @Override
            public CurrencyUnit unit() {
                return currency;
            }

            @Override
            public Conversion convert(Money amount) {
                return new Conversion.Converted(Purpose.PAYMENT, amount, amount, BigDecimal.ONE, KNOWN_ON, List.of());
            }
        };
    }
}
