package io.quittance.invoice.fatturapa;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.VatGroup;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.FinerLines;
import io.quittance.invoice.file.PricedQuantity;
import io.quittance.invoice.file.UnitWords;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.TermReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a document. What FatturaPA adds to the taxable amount outside its lines becomes a line of its own, as the check
 * 00422 of the exchange system sums it up: contributions to a pension fund (DatiCassaPrevidenziale), ancillary charges
 * (SpeseAccessorie) and rounding of a rate (Arrotondamento).
 */
final class FatturaLines {

    private static final String NET = "BT-131 PrezzoTotale";

    private final TermReader it;
    private final FieldReader fields;
    private final InvoiceElement body;
    private final FinerLines finer;
    private final boolean forAnotherMemberState;

    /** @param forAnotherMemberState whether the buyer has a VAT id of another member state, see {@link Natura} */
    FatturaLines(TermReader it, FieldReader fields, InvoiceElement body, boolean forAnotherMemberState) {
        this.it = it;
        this.fields = fields;
        this.body = body;
        this.finer = new FinerLines(fields);
        this.forAnotherMemberState = forAnotherMemberState;
    }

    private record Vat(VatCategory category, @Nullable BigDecimal rate) {
        VatGroup group() {
            return VatGroup.of(category, rate);
        }
    }

    List<InvoiceLine> read() {
        var lines = new ArrayList<InvoiceLine>();
        body.all("DatiBeniServizi/DettaglioLinee").forEach(line -> lines.add(line(line)));
        if (lines.isEmpty()) {
            fields.missing(it.place(body, "BG-25 DettaglioLinee"), "");
        }
        for (InvoiceElement fund : body.all("DatiGenerali/DatiGeneraliDocumento/DatiCassaPrevidenziale")) {
            add(lines, fund, "cassa", it.money(fund, "ImportoContributoCassa", "ImportoContributoCassa"));
        }
        for (InvoiceElement summary : body.all("DatiBeniServizi/DatiRiepilogo")) {
            add(lines, summary, "spese", it.moneyIfAny(summary, "SpeseAccessorie", "SpeseAccessorie"));
            add(lines, summary, "arrotondamento", it.moneyIfAny(summary, "Arrotondamento", "Arrotondamento"));
        }
        return lines;
    }

    private void add(List<InvoiceLine> lines, InvoiceElement from, String what, @Nullable Money net) {
        if (net != null && !net.isZero()) {
            Vat vat = vat(from);
            String number = what + "-" + (lines.size() + 1);
            PricedQuantity priced = PricedQuantity.once(net);
            lines.add(new InvoiceLine(
                    number,
                    from.line(),
                    what,
                    priced.quantity(),
                    priced.unitPrice(),
                    net,
                    vat.category(),
                    vat.rate(),
                    null));
        }
    }

    private InvoiceLine line(InvoiceElement line) {
        BigDecimal stated = it.lineAmount(line, "PrezzoTotale", NET);
        Vat vat = vat(line);
        Money net = finer.rounded(it.placeOf(line, "PrezzoTotale", NET), stated, vat.group());
        Counted counted = counted(line, stated, net);
        return new InvoiceLine(
                it.reference(line, "NumeroLinea", "BT-126 NumeroLinea"),
                line.line(),
                it.prose(line, "Descrizione", "BT-153 Descrizione"),
                counted.priced().quantity(),
                counted.priced().unitPrice(),
                net,
                vat.category(),
                vat.rate(),
                null,
                counted.unit(),
                period(line));
    }

    private @Nullable Period period(InvoiceElement line) {
        return fields.periodIfAny(
                it.placeOf(line, "DataFinePeriodo", "BT-135 DataFinePeriodo"),
                it.dateIfAny(line, "DataInizioPeriodo", "BT-134 DataInizioPeriodo"),
                it.dateIfAny(line, "DataFinePeriodo", "BT-135 DataFinePeriodo"));
    }

    private record Counted(PricedQuantity priced, @Nullable String unit) {}

