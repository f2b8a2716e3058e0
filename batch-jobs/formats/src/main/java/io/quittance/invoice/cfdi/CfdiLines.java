package io.quittance.invoice.cfdi;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.VatGroup;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.FinerLines;
import io.quittance.invoice.file.PricedQuantity;
import io.quittance.invoice.xml.InvoiceElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Lines (Concepto) and their VAT (tax 002, IVA). A rate above zero is S, a rate of zero Z, Exento E, and what is no object of
 * the tax (ObjetoImp 01) O. Excise (003, IEPS) is not taken in.
 */
final class CfdiLines {

    private static final String VAT_CODE = "002";

    private final CfdiFields mx;
    private final FieldReader fields;
    private final InvoiceElement root;
    private final FinerLines finer;

    CfdiLines(CfdiFields mx, InvoiceElement root) {
        this.mx = mx;
        this.fields = mx.fields();
        this.root = root;
        this.finer = new FinerLines(mx.fields());
    }

    private record Vat(VatCategory category, @Nullable BigDecimal rate) {
        VatGroup group() {
            return VatGroup.of(category, rate);
        }
    }

    List<InvoiceLine> read() {
        var lines = new ArrayList<InvoiceLine>();
        int number = 0;
        for (InvoiceElement line : root.all("Conceptos/Concepto")) {
            add(lines, line, ++number);
        }
        if (lines.isEmpty()) {
            fields.missing(mx.place(root, "Conceptos"), "");
        }
        return lines;
    }

    /** CFDI numbers no lines. A discount becomes a line of its own, so that quantity x price is the net amount of each. */
    private void add(List<InvoiceLine> lines, InvoiceElement line, int number) {
        Vat vat = vat(line);
        String name = mx.prose(line, "Descripcion");
        BigDecimal stated = mx.lineAmount(line, "Importe");
        Money net = finer.rounded(mx.place(line, "Importe"), stated, vat.group());
        PricedQuantity priced = new PricedQuantity(mx.decimal(line, "Cantidad"), mx.decimal(line, "ValorUnitario"));
        boolean asOne = isCheckedHere(priced, stated);
        var whole = new Figures(asOne ? PricedQuantity.once(net) : priced, net, vat);
        lines.add(of(Integer.toString(number), line, name, whole).of(asOne ? null : unit(line), null));
        if (line.attribute("Descuento") != null) {
            BigDecimal less = mx.lineAmount(line, "Descuento").negate();
            Money discount = finer.rounded(mx.place(line, "Descuento"), less, vat.group());
            if (!discount.isZero()) {
                var figures = new Figures(PricedQuantity.once(discount), discount, vat);
                lines.add(of(number + "/descuento", line, "descuento", figures));
            }
        }
    }

    /** An amount of six decimals may round to another cent than its product: it is checked here and stands as one piece. */
    private boolean isCheckedHere(PricedQuantity priced, BigDecimal stated) {
        return finer.isFiner(stated) && finer.agree(priced.quantity().multiply(priced.unitPrice()), stated);
    }

    /** The catalogue c_ClaveUnidad has the codes of UN/ECE Recommendation 20. */
    private @Nullable String unit(InvoiceElement line) {
        return mx.referenceIfAny(line, "ClaveUnidad");
    }

    private record Figures(PricedQuantity priced, Money net, Vat vat) {}

    private static InvoiceLine of(String number, InvoiceElement at, String name, Figures figures) {
        return new InvoiceLine(
                number,
                at.line(),
                name,
                figures.priced().quantity(),
                figures.priced().unitPrice(),
                figures.net(),
                figures.vat().category(),
                figures.vat().rate(),
                null);
    }

    /** What makes up for the rounding of lines that are finer than the currency. */
    List<InvoiceLine> closing(List<InvoiceLine> lines, List<VatBreakdown> vat) {
        return finer.closing(lines, vat);
    }

    private Vat vat(InvoiceElement line) {
        var none = new Vat(VatCategory.O, null);
        String object = mx.reference(line, "ObjetoImp");
        List<InvoiceElement> taxes = line.all("Impuestos/Traslados/Traslado");
        return switch (object) {
            case "01", "" -> none;
            case "02" ->
                taxes.size() == 1
                        ? vatOf(taxes.getFirst())
                        : fields.unknown(
                                mx.place(line, "Impuestos"), taxes.size() + " Traslado", "one Traslado of IVA", none);
            default -> fields.unknown(mx.place(line, "ObjetoImp"), object, "01 or 02", none);
        };
    }

    private Vat vatOf(InvoiceElement tax) {
        var none = new Vat(VatCategory.O, null);
        String code = mx.reference(tax, "Impuesto");
        if (!code.equals(VAT_CODE)) {
            return fields.unknown(mx.place(tax, "Impuesto"), code, "002 (IVA); other taxes are not taken in", none);
        }
        String factor = mx.reference(tax, "TipoFactor");
        return switch (factor) {
            case "Exento" -> new Vat(VatCategory.E, BigDecimal.ZERO);
            case "Tasa" -> {
                BigDecimal rate = fields.percentage(
                        mx.place(tax, "TasaOCuota"),
                        mx.decimal(tax, "TasaOCuota").movePointRight(2));
                yield new Vat(rate.signum() == 0 ? VatCategory.Z : VatCategory.S, rate);
            }
            default -> fields.unknown(mx.place(tax, "TipoFactor"), factor, "Tasa or Exento", none);
        };
    }

    /** BG-23: the taxes of the document, and what bears none by the lines, of which the document states no sum. */
    List<VatBreakdown> vat(List<InvoiceLine> lines) {
        Map<VatGroup, VatBreakdown> vat = new LinkedHashMap<>();
        for (InvoiceElement tax : root.all("Impuestos/Traslados/Traslado")) {
            Vat of = vatOf(tax);
            var one = new VatBreakdown(
                    of.category(),
                    of.rate(),
                    mx.money(tax, "Base"),
                    of.category() == VatCategory.E ? mx.moneyOrZero(tax, "Importe") : mx.money(tax, "Importe"));
            vat.merge(one.vatGroup(), one, CfdiLines::sum);
        }
        for (InvoiceLine line : lines) {
            if (line.category() == VatCategory.O) {
                var one = new VatBreakdown(VatCategory.O, null, line.net(), Money.zero(fields.currency()));
                vat.merge(one.vatGroup(), one, CfdiLines::sum);
            }
        }
        return List.copyOf(vat.values());
    }

    private static VatBreakdown sum(VatBreakdown one, VatBreakdown other) {
        return new VatBreakdown(
                one.category(),
                one.rate(),
                one.base().plus(other.base()),
                one.tax().plus(other.tax()));
    }
}
