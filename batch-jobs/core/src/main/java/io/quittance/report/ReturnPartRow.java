package io.quittance.report;

import io.quittance.vat.BoxKind;
import org.joda.money.Money;

/**
 * What one entry of the VAT ledger adds to one figure of a closed return, for the sheet ReturnParts.
 *
 * @param reference of the return
 * @param box as the form prints it; {@code not sourced} where no row names one
 * @param number of the document
 * @param entry its id in the VAT ledger
 */
public record ReturnPartRow(
        String reference,
        String entity,
        String box,
        BoxKind kind,
        String contractor,
        String number,
        Money amount,
        String entry) {}
