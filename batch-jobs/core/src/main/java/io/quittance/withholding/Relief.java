package io.quittance.withholding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What certificates and treaties change. A certificate counts where it is valid on the day of payment, whenever the document is
 * from. The domestic rate stands where none is; a higher one is never taken from a certificate.
 */
final class Relief {

    private final WithholdingTables tables;
    private final Fee fee;
    private final Payee payee;

    private Relief(WithholdingTables tables, Fee fee, Payee payee) {
        this.tables = tables;
        this.fee = fee;
        this.payee = payee;
    }

    static Relief of(WithholdingTables tables, Fee fee, Payee payee) {
        return new Relief(tables, fee, payee);
    }

    /** The certificate of that kind or scheme that is valid on the day of payment. */
    static Optional<Certificate> proof(String word, Fee fee, Payee payee) {
        return valid(fee, payee).stream()
                .filter(certificate -> certificate.proves(word))
                .findFirst();
    }

    private static List<Certificate> valid(Fee fee, Payee payee) {
        return payee.certificates().stream()
                .filter(certificate -> certificate.jurisdiction().equals(fee.payerCountry()))
                .filter(certificate -> certificate.validity().covers(fee.paidOn()))
                .toList();
    }

    AppliedRate applied(WithholdingRule rule) {
        var steps = new ArrayList<String>();
        steps.add("rule %s (recorded %s) on %s, the day of its trigger %s: %s %s %%"
                .formatted(
                        rule.id(),
                        rule.recordedAt(),
                        rule.trigger().of(fee),
                        rule.trigger(),
                        rule.name(),
                        rule.levy().effectivePercent().toPlainString()));
        expired(rule).ifPresent(steps::add);
        BigDecimal domestic = rule.levy().effectivePercent();
        Optional<Lower> lower = lower(rule).filter(found -> found.percent().compareTo(domestic) < 0);
        lower.ifPresent(found -> steps.add(found.says()));
        String needed = rule.match().certificate();
        String certificate = lower.map(found -> found.certificate().id())
                .orElseGet(() -> needed == null
                        ? null
                        : proof(needed, fee, payee).map(Certificate::id).orElse(null));
        return new AppliedRate(rule, lower.map(Lower::percent).orElse(domestic), certificate, steps);
    }

    private record Lower(Certificate certificate, BigDecimal percent, String says) {}

    /** Retained VAT is no income tax: nobody's certificate of income tax changes it. */
    private Optional<Lower> lower(WithholdingRule rule) {
        if (rule.family() == TaxFamily.RETAINED_VAT) {
            return Optional.empty();
        }
        return valid(fee, payee).stream()
                .map(this::lower)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Lower::percent));
    }

    private Optional<Lower> lower(Certificate certificate) {
        return switch (certificate.kind()) {
            case EXEMPTION -> Optional.of(lower(certificate, BigDecimal.ZERO, "exempts the payee"));
            case LOWER_RATE, TREATY, RESIDENCE, W8BEN, W8BENE, DGT -> rate(certificate);
            case W9, NEW_PROFESSIONAL, SCHEME -> Optional.empty();
        };
    }

    private Optional<Lower> rate(Certificate certificate) {
        BigDecimal own = certificate.ratePercent();
        if (own != null) {
            return Optional.of(lower(certificate, own, "sets the rate"));
        }
        boolean foreign = !payee.residence().equals(fee.payerCountry());
        return certificate.kind().opensTreaty() && foreign
                ? tables.treaty(fee, payee)
                        .map(treaty -> lower(
                                certificate,
                                treaty.ratePercent(),
                                "opens treaty row " + treaty.id() + ", " + treaty.article()))
                : Optional.empty();
    }

    private static Lower lower(Certificate certificate, BigDecimal percent, String does) {
        return new Lower(
                certificate,
                percent,
                "certificate %s (%s, %s) %s: %s %%"
                        .formatted(
                                certificate.id(),
                                certificate.kind(),
                                certificate.validity(),
                                does,
                                percent.toPlainString()));
    }

    private Optional<String> expired(WithholdingRule rule) {
        if (rule.family() == TaxFamily.RETAINED_VAT || !valid(fee, payee).isEmpty()) {
            return Optional.empty();
        }
        return payee.certificates().stream()
                .filter(certificate -> certificate.jurisdiction().equals(fee.payerCountry()))
                .findFirst()
                .map(certificate -> "certificate %s is valid %s, not on the day of payment %s: the domestic rate stands"
                        .formatted(certificate.id(), certificate.validity(), fee.paidOn()));
    }
}
