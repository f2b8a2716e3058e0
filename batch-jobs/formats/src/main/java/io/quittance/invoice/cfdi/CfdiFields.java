package io.quittance.invoice.cfdi;

import io.quittance.finding.Place;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.xml.InvoiceElement;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a CFDI: it has no texts. */
record CfdiFields(String file, FieldReader fields) {

    Place place(InvoiceElement element, String attribute) {
        return new Place(file, element.line(), element.name() + "/@" + attribute);
    }

    String reference(InvoiceElement element, String attribute) {
        return fields.reference(place(element, attribute), element.attribute(attribute));
    }

    @Nullable
    String referenceIfAny(InvoiceElement element, String attribute) {
        return fields.referenceIfAny(place(element, attribute), element.attribute(attribute));
    }

    String prose(InvoiceElement element, String attribute) {
        return fields.prose(place(element, attribute), element.attribute(attribute));
    }

    BigDecimal decimal(InvoiceElement element, String attribute) {
        return fields.decimal(place(element, attribute), element.attribute(attribute));
    }

    /** The amount of a line, with as many decimals as it has: Anexo 20 allows six (t_Importe). */
    BigDecimal lineAmount(InvoiceElement element, String attribute) {
        return fields.lineAmount(place(element, attribute), element.attribute(attribute));
    }

    Money money(InvoiceElement element, String attribute) {
        return fields.money(place(element, attribute), element.attribute(attribute));
    }

    Money moneyOrZero(InvoiceElement element, String attribute) {
        Money money = fields.moneyIfAny(place(element, attribute), element.attribute(attribute));
        return money == null ? Money.zero(fields.currency()) : money;
    }
}
