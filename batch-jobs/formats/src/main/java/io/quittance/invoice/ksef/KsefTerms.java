package io.quittance.invoice.ksef;

import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.StatedSum;
import io.quittance.invoice.xml.TermTable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where FA(2) and FA(3) state which business term. */
final class KsefTerms {

    private static final String SELLER = "Podmiot1/";
    private static final String BUYER = "Podmiot2/";

    private static final TermTable TABLE = new TermTable()
            .from(Term.PROFILE, KsefTerms::profile)
            .at(Term.NUMBER, "Fa/P_2")
            .at(Term.ISSUE_DATE, "Fa/P_1")
            .at(Term.TYPE, "Fa/RodzajFaktury")
            .at(Term.CURRENCY, "Fa/KodWaluty")
            .at(Term.DELIVERY_DATE, "Fa/P_6")
            .at(Term.PERIOD_START, "Fa/OkresFa/P_6_Od")
            .at(Term.PERIOD_END, "Fa/OkresFa/P_6_Do")
            .at(Term.DUE_DATE, "Fa/Platnosc/TerminPlatnosci/Termin")
            .at(Term.CONTRACT, "Fa/WarunkiTransakcji/Umowy/NrUmowy")
            .at(Term.PURCHASE_ORDER, "Fa/WarunkiTransakcji/Zamowienia/NrZamowienia")
            .at(Term.PRECEDING_INVOICE, "Fa/DaneFaKorygowanej/NrFaKorygowanej")
            .at(Term.PRECEDING_DATE, "Fa/DaneFaKorygowanej/DataWystFaKorygowanej")
            .at(Term.SELLER_NAME, SELLER + "DaneIdentyfikacyjne/Nazwa")
            .from(Term.SELLER_VAT_ID, root -> Stream.ofNullable(sellerVatId(root)))
            .at(Term.SELLER_COUNTRY, SELLER + "Adres/KodKraju")
            .at(Term.BUYER_NAME, BUYER + "DaneIdentyfikacyjne/Nazwa")
            .from(Term.BUYER_VAT_ID, root -> Stream.ofNullable(buyerVatId(root, "")))
            .at(Term.BUYER_ID, BUYER + "IDNabywcy")
            .at(Term.BUYER_REGISTRATION, BUYER + "DaneIdentyfikacyjne/NrID")
            .at(Term.BUYER_COUNTRY, BUYER + "Adres/KodKraju")
            .from(Term.NET, root -> sum(root, KsefRate::base))
            .from(Term.VAT, KsefTerms::vatTotal)
            .from(Term.TAX_CURRENCY, root -> sum(root, rate -> rate.tax() + "W").map(any -> "PLN"))
            .from(Term.TAX_CURRENCY_VAT, root -> sum(root, rate -> rate.tax() + "W"))
            .at(Term.GROSS, "Fa/P_15")
            .at(Term.PAYABLE, "Fa/Rozliczenie/DoZaplaty")
            .from(Term.PREPAID, root -> StatedSum.at(root, "Fa/Platnosc/ZaplataCzesciowa/KwotaZaplatyCzesciowej"))
            .at(Term.PAYMENT_MEANS, "Fa/Platnosc/FormaPlatnosci")
            .at(Term.ACCOUNT, "Fa/Platnosc/RachunekBankowy/NrRB")
            .at(Term.ACCOUNT_NAME, "Fa/Platnosc/RachunekBankowy/OpisRachunku")
            .at(Term.BIC, "Fa/Platnosc/RachunekBankowy/SWIFT");

    private KsefTerms() {}

    static Stated stated(KsefVersion version, InvoiceElement root) {
        List<Stated.Vat> vat = KsefRate.ALL.stream()
                .filter(rate -> root.first("Fa/" + rate.base()) != null)
                .map(rate -> new Stated.Vat(
                        rate.base(),
                        null,
                        root.firstText("Fa/" + rate.base()),
                        root.firstText("Fa/" + rate.tax()),
                        root.firstText("Fa/Adnotacje/Zwolnienie/P_19A")))
                .toList();
        Map<Term, List<String>> terms = TermTable.read(root, TABLE);
        return new Stated(
                "KSeF-" + version, terms, vat, root.all("Fa/FaWiersz").size(), List.of(), TermTable.lines(root, TABLE));
    }

    private static Stream<String> profile(InvoiceElement root) {
        InvoiceElement form = root.first("Naglowek/KodFormularza");
        return Stream.ofNullable(form == null ? null : form.attribute("kodSystemowy"));
    }

    private static Stream<String> sum(InvoiceElement root, Function<KsefRate, String> field) {
        return StatedSum.at(
                root,
                KsefRate.ALL.stream().map(rate -> "Fa/" + field.apply(rate)).toArray(String[]::new));
    }

    /** Without any P_14 there is no VAT: zero, since the net amounts are there. */
    private static Stream<String> vatTotal(InvoiceElement root) {
        List<String> sum = sum(root, KsefRate::tax).toList();
        boolean stated = KsefRate.ALL.stream().anyMatch(rate -> root.first("Fa/" + rate.tax()) != null);
        return sum.isEmpty() && !stated ? sum(root, KsefRate::base).map(any -> "0") : sum.stream();
    }

    /** The seller's NIP with the country that makes it a VAT id. */
    static @Nullable String sellerVatId(InvoiceElement root) {
        String nip = root.firstText(SELLER + "DaneIdentyfikacyjne/NIP");
        return nip == null ? null : "PL" + nip;
    }

    /** The buyer's NIP, or a VAT id of another member state. */
    static @Nullable String buyerVatId(InvoiceElement root, String prefixOfNip) {
        String nip = root.firstText(BUYER + "DaneIdentyfikacyjne/NIP");
        if (nip != null) {
            return prefixOfNip + nip;
        }
        String country = root.firstText(BUYER + "DaneIdentyfikacyjne/KodUE");
        String number = root.firstText(BUYER + "DaneIdentyfikacyjne/NrVatUE");
        return country == null || number == null ? null : country + number;
    }
}
