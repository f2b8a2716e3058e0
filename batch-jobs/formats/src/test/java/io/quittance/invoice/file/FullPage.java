package io.quittance.invoice.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.StatedAccount;
import java.time.LocalDate;

/** What the page of every XML syntax says once every term of an invoice stands on it. */
public final class FullPage {

    private FullPage() {}

    /** Every field of the invoice but its identifier and places. */
    public static void isRead(Invoice invoice) {
        assertThat(invoice.number()).isEqualTo("INV-1");
        assertThat(invoice.kind()).isEqualTo(DocumentKind.INVOICE);
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(invoice.supplyDate()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(invoice.contractor()).isEqualTo("C-007");
        assertThat(invoice.contractorName()).isEqualTo("Jane Roe");
        assertThat(invoice.contractorVatId()).isEqualTo("DE123456789");
        assertThat(invoice.entity()).isEqualTo("DE999999999");
        assertThat(invoice.contract()).isEqualTo("CT-1");
        assertThat(invoice.purchaseReference()).isEqualTo("PO-9");
        assertThat(invoice.precedingInvoice()).isEqualTo("INV-0");
        assertThat(invoice.paymentReference()).isEqualTo("RF18");
        assertThat(invoice.payee()).isEqualTo(new StatedAccount("DE02120300000000202051", "BYLADEM1001"));
        assertThat(invoice.totals().vat()).hasToString("EUR 180.50");
        assertThat(invoice.totals().prepaid()).hasToString("EUR 30.50");
        assertThat(invoice.totals().rounding()).hasToString("EUR 0.01");
        assertThat(Reading.lines(invoice)).containsExactly("1 10 x 95.00 = 950.00 S 19");
    }

    /** An invoice that came as a credit note, in whatever form. */
    public static void isReadAsCreditNote(Invoice credit) {
        assertThat(credit.kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
        assertThat(credit.totals().due()).hasToString("EUR 1130.50");
        assertThat(credit.dueDate()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(Reading.lines(credit)).containsExactly("1 10 x 95.00 = 950.00 S 19");
        assertThat(credit.vat().getFirst().tax()).hasToString("EUR 180.50");
    }
}
