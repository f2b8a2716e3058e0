package io.quittance.invoice.xml;

import io.quittance.invoice.en16931.Artefact;
import io.quittance.invoice.en16931.VatTerms;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The terms that VAT rules of EN 16931 look at, as a document states them: nothing is refused here, and what cannot be read is as
 * if it were not there. So the rules are asked of documents that are refused, too.
 */
final class VatTermsOfXml {

    private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,12})?");

    private final InvoiceElement root;
    private final XmlInvoiceSyntax syntax;
    private final DocumentPaths paths;
    private final Stated stated;

    VatTermsOfXml(InvoiceElement root, XmlInvoiceSyntax syntax, Stated stated) {
        this.root = root;
        this.syntax = syntax;
        this.paths = syntax.paths(root);
        this.stated = stated;
    }

    VatTerms terms() {
        return new VatTerms(
                syntax.format() == InvoiceFormat.UBL ? Artefact.UBL : Artefact.CII,
                parties(),
                dates(),
                uses(),
                groups(),
                totals());
    }

    private VatTerms.Parties parties() {
        return new VatTerms.Parties(
                stated.all(Term.SELLER_VAT_ID),
                isStated(Term.SELLER_TAX_REGISTRATION),
                stated.all(Term.TAX_REPRESENTATIVE_VAT_ID),
                stated.all(Term.BUYER_VAT_ID),
                isStated(Term.BUYER_REGISTRATION));
    }

    private VatTerms.Dates dates() {
        return new VatTerms.Dates(
                isStated(Term.TAX_POINT_DATE),
                isStated(Term.TAX_POINT_CODE),
                isStated(Term.DELIVERY_DATE) || isStated(Term.PERIOD_START) || isStated(Term.PERIOD_END),
                isStated(Term.DELIVERY_COUNTRY));
    }

    private boolean isStated(Term term) {
        return !stated.all(term).isEmpty();
    }

    private List<VatTerms.Use> uses() {
        var uses = new ArrayList<VatTerms.Use>();
        DocumentPaths.Lines at = paths.lines();
        for (InvoiceElement line : root.all(at.group())) {
            if (counts(line)) {
                uses.add(new VatTerms.Use(
                        VatTerms.Kind.LINE,
                        line.line(),
                        text(line, at.category()),
                        decimal(line, at.rate()),
                        decimal(line, at.net())));
            }
        }
        for (DocumentPaths.Adjustments adjustments : paths.ofDocument()) {
            root.all(adjustments.group()).forEach(one -> uses.add(use(one, adjustments)));
        }
        return uses;
    }

    /** A line that sums up others or only informs is none (BT-X-8 of the EXTENDED profile). */
    private boolean counts(InvoiceElement line) {
        String path = paths.lines().status();
        String status = path == null ? null : line.firstText(path);
        return status == null || !(status.equals("GROUP") || status.equals("INFORMATION"));
    }

    private static VatTerms.Use use(InvoiceElement adjustment, DocumentPaths.Adjustments at) {
        String indicator = at.charge() == null ? "true" : adjustment.firstText(at.charge());
        boolean charge = "true".equals(indicator) || "1".equals(indicator);
        return new VatTerms.Use(
                charge ? VatTerms.Kind.CHARGE : VatTerms.Kind.ALLOWANCE,
                adjustment.line(),
                text(adjustment, at.category()),
                decimal(adjustment, at.rate()),
                decimal(adjustment, at.amount()));
    }

    private List<VatTerms.Group> groups() {
        DocumentPaths.Vat at = paths.vat();
        return syntax.vatBreakdown(root, stated.first(Term.CURRENCY)).stream()
                .map(group -> new VatTerms.Group(
                        group.line(),
                        text(group, at.category()),
                        decimal(group, at.rate()),
                        decimal(group, at.base()),
                        decimal(group, at.amount()),
                        at.reasons().stream().anyMatch(path -> group.first(path) != null)))
                .toList();
    }

    private VatTerms.Totals totals() {
        return new VatTerms.Totals(
                stated.first(Term.CURRENCY),
                stated.first(Term.TAX_CURRENCY),
                syntax.vatTotals(root, null).stream()
                        .map(total -> new VatTerms.VatTotal(total.currency(), decimal(total.text())))
                        .toList(),
                decimal(stated.first(Term.NET)),
                decimal(stated.first(Term.GROSS)),
                decimal(stated.first(Term.PREPAID)),
                decimal(stated.first(Term.ROUNDING)),
                decimal(stated.first(Term.PAYABLE)));
    }

    private static @Nullable String text(InvoiceElement parent, String path) {
        String text = parent.firstText(path);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal decimal(InvoiceElement parent, String path) {
        return decimal(parent.firstText(path));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return Stream.ofNullable(text)
                .filter(one -> AMOUNT.matcher(one).matches())
                .map(BigDecimal::new)
                .findFirst()
                .orElse(null);
    }
}
