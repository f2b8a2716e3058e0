package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.Fingerprint;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes two documents one, and what is only written differently. */
class FingerprintTest {

    private static final Gen<Draft> DRAFTS = Gen.lists(
                    Gen.longs(1, 90).with(Gen.oneOf(VatCategory.S, VatCategory.AE, VatCategory.O), Line::new), 1, 6)
            .map(FingerprintTest::draft);

    private record Line(long net, VatCategory category) {}

    private record Change(String what, Consumer<Draft> made) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Change of(String what, Consumer<Draft> made) {
        return new Change(what, made);
    }

    static Stream<Change> onlyWrittenDifferently() {
        return Stream.of(
                of("the number's spelling", draft -> draft.number = "2026 / 1"),
                of("the file", draft -> draft.file = "other.xml"),
                of("the syntax", draft -> draft.syntax = "CII"),
                of("the contractor's id", draft -> draft.contractor = "DE136695976"),
                of("the contractor's name", draft -> draft.name = "MUSTER"),
                of("the VAT id", draft -> draft.vatId = null),
                of("the account", draft -> draft.account = null),
                of("the due date", draft -> draft.due = LocalDate.parse("2026-12-24")),
                of("the contract", draft -> draft.contract = null));
    }

    static Stream<Change> another() {
        return Stream.of(
                of("number", draft -> draft.number = "2026-002"),
                of("date", draft -> draft.issued = LocalDate.parse("2026-11-03")),
                of("payer", draft -> draft.entity = "NL-HALF"),
                of("net", draft -> draft.totals("149.00", "1.00", "150.00")),
                of("gross", draft -> draft.totals("150.00", "0.00", "150.01")),
                of("kind", draft -> draft.kind = io.quittance.invoice.DocumentKind.CREDIT_NOTE),
                of("line", draft -> draft.line("1", "0", "0.00", VatCategory.AE, "0")),
                of("category", draft -> {
                    draft.lines.clear();
                    draft.line("2", "50.00", "100.00", VatCategory.AE, "0")
                            .line("1", "50", "50.00", VatCategory.E, "0");
                }),
                of("quantity", draft -> {
                    draft.lines.clear();
                    draft.line("4", "25.00", "100.00", VatCategory.AE, "0")
                            .line("1", "50", "50.00", VatCategory.AE, "0");
                }));
    }

    @ParameterizedTest
    @MethodSource("onlyWrittenDifferently")
    void staysTheSame(Change change) {
        Draft draft = Draft.right();
        change.made.accept(draft);
        assertThat(Fingerprint.of(draft.invoice()))
                .isEqualTo(Fingerprint.of(Draft.right().invoice()));
    }

    @ParameterizedTest
    @MethodSource("another")
    void isAnother(Change change) {
        Draft draft = Draft.right();
        change.made.accept(draft);
        assertThat(Fingerprint.of(draft.invoice()))
                .isNotEqualTo(Fingerprint.of(Draft.right().invoice()));
    }

    @Test
    void theOrderAndTheDressOfLinesDoNotMatter() {
        Property.forAll(DRAFTS.flatMap(draft -> Gen.orders(draft.lines).map(order -> new Pair(draft, order))))
                .holds(pair -> {
                    Invoice invoice = pair.draft.invoice();
                    List<InvoiceLine> dressed =
                            pair.order.stream().map(FingerprintTest::dressed).toList();
                    List<VatBreakdown> reversed = invoice.vat().reversed();
                    assertThat(Fingerprint.of(invoice.withParts(dressed, reversed)))
                            .isEqualTo(Fingerprint.of(invoice));
                });
    }

    @Test
    void oneCentInOneLineDoes() {
        Property.forAll(DRAFTS.with(Gen.ints(0, 5), (draft, at) -> new Object[] {draft, at}))
                .holds(pair -> {
                    Invoice invoice = ((Draft) pair[0]).invoice();
                    int at = (int) pair[1] % invoice.lines().size();
                    List<InvoiceLine> lines = new java.util.ArrayList<>(invoice.lines());
                    lines.set(at, line(lines.get(at), lines.get(at).net().plusMinor(1)));
                    assertThat(Fingerprint.of(invoice.withParts(lines, invoice.vat())))
                            .isNotEqualTo(Fingerprint.of(invoice));
                });
    }

    private record Pair(Draft draft, List<InvoiceLine> order) {}

    private static Draft draft(List<Line> lines) {
        Draft draft = Draft.empty();
        lines.forEach(line -> draft.line(
                "1", line.net + ".00", line.net + ".00", line.category, line.category == VatCategory.S ? "21" : "0"));
        return draft;
    }

    /** As another syntax would write it: other numbers and texts, more zeros, no rate where it is 0. */
    private static InvoiceLine dressed(InvoiceLine line) {
        BigDecimal rate = line.rate();
        return new InvoiceLine(
                "L" + line.number(),
                99,
                "another text",
                line.quantity().setScale(4),
                line.unitPrice().setScale(6),
                line.net(),
                line.category(),
                rate == null || rate.signum() == 0 ? null : rate.setScale(2),
                Money.zero(line.net().getCurrencyUnit()));
    }

    private static InvoiceLine line(InvoiceLine line, Money net) {
        return new InvoiceLine(
                line.number(),
                line.line(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                net,
                line.category(),
                line.rate(),
                line.vat());
    }
}
