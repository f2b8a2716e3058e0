package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the rows of {@link TaxTables}, always in the same order; every step leaves its evidence. Steps 9, 10, 13 and
 * 14 of the order (exchange rate, currency of the return, withholding, ledger) are other packages' work.
 */
public final class TableTaxRules implements TaxRules {

    private static final List<BiConsumer<Case, WorkingPaper>> ORDER = List.of(
            Facts::identify,
            Facts::kindOfService,
            Facts::placeOfSupply,
            Facts::standing,
            Liability::decide,
            Facts::taxPoint,
            Amounts::rates,
            Amounts::recoverability,
            Claims::compare);

    private final TaxTables tables;

    private TableTaxRules(TaxTables tables) {
        this.tables = tables;
    }

    /** Rules over these rows. */
    public static TableTaxRules of(TaxTables tables) {
        return new TableTaxRules(tables);
    }

    @Override
    public TaxDecision decide(Invoice invoice, Entity payer, Contractor supplier, @Nullable Contract contract) {
        LocalDate on = invoice.taxPoint();
        Territory here = tables.territory(payer.vatCountry(), on).orElse(null);
        if (here == null) {
            return undecidable(tables, invoice, payer);
        }
        Case given = Case.of(tables, invoice, payer, supplier, contract, here);
        var paper = new WorkingPaper(given);
        for (BiConsumer<Case, WorkingPaper> step : ORDER) {
            step.accept(given, paper);
        }
        return paper.decision();
    }

    private static TaxDecision undecidable(TaxTables tables, Invoice invoice, Entity payer) {
        LocalDate on = invoice.taxPoint();
        String code = payer.vatCountry();
        Optional<LocalDate> begins = tables.territoryBegins(code).filter(on::isBefore);
        String when = begins.map(day -> "before " + day).orElse("on " + on);
        Finding finding = Finding.of(
                        FindingCode.TREATMENT_UNKNOWN,
                        invoice.source().place("BT-44"),
                        code,
                        "a row of territories.csv",
                        "no territory %s %s, where %s is established".formatted(code, when, payer.id()))
                .withHint(begins.map(Remedies::before).orElseGet(() -> Remedies.territory(code, payer.id())));
        var step = new TaxStep(
                Step.IDENTITY,
                null,
                () -> "the payer's territory is not in the tables",
                List.of(),
                () -> "territories.csv");
        return new TaxDecision(null, payer.vatCountry(), on, List.of(step), List.of(), Findings.of(finding));
    }
}
