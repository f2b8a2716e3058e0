package io.quittance.invoice.cii;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Severity;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.xml.DocumentPaths;
import io.quittance.invoice.xml.DocumentTypes;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.Party;
import io.quittance.invoice.xml.TermReader;
import io.quittance.invoice.xml.Vocabulary;
import io.quittance.invoice.xml.XmlInvoiceSyntax;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Namespaces and habits of CII D16B. */
final class CiiSyntax implements XmlInvoiceSyntax {

    static final String INVOICE = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    static final String AGGREGATES =
            "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    static final String UNQUALIFIED = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100";
    static final String QUALIFIED = "urn:un:unece:uncefact:data:standard:QualifiedDataType:100";

    private static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of(INVOICE, "rsm:", AGGREGATES, "ram:", UNQUALIFIED, "udt:", QUALIFIED, "qdt:"),
            Set.of(),
            Set.of("ram:IncludedSupplyChainTradeLineItem"),
            Set.of("ram:AttachmentBinaryObject"));

    private static final TermReader.Dialect DIALECT =
            new TermReader.Dialect(false, CiiSyntax::day, "20261124 with format=\"102\"");

    private static final DocumentTypes TYPES = DocumentTypes.both(CiiPaths.TYPE);

    /** UNTDID 2379: 102 is CCYYMMDD, the only one that EN 16931 allows. */
    private static final String DAY_FORMAT = "102";

    private static final Pattern DAY = Pattern.compile("[0-9]{8}");

    /** Profiles of Factur-X and ZUGFeRD that have no lines: {@code urn:factur-x.eu:1p0:minimum}, {@code ...:basicwl}. */
    private static final Pattern WITHOUT_LINES = Pattern.compile("urn:.*:(minimum|basicwl)");

    @Override
    public InvoiceFormat format() {
        return InvoiceFormat.CII;
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public TermReader.Dialect dialect() {
        return DIALECT;
    }

    @Override
    public DocumentPaths paths(InvoiceElement root) {
        return CiiPaths.ALL;
    }

    @Override
    public DocumentTypes types(InvoiceElement root) {
        return TYPES;
    }

    @Override
    public Party party(InvoiceElement party) {
        return new Party(
                party.firstText("ram:Name"),
                CiiTerms.ids(party).toList(),
                CiiTerms.taxIds(party, "VA").toList(),
                CiiTerms.registrations(party).toList(),
                CiiTerms.taxIds(party, "FC").toList());
    }

    /**
     * BT-9. The EXTENDED profile may state several, for instalments or a discount; which of them counts, only the text beside
     * them says. The earliest is never too late.
     */
    @Override
    public @Nullable LocalDate dueDate(TermReader terms, InvoiceElement root) {
        List<InvoiceElement> stated = root.all(CiiPaths.DUE_DATE);
        List<LocalDate> days = stated.stream()
                .map(element -> terms.dateIfAny(element, "BT-9"))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        if (days.size() > 1) {
            String read = days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
            String message = "there are several due dates, " + read + ": the earliest is taken";
            terms.add(new Finding(
                    FindingCode.HEADER_FIELDS_DISAGREE,
                    Severity.WARN,
                    terms.place(stated.getFirst(), "BT-9"),
                    read,
                    "one due date",
                    message,
                    "Look at the payment terms (BT-20), and ask for one due date."));
        }
        return days.isEmpty() ? null : days.getFirst();
    }

    /** Without a currency of its own an amount is in that of the document. */
    @Override
    public List<InvoiceElement> vatTotals(InvoiceElement root, @Nullable String currency) {
        return root.all(CiiPaths.VAT_TOTAL).stream()
                .filter(total -> currency == null || total.currency() == null || currency.equals(total.currency()))
                .toList();
    }

    @Override
    public List<InvoiceElement> vatBreakdown(InvoiceElement root, @Nullable String currency) {
        return root.all(CiiPaths.VAT_BREAKDOWN);
    }

    @Override
    public Stated stated(InvoiceElement root) {
        return CiiTerms.stated(root);
    }

    /** MINIMUM and BASIC WL state neither lines nor what was supplied (Directive 2006/112 art. 226): no invoice for VAT. */
    @Override
    public Optional<Finding> noInvoice(TermReader terms, InvoiceElement root) {
        InvoiceElement profile = root.first(CiiPaths.PROFILE);
        if (profile == null || !WITHOUT_LINES.matcher(profile.text()).matches()) {
            return Optional.empty();
        }
        String message = "the profile " + profile.text() + " has no lines: it is no invoice for VAT";
        String expected = "a profile with lines: BASIC, EN 16931, EXTENDED or XRECHNUNG";
        return Optional.of(
                Finding.of(FindingCode.VALUE_UNKNOWN, terms.place(profile, "BT-24"), profile.text(), expected, message)
                        .withHint("Ask for the invoice in the profile EN 16931."));
    }

    /** A date in another format than 102 is left so that it is refused, even one that looks like a day of ours. */
    static String day(InvoiceElement date) {
        String text = date.text();
        String format = date.attribute("format");
        if (text.isEmpty()) {
            return text;
        }
        return DAY_FORMAT.equals(format) && DAY.matcher(text).matches()
                ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
                : text + (format == null ? " without format" : " with format " + format);
    }
}
