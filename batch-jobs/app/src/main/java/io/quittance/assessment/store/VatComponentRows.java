package io.quittance.assessment.store;

import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.tax.VatEntry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The several taxes of VAT entries whose rate consists of some. */
@Component
class VatComponentRows {

    private static final CopyTable TABLE = CopyTable.of(
            "quittance.vat_component",
            "entry",
            "position",
            "tax",
            "percent",
            "output_minor",
            "input_minor",
            "waiting_minor",
            "non_recoverable_minor");

    private final CopyWriter copy;

    VatComponentRows(CopyWriter copy) {
        this.copy = copy;
    }

    private record Placed(UUID entry, int position, VatEntry.Part part) {

        static Stream<Placed> of(VatEntry entry) {
            return IntStream.range(0, entry.parts().size())
                    .mapToObj(i -> new Placed(entry.id(), i + 1, entry.parts().get(i)));
        }
    }

    /** Writes them after their entries. */
    void write(List<VatEntry> entries) {
        copy.write(TABLE, entries.stream().flatMap(Placed::of).toList(), VatComponentRows::row);
    }

    private static void row(CopyRow row, Placed placed) {
        VatEntry.Part part = placed.part;
        row.uuid(placed.entry)
                .number(placed.position)
                .text(part.tax())
                .decimal(part.percent())
                .number(part.outputTax().getAmountMinorLong())
                .number(part.inputTax().getAmountMinorLong())
                .number(part.waiting().getAmountMinorLong())
                .number(part.nonRecoverable().getAmountMinorLong());
    }
}
