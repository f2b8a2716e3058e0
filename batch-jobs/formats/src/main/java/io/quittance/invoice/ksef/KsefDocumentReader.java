package io.quittance.invoice.ksef;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.InvoiceSigns;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Stated;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.TermReader;
import io.quittance.invoice.xml.XmlDays;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Turns an FA into an invoice, or says everything that is wrong with it. */
final class KsefDocumentReader {

    private static final int POSITION = 1;
    private static final String YES = "1";

    private final DeliveredFile file;
    private final KsefVersion version;
    private final InvoiceElement root;
    private final InvoiceElement fa;
    private final FieldReader fields = new FieldReader();
    private final TermReader pl;

    KsefDocumentReader(DeliveredFile file, KsefVersion version, InvoiceElement root) {
        this.file = file;
        this.version = version;
        this.root = root;
        this.pl = new TermReader(file.name(), fields, new TermReader.Dialect(false, XmlDays::day));
        InvoiceElement found = pl.only(root, "Fa", "Fa");
        this.fa = found == null ? root : found;
    }

    ReadDocument read() {
        CurrencyUnit currency = pl.currency(fa, "KodWaluty");
        Invoice invoice = InvoiceSigns.normal(invoice(currency), DocumentKind.INVOICE, fields);
        checkSplitPayment();
        Stated stated = KsefTerms.stated(version, root);
        if (!fields.refused()) {
            return new ReadDocument.Understood(invoice, stated, fields.findings());
        }
        return new ReadDocument.Refused(POSITION, Place.of(file.name(), root.line()), fields.findings(), stated);
    }

    private Invoice invoice(CurrencyUnit currency) {
        checkType();
        var parts = new KsefLines(pl, fields, fa);
        List<VatBreakdown> vat = parts.vat();
        LocalDate ended = pl.dateIfAny(fa, "OkresFa/P_6_Do", "BT-74 P_6_Do");
        String seller = KsefTerms.sellerVatId(root);
        return new Invoice(
                file.documentId(POSITION),
                file.source(POSITION, root.line()),
                DocumentKind.INVOICE,
                pl.reference(fa, "P_2", "BT-1 P_2"),
                pl.date(fa, "P_1", "BT-2 P_1"),
                supplyDate(ended),
                dueDate(),
                fields.reference(pl.placeOf(root, "Podmiot2", "BT-48 Podmiot2"), buyer()),
                fields.reference(pl.placeOf(root, "Podmiot1", "BT-31 Podmiot1/NIP"), seller),
                fields.prose(
                        pl.placeOf(root, "Podmiot1", "BT-27 Podmiot1/Nazwa"),
                        root.firstText("Podmiot1/DaneIdentyfikacyjne/Nazwa")),
                fields.referenceIfAny(pl.placeOf(root, "Podmiot1", "BT-31 Podmiot1/NIP"), seller),
                first("WarunkiTransakcji/Umowy/NrUmowy", "BT-12 NrUmowy"),
                first("WarunkiTransakcji/Zamowienia/NrZamowienia", "BT-13 NrZamowienia"),
                currency,
                parts.read(ended),
                vat,
                totals(vat),
                account(),
                null,
                first("DaneFaKorygowanej/NrFaKorygowanej", "BT-25 NrFaKorygowanej"));
    }

    /** A correction states differences: what it takes back is negative and becomes a credit note, what it adds is asked for. */
    private void checkType() {
        String type = pl.reference(fa, "RodzajFaktury", "BT-3 RodzajFaktury");
        switch (type) {
            case "", "VAT", "KOR", "ZAL", "ROZ", "UPR", "KOR_ZAL", "KOR_ROZ" -> {}
            default ->
                fields.unknown(
                        pl.placeOf(fa, "RodzajFaktury", "BT-3 RodzajFaktury"),
                        type,
                        "VAT KOR ZAL ROZ UPR KOR_ZAL or KOR_ROZ",
                        "");
        }
    }

    private @Nullable String buyer() {
        String vatId = KsefTerms.buyerVatId(root, "PL");
        String other = root.firstText("Podmiot2/DaneIdentyfikacyjne/NrID");
        return vatId != null ? vatId : other != null ? other : root.firstText("Podmiot2/DaneIdentyfikacyjne/Nazwa");
    }

    private @Nullable LocalDate supplyDate(@Nullable LocalDate ended) {
        LocalDate delivered = pl.dateIfAny(fa, "P_6", "BT-72 P_6");
        return delivered == null ? ended : delivered;
    }

    /** The earliest of several. */
    private @Nullable LocalDate dueDate() {
        LocalDate earliest = null;
        for (InvoiceElement terms : fa.all("Platnosc/TerminPlatnosci")) {
            LocalDate due = pl.dateIfAny(terms, "Termin", "BT-9 Termin");
            earliest = due != null && (earliest == null || due.isBefore(earliest)) ? due : earliest;
        }
        return earliest;
    }

    /** What is due: DoZaplaty where accounts were settled, nothing when it is paid, else P_15 less what was paid in part. */
    private InvoiceTotals totals(List<VatBreakdown> vat) {
        Money net = Money.total(
                fields.currency(), vat.stream().map(VatBreakdown::base).toList());
        Money tax = Money.total(
                fields.currency(), vat.stream().map(VatBreakdown::tax).toList());
        Money gross = pl.money(fa, "P_15", "BT-112 P_15");
        Money prepaid = prepaid(gross);
        Money settled = pl.moneyIfAny(fa, "Rozliczenie/DoZaplaty", "BT-115 DoZaplaty");
        Money due = settled == null ? gross.minus(prepaid) : settled;
        return new InvoiceTotals(net, tax, gross, prepaid, Money.zero(fields.currency()), due);
    }

    private Money prepaid(Money gross) {
        if (YES.equals(fa.firstText("Platnosc/Zaplacono"))) {
            return gross;
        }
        Money sum = Money.zero(fields.currency());
        for (InvoiceElement part : fa.all("Platnosc/ZaplataCzesciowa")) {
            sum = sum.plus(pl.money(part, "KwotaZaplatyCzesciowej", "BT-113 KwotaZaplatyCzesciowej"));
        }
        InvoiceElement settlement = pl.only(fa, "Rozliczenie", "Rozliczenie");
        return settlement == null ? sum : sum.plus(pl.moneyOrZero(settlement, "SumaOdliczen", "BT-113 SumaOdliczen"));
    }

    /** P_18A: the VAT has to be paid to the seller's VAT account (art. 108a). */
    private void checkSplitPayment() {
        InvoiceElement mark = fa.first("Adnotacje/P_18A");
        if (mark != null && mark.text().equals(YES)) {
            String message =
                    "the document must be paid by split payment (P_18A): its VAT goes to the seller's VAT account";
            fields.add(Finding.of(FindingCode.LEVY_STATED, pl.place(mark, "P_18A"), YES, "2", message));
        }
    }

    private @Nullable StatedAccount account() {
        for (InvoiceElement account : fa.all("Platnosc/RachunekBankowy")) {
            String number = pl.referenceIfAny(account, "NrRB", "BT-84 NrRB");
            if (number != null) {
                return new StatedAccount(number, pl.referenceIfAny(account, "SWIFT", "BT-86 SWIFT"));
            }
        }
        return null;
    }

    private @Nullable String first(String path, String term) {
        InvoiceElement found = fa.first(path);
        return found == null ? null : fields.referenceIfAny(pl.place(found, term), found.text());
    }
}
