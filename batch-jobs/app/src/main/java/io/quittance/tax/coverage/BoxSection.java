package io.quittance.tax.coverage;

import io.quittance.tax.coverage.Rows.Row;
import java.util.ArrayList;
import java.util.List;

/** The return and its boxes, by treatment. */
final class BoxSection implements Section {

    private final Rows boxes;

    BoxSection(Rows boxes) {
        this.boxes = boxes;
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
        var lines =
                new ArrayList<>(Section.head("treatment", "base", "output tax", "input tax", "source", "confidence"));
        own.forEach(row -> lines.add(Section.line(
                row.text("treatment"),
                row.text("base_boxes"),
                row.text("output_tax_boxes"),
                row.text("input_tax_boxes"),
                row.text("source"),
                row.text("confidence"))));
        return lines;
    }

    private List<Row> own(Payer payer) {
        return boxes.where(row -> row.text("jurisdiction").equals(payer.area())).all();
    }

    /** For the summary. */
    String sourced(Payer payer) {
        return own(payer).isEmpty() ? "not sourced" : Confidences.worst(own(payer));
    }
}
