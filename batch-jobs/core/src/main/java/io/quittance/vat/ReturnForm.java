package io.quittance.vat;

import io.quittance.tax.ReturnBoxes.Boxes;
import io.quittance.vat.Formula.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A return as it is on one day.
 *
 * @param boxes in the order of the form; each after those that its formula names
 */
public record ReturnForm(String jurisdiction, List<FormBox> boxes) {

    public ReturnForm {
        boxes = List.copyOf(boxes);
    }

    /** The name of the return. */
    public String name() {
        return boxes.getFirst().form();
    }

    /** The figures of a box. */
    public List<FormBox> figures(String box) {
        return boxes.stream().filter(one -> one.box().equals(box)).toList();
    }

    Optional<FormBox> figure(Reference reference) {
        return boxes.stream()
                .filter(one -> one.is(reference))
                .findFirst()
                .or(() -> boxes.stream().filter(one -> one.isBaseOf(reference)).findFirst());
    }

    /** Whether it has every box that a row puts something into. */
    boolean has(Boxes row) {
        return Stream.of(row.base(), row.outputTax(), row.inputTax())
                .flatMap(List::stream)
                .noneMatch(code -> figures(BoxCode.parse(code).box()).isEmpty());
    }

    /** Whether an amount of entries is in a figure: a sum of other boxes takes no entries. */
    boolean takes(LedgerSum sum, BoxKind kind) {
        return boxes.stream()
                .anyMatch(box -> box.kind() == kind && !(box.formula() instanceof Formula.Sum) && sum.goesInto(box));
    }

    /** The boxes that entries go into, of a box that may be a total of others. */
    public Stream<String> parts(FormBox box) {
        List<Reference> references = box.formula().references();
        return references.isEmpty()
                ? Stream.of(box.box())
                : references.stream()
                        .flatMap(one -> parts(figure(one).orElseThrow()))
                        .distinct();
    }

    void requireOrder() {
        for (FormBox box : boxes) {
            for (Reference reference : box.formula().references()) {
                int at = figure(reference).map(boxes::indexOf).orElse(boxes.size());
                if (at >= boxes.indexOf(box)) {
                    throw new IllegalArgumentException("the formula of %s names [%s], which does not stand before it"
                            .formatted(box.id(), reference));
                }
            }
        }
    }
}
