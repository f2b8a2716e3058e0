package io.quittance.invoice;

import io.quittance.identity.Canonical;
import java.math.BigDecimal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, whatever syntax it says it in: equal for the same invoice as UBL, CII, PDF, JSON, CSV or a re-saved
 * sheet. Whoever compares two has to compare their contractors, too: who it is from is not part of it, since ids of
 * contractors change.
 *
 * <p>Part of it are entity, kind, number in normal form, date of issue, currency, net, VAT and gross, and of each line quantity,
 * net, VAT category and rate. Not part of it is what syntaxes write differently: the order and numbers of lines, their
 * descriptions, unit prices (quantity and net decide them, but for rounding) and VAT amounts, the VAT breakdown (lines and totals
 * decide it), zeros after the decimals, a rate of 0 that is not written; nor what may be mended in a second copy: due date,
 * account, references.
 *
 * @param value SHA-256, 64 hexadecimal digits in lower case
 */
public record Fingerprint(String value) {

    private static final String FORM = "document/1";

    /** That of a document whose payer is resolved. */
    public static Fingerprint of(Invoice invoice) {
        Canonical canonical = Canonical.form(FORM)
                .text(invoice.entity())
                .text(invoice.kind().name())
                .text(InvoiceKey.normalise(invoice.number()))
                .text(invoice.issueDate().toString())
                .text(invoice.currency().getCode())
                .number(invoice.totals().net().getAmountMinorLong())
                .number(invoice.totals().vat().getAmountMinorLong())
                .number(invoice.totals().gross().getAmountMinorLong());
        invoice.lines().stream().map(Fingerprint::line).sorted().forEach(canonical::text);
        return new Fingerprint(HexFormat.of().formatHex(canonical.toBytes()));
    }

    private static String line(InvoiceLine line) {
        return String.join(
                " ",
                plain(line.quantity()),
                String.valueOf(line.net().getAmountMinorLong()),
                line.category().name(),
                plain(line.rate()));
    }

    /** A category that knows no rate and one whose rate is 0 are the same to the tax office, and to CSV. */
    private static String plain(@Nullable BigDecimal number) {
        return number == null || number.signum() == 0
                ? "0"
                : number.stripTrailingZeros().toPlainString();
    }
}
