package io.quittance.invoice.json;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Reading;

/** A small invoice in our JSON, changed where a test says so. Net 950.00, VAT 180.50, gross 1130.50. */
final class JsonPage {

    private String text = """
            {
              "invoiceNumber": "INV-1",
              "issueDate": "2026-11-02",
              "dueDate": "2026-12-02",
              "currency": "EUR",
              "supplier": {"id": "C-007", "vatId": "DE123456789", "name": "Jane Roe", "country": "DE"},
              "buyer": {"vatId": "DE999999999"},
              "net": "950.00",
              "vat": "180.50",
              "gross": "1130.50",
              "vatBreakdown": [{"category": "S", "rate": "19", "base": "950.00", "tax": "180.50"}],
              "lines": [
                {"number": "1", "description": "Consulting", "quantity": "10", "unitPrice": "95.00",
                 "net": "950.00", "vatCategory": "S", "vatRate": "19"}
              ]
            }
            """;

    /** Another text in place of this one, at its first place. */
    JsonPage with(String old, String other) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("The page has no " + old);
        }
        text = text.substring(0, at) + other + text.substring(at + old.length());
        return this;
    }

    String text() {
        return text;
    }

    DeliveredFile file() {
        return Reading.file("inv.json", text);
    }
}
