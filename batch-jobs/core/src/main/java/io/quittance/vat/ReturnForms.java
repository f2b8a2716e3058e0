package io.quittance.vat;

import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.ReturnBoxes.Boxes;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The forms of returns with all their figures, from {@code config/tax/return-forms.csv}. Immutable. */
public final class ReturnForms {

    private static final Set<BoxKind> BASES = EnumSet.of(BoxKind.BASE, BoxKind.GROSS, BoxKind.DEDUCTED);
    private static final Set<BoxKind> OUTPUTS = EnumSet.of(BoxKind.OUTPUT, BoxKind.WITHHELD);

    private final Map<String, List<FormBox>> rows;

    private ReturnForms(Map<String, List<FormBox>> rows) {
        this.rows = rows;
    }

    /**
     * These rows, each after those that its formula names.
     *
     * @throws IllegalArgumentException when two rows have one id or a formula names a box that does not stand before it
     */
    public static ReturnForms of(List<FormBox> rows) {
        var ids = new HashSet<String>();
        for (FormBox row : rows) {
            if (!ids.add(row.id())) {
                throw new IllegalArgumentException("Two rows of forms have the id " + row.id());
            }
        }
        var forms = new ReturnForms(rows.stream().collect(Collectors.groupingBy(FormBox::jurisdiction)));
        forms.rows.forEach((jurisdiction, boxes) -> new ReturnForm(jurisdiction, boxes).requireOrder());
        return forms;
    }

    /** The form of a jurisdiction as it is on a day; empty when it is not sourced. */
    public Optional<ReturnForm> find(String jurisdiction, LocalDate on) {
        var newest = new LinkedHashMap<String, FormBox>();
        rows.getOrDefault(jurisdiction, List.of()).stream()
                .filter(row -> row.validity().covers(on))
                .forEach(row -> newest.merge(
                        row.kind() + " " + row.box(),
                        row,
                        (one, other) ->
                                Comparator.comparing(FormBox::recordedAt).compare(one, other) >= 0 ? one : other));
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReturnForm(jurisdiction, List.copyOf(newest.values())));
    }

    /**
     * Whether every box that the map names is on its form, and no entry could be counted twice in one set of boxes.
     *
     * @throws IllegalArgumentException when not
     */
    public void requireAll(ReturnBoxes map) {
        map.all().forEach(this::require);
    }

    private void require(Boxes row) {
        List<FormBox> form = rows.getOrDefault(row.jurisdiction(), List.of());
        row.base().forEach(box -> require(row, box, form, BASES));
        row.outputTax().forEach(code -> require(row, BoxCode.parse(code).box(), form, OUTPUTS));
        row.inputTax().forEach(code -> require(row, BoxCode.parse(code).box(), form, EnumSet.of(BoxKind.INPUT)));
        once(row, !BoxCode.areApart(row.outputTax()) || !BoxCode.areApart(row.inputTax()));
        var sides = new HashMap<String, String>();
        for (String box : row.base()) {
            form.stream()
                    .filter(one -> one.box().equals(box) && !one.kind().isTax())
                    .forEach(one -> once(
                            row,
                            !sides.merge(one.side(), box, (first, second) -> first)
                                    .equals(box)));
        }
    }

    private static void require(Boxes row, String box, List<FormBox> form, Set<BoxKind> kinds) {
        if (form.stream().noneMatch(one -> one.box().equals(box) && kinds.contains(one.kind()))) {
            throw new IllegalArgumentException("%s puts something into %s %s, which the form of %s does not have"
                    .formatted(row.id(), kinds.iterator().next(), box, row.jurisdiction()));
        }
    }

    private static void once(Boxes row, boolean twice) {
        if (twice) {
            throw new IllegalArgumentException(row.id() + " would count an entry twice in one set of boxes");
        }
    }
}
