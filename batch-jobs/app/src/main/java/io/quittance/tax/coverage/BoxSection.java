package io.quittance.tax.coverage;

import io.quittance.tax.coverage.Rows.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The return and its boxes, by treatment. */
final class BoxSection implements Section {

    private final Rows boxes;
    private final LocalDate on;

    BoxSection(Rows boxes, LocalDate on) {
        this.boxes = boxes;
        this.on = on;
    }

    @Override
    public String title() {
        return "Return and boxes";
    }

    @Override
    public List<String> of(Payer payer) {
        List<Row> own = own(payer);
        if (own.isEmpty()) {
            return List.of("- not sourced: the VAT ledger and totals by treatment are there, boxes are not");
        }
        var lines = new ArrayList<>(
                Section.head("row", "return", "treatment", "base", "output tax", "input tax", "source", "confidence"));
        own.forEach(row -> lines.add(Section.line(
                row.text("id"),
                row.text("return"),
                row.text("treatment")
                        + (row.text("rate_percent").isEmpty() ? "" : " at " + row.text("rate_percent") + " %"),
                row.text("base_boxes"),
                row.text("output_tax_boxes"),
                row.text("input_tax_boxes"),
                row.text("source"),
                row.text("confidence"))));
        return lines;
    }

    private List<Row> own(Payer payer) {
        return boxes.where(row -> row.text("jurisdiction").equals(payer.area()) && row.holdsOn(on))
                .all();
    }

    /** For the summary. */
    String sourced(Payer payer) {
        return own(payer).isEmpty() ? "not sourced" : Confidences.worst(own(payer));
    }
}