    /**
     * Discounts and surcharges change the unit price one after another, and an amount that is finer than the currency may round
     * to another cent than its product: such a line is checked here and stands as one piece of its net amount.
     */
    private Counted counted(InvoiceElement line, BigDecimal stated, Money net) {
        BigDecimal quantity =
                Objects.requireNonNullElse(it.decimalIfAny(line, "Quantita", "BT-129 Quantita"), BigDecimal.ONE);
        BigDecimal unit = it.decimal(line, "PrezzoUnitario", "BT-146 PrezzoUnitario");
        List<InvoiceElement> adjustments = line.all("ScontoMaggiorazione");
        for (InvoiceElement adjustment : adjustments) {
            unit = adjusted(unit, adjustment);
        }
        BigDecimal product = unit.multiply(quantity);
        boolean agrees = finer.agree(product, stated);
        if (!adjustments.isEmpty() && !agrees) {
            mismatch(line, stated, product);
        }
        boolean checkedHere = !adjustments.isEmpty() || (finer.isFiner(stated) && agrees);
        return checkedHere
                ? new Counted(PricedQuantity.once(net), null)
                : new Counted(
                        PricedQuantity.of(quantity, unit),
                        UnitWords.code(it.referenceIfAny(line, "UnitaMisura", "BT-130 UnitaMisura")));
    }

    private void mismatch(InvoiceElement line, BigDecimal stated, BigDecimal product) {
        String message = "quantity x adjusted price is " + product.toPlainString() + ", but PrezzoTotale is "
                + stated.toPlainString();
        fields.add(Finding.of(
                FindingCode.LINE_NET_MISMATCH,
                it.placeOf(line, "PrezzoTotale", NET),
                stated.toPlainString(),
                product.toPlainString(),
                message));
    }

    /** What makes up for the rounding of lines that are finer than the currency. */
    List<InvoiceLine> closing(List<InvoiceLine> lines, List<VatBreakdown> vat) {
        return finer.closing(lines, vat);
    }

    private BigDecimal adjusted(BigDecimal unit, InvoiceElement adjustment) {
        String kind = it.reference(adjustment, "Tipo", "ScontoMaggiorazione/Tipo");
        BigDecimal amount = it.decimalIfAny(adjustment, "Importo", "ScontoMaggiorazione/Importo");
        BigDecimal percent = it.decimalIfAny(adjustment, "Percentuale", "ScontoMaggiorazione/Percentuale");
        BigDecimal by = amount != null
                ? amount
                : unit.multiply(Objects.requireNonNullElse(percent, BigDecimal.ZERO))
                        .movePointLeft(2);
        return switch (kind) {
            case "SC" -> unit.subtract(by);
            case "MG" -> unit.add(by);
            default -> fields.unknown(it.place(adjustment, "ScontoMaggiorazione/Tipo"), kind, "SC or MG", unit);
        };
    }

    /** BG-23: one for each DatiRiepilogo. Split payment is refused: its VAT is not paid to the seller. */
    List<VatBreakdown> vat() {
        List<InvoiceElement> summaries = body.all("DatiBeniServizi/DatiRiepilogo");
        if (summaries.isEmpty()) {
            fields.missing(it.place(body, "BG-23 DatiRiepilogo"), "");
        }
        return summaries.stream().map(this::breakdown).toList();
    }

    private VatBreakdown breakdown(InvoiceElement summary) {
        if ("S".equals(summary.firstText("EsigibilitaIVA"))) {
            fields.unknown(
                    it.placeOf(summary, "EsigibilitaIVA", "EsigibilitaIVA"),
                    "S",
                    "I or D: split payment is not taken in",
                    "");
        }
        Vat vat = vat(summary);
        return new VatBreakdown(
                vat.category(),
                vat.rate(),
                it.money(summary, "ImponibileImporto", "BT-116 ImponibileImporto"),
                it.money(summary, "Imposta", "BT-117 Imposta"));
    }

    /** A rate above zero is S; without a rate Natura says why. */
    private Vat vat(InvoiceElement element) {
        BigDecimal rate = fields.percentage(
                it.placeOf(element, "AliquotaIVA", "AliquotaIVA"), it.decimal(element, "AliquotaIVA", "AliquotaIVA"));
        String natura = it.referenceIfAny(element, "Natura", "Natura");
        if (natura == null) {
            return rate.signum() > 0 || element.firstText("AliquotaIVA") == null
                    ? new Vat(VatCategory.S, rate)
                    : fields.missing(it.place(element, "Natura"), new Vat(VatCategory.S, rate));
        }
        VatCategory category = Natura.category(natura, forAnotherMemberState);
        if (category == null) {
            return fields.unknown(
                    it.placeOf(element, "Natura", "Natura"), natura, Natura.KNOWN, new Vat(VatCategory.O, null));
        }
        if (rate.signum() != 0) {
            fields.unknown(
                    it.placeOf(element, "AliquotaIVA", "AliquotaIVA"),
                    rate.toPlainString(),
                    "0.00 beside Natura " + natura,
                    "");
        }
        return new Vat(category, category == VatCategory.O ? null : rate);
    }
}
