package io.quittance.invoice.xml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a syntax states what an invoice in normal form is made of. Paths begin at the root, or at the group that they are in.
 *
 * @param ofLine allowances and charges of a line (BG-27, BG-28), from the line on
 * @param ofDocument those of the document (BG-20, BG-21)
 * @param periods when the work was done
 */
public record DocumentPaths(
        Header header,
        Lines lines,
        Adjustments ofLine,
        List<Adjustments> ofDocument,
        Totals totals,
        Vat vat,
        Account account,
        Periods periods) {

    public DocumentPaths {
        ofDocument = List.copyOf(ofDocument);
    }

    /**
     * Terms of the document.
     *
     * @param currency BT-5
     * @param number BT-1
     * @param issueDate BT-2
     * @param seller BG-4
     * @param buyer BG-7
     * @param delivered BT-72
     * @param periodEnd BT-74
     * @param taxPoint BT-7; the first where the syntax has it in each category
     * @param contract BT-12
     * @param purchaseOrder BT-13
     * @param paymentReference BT-83
     * @param preceding BT-25
     */
    public record Header(
            String currency,
            String number,
            String issueDate,
            String seller,
            String buyer,
            String delivered,
            String periodEnd,
            String taxPoint,
            String contract,
            String purchaseOrder,
            String paymentReference,
            String preceding) {}

    /**
     * A line (BG-25) and what it states.
     *
     * @param number BT-126
     * @param status whether the line counts, BT-X-8 of the EXTENDED profile; null in a syntax that knows no such thing
     * @param net BT-131
     * @param category BT-151
     * @param rate BT-152
     * @param description BT-153
     * @param quantity BT-129
     * @param price BT-146
     * @param baseQuantity BT-149
     */
    public record Lines(
            String group,
            String number,
            @Nullable String status,
            String net,
            String category,
            String rate,
            String description,
            String quantity,
            String price,
            String baseQuantity) {}

    /**
     * Allowances and charges.
     *
     * @param charge whether it is a charge; null where it always is
     */
    public record Adjustments(
            String group, @Nullable String charge, String amount, String reason, String category, String rate) {}

    /**
     * The totals (BG-22).
     *
     * @param lines BT-106
     * @param allowances BT-107
     * @param charges BT-108
     * @param net BT-109
     * @param gross BT-112
     * @param prepaid BT-113
     * @param rounding BT-114
     * @param due BT-115
     */
    public record Totals(
            String group,
            String lines,
            String allowances,
            String charges,
            String net,
            String gross,
            String prepaid,
            String rounding,
            String due) {}

    /**
     * One VAT breakdown (BG-23).
     *
     * @param tax which tax it is; null where it is not looked at
     * @param category BT-118
     * @param rate BT-119
     * @param base BT-116
     * @param amount BT-117
     * @param reasons where a reason for charging no tax may stand: BT-120, BT-121
     */
    public record Vat(
            @Nullable String tax, String category, String rate, String base, String amount, List<String> reasons) {

        public Vat {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * When the work was done, that of a line from the line on.
     *
     * @param from BT-73
     * @param to BT-74
     * @param ofLineFrom BT-134
     * @param ofLineTo BT-135
     */
    public record Periods(String from, String to, String ofLineFrom, String ofLineTo) {}

    /**
     * The accounts of the payee (BG-17).
     *
     * @param numbers where BT-84 may stand
     * @param bic BT-86
     */
    public record Account(String group, List<String> numbers, String bic) {}
}
