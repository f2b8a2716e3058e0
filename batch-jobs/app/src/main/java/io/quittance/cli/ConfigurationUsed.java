package io.quittance.cli;

import io.quittance.document.store.DocumentPages;
import io.quittance.document.store.Listing;
import io.quittance.document.store.Standing;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Loaded;
import io.quittance.stage.WorkSets;
import io.quittance.tax.VatRate;
import io.quittance.tax.table.TaxTableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration that the last assessment of a document was made with, as far as it explains something. */
record ConfigurationUsed(String digest, Loaded loaded) {

    /** The one of its last assessment; of a document without one, that which its file was read with. */
    static ConfigurationUsed of(AppSession app, Standing document, DocumentPages pages) {
        Listing attempts = pages.of(document).getOrDefault("attempts", new Listing(List.of(), List.of()));
        String workSet = attempts.isEmpty()
                ? document.intake()
                : attempts.objects().getLast().getOrDefault("work_set", document.intake());
        String digest = app.get(WorkSets.class).get(workSet).configDigest();
        return new ConfigurationUsed(digest, app.get(FrozenConfiguration.class).get(digest));
    }

    Optional<Entity> entity(Map<String, String> header) {
        return loaded.register().entities().stream()
                .filter(one -> one.id().equals(header.get("entity")))
                .findFirst();
    }

    Optional<Contractor> contractor(Map<String, String> header) {
        return loaded.register()
                .contractor(
                        header.getOrDefault("contractor", ""), LocalDate.parse(header.getOrDefault("issue_date", "")));
    }

    /** A row of rates.csv; empty where the table has none of that id. */
    Optional<VatRate> rate(String id) {
        try {
            return TaxTableFiles.rates(loaded.configuration().folder().resolve("tax")).stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a document was compared with as a possible duplicate; a record that could not be read was not compared. */
    Listing alike(Standing document, DocumentPages pages) {
        String contractor = document.contractor();
        return document.refused() || contractor == null
                ? new Listing(List.of(), List.of())
                : pages.alike(
                        document,
                        loaded.register().kin(contractor),
                        loaded.configuration().rules().suspicion().days());
    }

    /** The boxes of the return that an entry went into when it was assessed, as the form prints them. */
    String boxes(Map<String, String> entry) {
        String row = entry.getOrDefault("box_row", "");
        String source = loaded.boxes().all().stream()
                .filter(one -> one.id().equals(row))
                .map(one -> ": " + one.source())
                .findFirst()
                .orElse("");
        return row.isEmpty()
                ? "no box is sourced"
                : "base [" + entry.get("base_boxes") + "], output [" + entry.get("output_boxes") + "], input ["
                        + entry.get("input_boxes") + "] (row " + row + " of config/tax/return-boxes.csv" + source + ")";
    }
}
