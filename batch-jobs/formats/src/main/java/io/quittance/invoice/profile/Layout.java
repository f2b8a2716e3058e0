package io.quittance.invoice.profile;

import io.quittance.invoice.profile.ColumnProfile.ContractorKey;
import io.quittance.invoice.profile.SheetRow.CellKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where each term of a profile stands in the rows of one file. */
final class Layout {

    private static final List<ProfileTerm> NUMBERS = List.of(
            ProfileTerm.INVOICE_NET,
            ProfileTerm.INVOICE_VAT,
            ProfileTerm.INVOICE_GROSS,
            ProfileTerm.AMOUNT_DUE,
            ProfileTerm.QUANTITY,
            ProfileTerm.UNIT_PRICE,
            ProfileTerm.LINE_AMOUNT,
            ProfileTerm.VAT_AMOUNT,
            ProfileTerm.LINE_GROSS,
            ProfileTerm.VAT_RATE,
            ProfileTerm.DISCOUNT);

    private final Recognition recognition;
    private final int[] columns = new int[ProfileTerm.values().length];
    private final List<ProfileTerm> key;
    private final List<ProfileTerm> numbers;

    Layout(Recognition recognition) {
        this.recognition = recognition;
        for (ProfileTerm term : ProfileTerm.values()) {
            columns[term.ordinal()] = recognition.columns().getOrDefault(term, -1);
        }
        boolean byName = recognition.profile().contractor() == ContractorKey.NAME;
        Stream<ProfileTerm> supplier = byName
                ? Stream.of(ProfileTerm.CONTRACTOR, ProfileTerm.CONTRACTOR_VAT_ID, ProfileTerm.CONTRACTOR_NAME)
                : Stream.of(ProfileTerm.CONTRACTOR, ProfileTerm.CONTRACTOR_VAT_ID);
        key = Stream.concat(
                        Stream.of(ProfileTerm.DOCUMENT_TYPE, ProfileTerm.INVOICE_NUMBER, ProfileTerm.ENTITY), supplier)
                .filter(this::has)
                .toList();
        numbers = NUMBERS.stream().filter(this::has).toList();
    }

    ColumnProfile profile() {
        return recognition.profile();
    }

    boolean has(ProfileTerm term) {
        return columns[term.ordinal()] >= 0;
    }

    /** Its column from 0; -1 when there is none. */
    int column(ProfileTerm term) {
        return columns[term.ordinal()];
    }

    /** What stands in the row; empty when there is nothing or no such column. Text that a spreadsheet wrapped is unwrapped. */
    String text(ProfileTerm term, SheetRow row) {
        int column = columns[term.ordinal()];
        if (column < 0) {
            return "";
        }
        String text = row.text(column);
        boolean wrapped = text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2;
        return wrapped ? text.substring(2, text.length() - 1) : text;
    }

    @Nullable
    CellKind kind(ProfileTerm term, SheetRow row) {
        int column = columns[term.ordinal()];
        return column < 0 ? null : row.kind(column);
    }

    /** The terms that are numbers and have a column. */
    List<ProfileTerm> numbers() {
        return numbers;
    }

    /** Whether two rows belong to one document: same number, same supplier. */
    boolean sameDocument(SheetRow one, SheetRow other) {
        for (ProfileTerm term : key) {
            if (!text(term, one).strip().equals(text(term, other).strip())) {
                return false;
            }
        }
        return true;
    }

    /** FNV-1a of what makes a document; two documents with one hash only make one of them look scattered. */
    long keyHash(SheetRow row) {
        long hash = 0xCBF29CE484222325L;
        for (ProfileTerm term : key) {
            String text = text(term, row).strip();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
            }
            hash = (hash ^ 0xFFFF) * 0x100000001B3L;
        }
        return hash;
    }
}
