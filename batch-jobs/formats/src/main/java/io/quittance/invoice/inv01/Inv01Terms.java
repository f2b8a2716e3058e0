package io.quittance.invoice.inv01;

import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.json.JsonFields;
import io.quittance.invoice.xml.StatedSum;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where INV-01 states which business term. */
final class Inv01Terms {

    private static final Pattern DAY = Pattern.compile("([0-9]{2})/([0-9]{2})/([0-9]{4})");

    private static final Map<Term, String> PLACES = new EnumMap<>(Map.ofEntries(
            Map.entry(Term.PROFILE, "Version"),
            Map.entry(Term.PROCESS, "TranDtls/SupTyp"),
            Map.entry(Term.TYPE, "DocDtls/Typ"),
            Map.entry(Term.NUMBER, "DocDtls/No"),
            Map.entry(Term.ISSUE_DATE, "DocDtls/Dt"),
            Map.entry(Term.SELLER_NAME, "SellerDtls/LglNm"),
            Map.entry(Term.SELLER_TRADING_NAME, "SellerDtls/TrdNm"),
            Map.entry(Term.SELLER_VAT_ID, "SellerDtls/Gstin"),
            Map.entry(Term.BUYER_NAME, "BuyerDtls/LglNm"),
            Map.entry(Term.BUYER_VAT_ID, "BuyerDtls/Gstin"),
            Map.entry(Term.NET, "ValDtls/AssVal"),
            Map.entry(Term.ROUNDING, "ValDtls/RndOffAmt"),
            Map.entry(Term.GROSS, "ValDtls/TotInvVal"),
            Map.entry(Term.PREPAID, "PayDtls/PaidAmt"),
            Map.entry(Term.PAYABLE, "PayDtls/PaymtDue"),
            Map.entry(Term.PAYMENT_MEANS, "PayDtls/Mode"),
            Map.entry(Term.PAYMENT_TERMS, "PayDtls/PayTerm"),
            Map.entry(Term.PAYMENT_REFERENCE, "PayDtls/PayInstr"),
            Map.entry(Term.PAYEE_NAME, "PayDtls/Nm"),
            Map.entry(Term.ACCOUNT, "PayDtls/AccDet"),
            Map.entry(Term.BIC, "PayDtls/FinInsBr")));

    private Inv01Terms() {}

    static Stated stated(JsonFields root) {
        var terms = new EnumMap<Term, List<String>>(Term.class);
        PLACES.forEach((term, path) -> {
            String text = root.stated(path);
            terms.put(term, text == null ? List.of() : List.of(term == Term.ISSUE_DATE ? iso(text) : text));
        });
        terms.put(Term.CURRENCY, List.of("INR"));
        terms.put(Term.SELLER_COUNTRY, root.stated("SellerDtls/Gstin") == null ? List.of() : List.of("IN"));
        List<String> taxes = Stream.of("IgstVal", "CgstVal", "SgstVal")
                .map(name -> root.stated("ValDtls/" + name))
                .filter(Objects::nonNull)
                .toList();
        terms.put(Term.VAT, StatedSum.of(taxes).toList());
        List<Stated.Vat> vat = root.statedObjects("ItemList").stream()
                .map(line -> new Stated.Vat("GST", line.stated("GstRt"), line.stated("AssAmt"), tax(line), null))
                .toList();
        return new Stated("INV-01", terms, vat, root.count("ItemList"), List.of());
    }

    private static String tax(JsonFields line) {
        List<String> taxes = Stream.of("IgstAmt", "CgstAmt", "SgstAmt")
                .map(line::stated)
                .filter(Objects::nonNull)
                .toList();
        return StatedSum.of(taxes).findFirst().orElse("");
    }

    /** {@code 02/11/2026} as {@code 2026-11-02}; anything else as it is. */
    static String iso(String day) {
        var parts = DAY.matcher(day);
        return parts.matches() ? parts.group(3) + "-" + parts.group(2) + "-" + parts.group(1) : day;
    }
}
