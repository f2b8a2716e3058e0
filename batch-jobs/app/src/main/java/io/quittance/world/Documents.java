package io.quittance.world;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a world. A document depends on its supplier and its place in the supplier's row alone; a credit note works
 * out again what the document before it was.
 */
final class Documents {

    private static final int KIND_OF_DRAW = 2;
    private static final int CREDIT_NOTES_PER_MILLE = 40;
    private static final int DUE_NOW_PER_MILLE = 600;
    private static final int TERM_DAYS = 30;
    /** Nothing is issued before this day, and the days of a supplier's documents follow each other from here. */
    private static final LocalDate FIRST_ISSUE = LocalDate.of(2026, 11, 2);
    /** Up to and with the day before {@link World#BUSINESS_DATE}. */
    private static final int ISSUE_DAYS = 21;
    /** A document is not read from a file here: whoever reads the file says where it came from. */
    private static final UUID NO_ID = new UUID(0, 0);

    private static final InvoiceSource NO_SOURCE = new InvoiceSource("", "", 0, 0);

    private final long seed;
    private final Lines lines;
    /** How many documents the busiest supplier sends. */
    private final int mostEach;

    Documents(long seed, int mostEach) {
        this.seed = seed;
        this.mostEach = mostEach;
        this.lines = new Lines();
    }

    /** What of a document is drawn first, and what a credit note asks its predecessor for. */
    private record Outline(int sequence, DocumentKind kind, Slip slip, Payer payer, Chance rest) {
        boolean canBeCredited() {
            return kind == DocumentKind.INVOICE && slip == Slip.NONE;
        }
    }

    /** A supplier's document. @param sequence its place in the supplier's row, from 0 */
    Invoice get(Supplier supplier, int sequence) {
        Outline outline = outline(supplier, sequence);
        if (outline.kind() == DocumentKind.CREDIT_NOTE) {
            Outline credited = outline(supplier, sequence - 1);
            if (credited.canBeCredited()) {
                return document(
                        supplier,
                        new Outline(sequence, DocumentKind.CREDIT_NOTE, Slip.NONE, credited.payer(), outline.rest()));
            }
        }
        return document(
                supplier, new Outline(sequence, DocumentKind.INVOICE, outline.slip(), outline.payer(), outline.rest()));
    }

    private Outline outline(Supplier supplier, int sequence) {
        Chance chance = Chance.of(seed, KIND_OF_DRAW, supplier.index(), sequence);
        boolean credit = chance.perMille(CREDIT_NOTES_PER_MILLE) && sequence > 0;
        Slip slip = Slip.drawn(chance);
        return new Outline(
                sequence,
                credit ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE,
                slip == Slip.NUMBER_USED_TWICE && sequence == 0 ? Slip.NONE : slip,
                chance.oneOf(supplier.payers()),
                chance);
    }

    private Invoice document(Supplier supplier, Outline outline) {
        Chance chance = outline.rest();
        boolean credit = outline.kind() == DocumentKind.CREDIT_NOTE;
        Slip slip = outline.slip();
        Charge charge = Charge.of(supplier.origin(), outline.payer());
        List<InvoiceLine> itsLines =
                credit ? List.of(lines.credit(supplier, charge, chance)) : lines.of(supplier, charge, chance);
        LocalDate issued = issued(outline.sequence());
        int named = slip == Slip.NUMBER_USED_TWICE ? outline.sequence() - 1 : outline.sequence();
        return new Invoice(
                NO_ID,
                NO_SOURCE,
                outline.kind(),
                number(named),
                slip == Slip.NUMBER_USED_TWICE ? issued(named) : issued,
                issued(outline.sequence()).minusDays(chance.between(1, 10)),
                due(issued, slip, chance),
                outline.payer().id(),
                slip == Slip.STRANGER ? supplier.id() + "X" : supplier.id(),
                slip == Slip.NAMELESS ? "" : supplier.name(),
                supplier.vatId().isEmpty() ? null : supplier.vatId(),
                supplier.contract(outline.payer()),
                chance.perMille(300) ? "PO-" + chance.between(10_000, 99_999) : null,
                supplier.origin().currency(),
                itsLines,
                List.of(),
                totals(itsLines, slip, supplier.origin().currency()),
                account(supplier, slip, chance),
                null,
                credit ? number(outline.sequence() - 1) : null);
    }

    private LocalDate issued(int sequence) {
        return FIRST_ISSUE.plusDays((long) sequence * ISSUE_DAYS / mostEach);
    }

    private static String number(int sequence) {
        return "26-%05d".formatted(sequence + 1);
    }

    private static LocalDate due(LocalDate issued, Slip slip, Chance chance) {
        if (slip == Slip.DUE_TOO_EARLY) {
            return issued.minusDays(1);
        }
        return chance.perMille(DUE_NOW_PER_MILLE) ? World.BUSINESS_DATE.plusDays(1) : issued.plusDays(TERM_DAYS);
    }

    private static InvoiceTotals totals(List<InvoiceLine> lines, Slip slip, CurrencyUnit currency) {
        Money net = Money.zero(currency);
        Money vat = Money.zero(currency);
        for (InvoiceLine line : lines) {
            net = net.plus(line.net());
            vat = line.vat() == null ? vat : vat.plus(line.vat());
        }
        if (slip == Slip.WRONG_SUM) {
            net = net.plusMajor(1);
        }
        Money gross = net.plus(vat);
        return new InvoiceTotals(net, vat, gross, Money.zero(currency), Money.zero(currency), gross);
    }

    private static @Nullable StatedAccount account(Supplier supplier, Slip slip, Chance chance) {
        String number = slip == Slip.OTHER_ACCOUNT ? Numbers.account(supplier.origin(), chance) : supplier.account();
        return new StatedAccount(number, supplier.origin().bic());
    }
}
