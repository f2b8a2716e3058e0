package io.quittance.invoice.csv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of our invoice CSV, in the order we write them; a file may have them in any order. */
enum CsvColumn {
    /** {@code invoice} or {@code credit_note}. */
    DOCUMENT_TYPE(Of.KEY),
    /** BT-1. */
    INVOICE_NUMBER(Of.KEY),
    /** BT-2. */
    INVOICE_DATE(Of.DOCUMENT),
    /** BT-72. */
    SUPPLY_DATE(Of.DOCUMENT_OPTIONAL),
    /** BT-9. */
    DUE_DATE(Of.DOCUMENT_OPTIONAL),
    /** BT-46: the entity that is to pay. */
    ENTITY(Of.KEY),
    /** BT-29: who is to be paid. */
    CONTRACTOR(Of.KEY),
    /** BT-27. */
    CONTRACTOR_NAME(Of.DOCUMENT),
    /** BT-31. */
    CONTRACTOR_VAT_ID(Of.DOCUMENT_OPTIONAL),
    /** BT-12. */
    CONTRACT(Of.DOCUMENT_OPTIONAL),
    /** BT-13. */
    PURCHASE_REFERENCE(Of.DOCUMENT_OPTIONAL),
    /** BT-5. */
    CURRENCY(Of.DOCUMENT),
    /** BT-126. */
    LINE_NUMBER(Of.LINE),
    /** BT-153. */
    DESCRIPTION(Of.LINE),
    /** BT-129. */
    QUANTITY(Of.LINE),
    /** BT-146. */
    UNIT_PRICE(Of.LINE),
    /** BT-131. */
    NET_AMOUNT(Of.LINE),
    /** BT-151. */
    VAT_CATEGORY(Of.LINE),
    /** BT-152, in per cent. */
    VAT_RATE(Of.LINE),
    /** The VAT of the line; per category and rate they add up to BT-117. */
    VAT_AMOUNT(Of.LINE),
    /** BT-109. */
    INVOICE_NET(Of.DOCUMENT),
    /** BT-110. */
    INVOICE_VAT(Of.DOCUMENT),
    /** BT-112. */
    INVOICE_GROSS(Of.DOCUMENT),
    /** BT-115. */
    AMOUNT_DUE(Of.DOCUMENT),
    /** BT-84. */
    PAYEE_ACCOUNT(Of.DOCUMENT_OPTIONAL),
    /** BT-86. */
    PAYEE_BIC(Of.DOCUMENT_OPTIONAL),
    /** BT-83. */
    PAYMENT_REFERENCE(Of.DOCUMENT_OPTIONAL),
    /** BT-25. */
    PRECEDING_INVOICE(Of.DOCUMENT_OPTIONAL),
    /** BT-130, by UN/ECE Recommendation 20. */
    UNIT(Of.LINE_OPTIONAL),
    /** BT-134: the first day of the work. */
    PERIOD_FROM(Of.LINE_OPTIONAL),
    /** BT-135: its last day. */
    PERIOD_TO(Of.LINE_OPTIONAL);

    private enum Of {
        KEY,
        DOCUMENT,
        DOCUMENT_OPTIONAL,
        LINE,
        LINE_OPTIONAL
    }

    private static final Map<String, CsvColumn> BY_HEADING =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CsvColumn::heading, Function.identity()));

    /** The columns that say to which document a row belongs. */
    static final List<CsvColumn> KEY =
            Arrays.stream(values()).filter(column -> column.of == Of.KEY).toList();

    /** The columns that must be alike on all rows of a document, beside the key. */
    static final List<CsvColumn> REPEATED = Arrays.stream(values())
            .filter(column -> column.of == Of.DOCUMENT || column.of == Of.DOCUMENT_OPTIONAL)
            .toList();

    /** The columns that our writer writes: it writes lines that say neither unit nor period. */
    static final List<CsvColumn> WRITTEN = Arrays.stream(values())
            .filter(column -> column.of != Of.LINE_OPTIONAL)
            .toList();

    private final Of of;
    private final String heading = name().toLowerCase(Locale.ROOT);

    CsvColumn(Of of) {
        this.of = of;
    }

    /** As it stands in the first row. */
    String heading() {
        return heading;
    }

    /** Whether a file without it is refused; the others may be left out where nothing is to be said. */
    boolean isRequired() {
        return of != Of.DOCUMENT_OPTIONAL && of != Of.LINE_OPTIONAL;
    }

    /** Whether no finding may show its content. */
    boolean isConfidential() {
        return this == PAYEE_ACCOUNT;
    }

    /** The column with this heading, null when there is none. */
    static @Nullable CsvColumn ofHeading(String heading) {
        return BY_HEADING.get(heading.strip().toLowerCase(Locale.ROOT));
    }
}
