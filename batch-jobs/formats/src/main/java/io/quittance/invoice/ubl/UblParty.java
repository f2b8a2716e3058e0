package io.quittance.invoice.ubl;

import io.quittance.invoice.xml.InvoiceElement;
import org.jspecify.annotations.Nullable;

/** Who a party says it is (BG-4 seller, BG-7 buyer). */
record UblParty(InvoiceElement party) {

    /** BT-27, BT-44: the registered name, else the trading name. */
    @Nullable
    String name() {
        String registered = party.firstText("cac:PartyLegalEntity/cbc:RegistrationName");
        return registered == null ? party.firstText("cac:PartyName/cbc:Name") : registered;
    }

    /** BT-31, BT-48: the VAT id as written. */
    @Nullable
    String vatId() {
        return taxId(true);
    }

    /** The identifier to look the party up by: its id, else VAT id, else legal registration, else other tax registration. */
    @Nullable
    String identifier() {
        String id = party.all("cac:PartyIdentification/cbc:ID").stream()
                .filter(element ->
                        !"SEPA".equals(element.scheme()) && !element.text().isEmpty())
                .map(InvoiceElement::text)
                .findFirst()
                .orElse(null);
        if (id != null) {
            return id;
        }
        String vatId = vatId();
        if (vatId != null) {
            return vatId;
        }
        String registration = party.firstText("cac:PartyLegalEntity/cbc:CompanyID");
        return registration == null ? taxId(false) : registration;
    }

    private @Nullable String taxId(boolean vat) {
        return party.all("cac:PartyTaxScheme").stream()
                .filter(scheme -> "VAT".equals(scheme.firstText("cac:TaxScheme/cbc:ID")) == vat)
                .flatMap(scheme -> scheme.all("cbc:CompanyID").stream())
                .map(InvoiceElement::text)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
