package io.quittance.tax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which boxes of a VAT return a treatment goes to, from {@code config/tax/return-boxes.csv}. Immutable. */
public final class ReturnBoxes {

    private record Key(String jurisdiction, Treatment treatment) {}

    /**
     * The boxes of one treatment in one jurisdiction's return, codes as the form prints them.
     *
     * @param base where the taxable amount goes
     * @param outputTax where the tax that the payer owes goes
     * @param inputTax where the deductible tax goes
     */
    public record Boxes(
            String jurisdiction,
            Treatment treatment,
            List<String> base,
            List<String> outputTax,
            List<String> inputTax,
            String source,
            Confidence confidence) {}

    private final Map<Key, Boxes> rows;
    private final List<Boxes> all;

    private ReturnBoxes(Map<Key, Boxes> rows, List<Boxes> all) {
        this.rows = rows;
        this.all = all;
    }

    /** These rows. @throws IllegalArgumentException when two rows speak of one treatment in one jurisdiction */
    public static ReturnBoxes of(List<Boxes> boxes) {
        var rows = new HashMap<Key, Boxes>();
        for (Boxes row : boxes) {
            if (rows.put(new Key(row.jurisdiction(), row.treatment()), row) != null) {
                throw new IllegalArgumentException(
                        "Two rows of boxes for %s in %s".formatted(row.treatment(), row.jurisdiction()));
            }
        }
        return new ReturnBoxes(Map.copyOf(rows), List.copyOf(boxes));
    }

    /** The boxes of a treatment; empty when the return of the jurisdiction is not known or never sees the treatment. */
    public Optional<Boxes> find(String jurisdiction, Treatment treatment) {
        return Optional.ofNullable(rows.get(new Key(jurisdiction, treatment)));
    }

    /** Every row, in the order of the table. */
    public List<Boxes> all() {
        return all;
    }
}
