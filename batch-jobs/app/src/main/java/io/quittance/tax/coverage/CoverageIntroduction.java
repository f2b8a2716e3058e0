package io.quittance.tax.coverage;

import java.time.LocalDate;
import java.util.List;

/** What the page says before its tables. */
final class CoverageIntroduction {

    private CoverageIntroduction() {}

    static List<String> reasons() {
        return """

                ## What is refused or held, by reason

                Over all payers, how many combinations each row answers; a row that only some payers meet has its law in the table at the end.

                """.lines().toList();
    }

    static List<String> lines(LocalDate on, int payers) {
        return """
                # What tax is covered, from which source, and what is not

                Written by `quittance tax coverage` out of the tables of `config/tax` and `config/fx`; a test keeps it so
                (`TaxCoverageTest`, `-Dgolden.update=true`). Do not edit it by hand. It shows the rows in force on %s.

                Treatments are not copied from the rule table: every combination of supplier, standing, service and right to deduct
                was asked of the rules, with an invoice written as they expect it. A code in **bold** says that the document is held
                or refused whatever the invoice says ([finding codes](finding-codes.md)); nothing is guessed. Confidence is that of
                the least sure row: *high* was read in a source that decides or in several that agree, *medium* was read once or has
                a date that no source states, *low* was read in one old source. Law changes: somebody who is responsible confirms
                a jurisdiction before it is used ([how](../operating/tax.md)). *Here*: the land lies or the event is held where the payer is;
                *there*: where the supplier is. Building work is bought as a builder (`buys_as` of `contracts.csv`).

                ## Summary: %d jurisdictions in which a payer may sit

                The supplier is registered, the service falls under the general rule, and the payer deducts everything but where the
                column says otherwise. The last four columns count combinations of supplier's place, service and standing, each asked with
                every way of writing the invoice: *decided* is one that some invoice makes right, *refused* one where no invoice can be right
                (such as a small business in a country without such a scheme), *asks for a fact* one that the register or the contract
                can decide, and *no rule* a gap of these tables. An invoice that is wrong in a decided combination (VAT where none is due,
                another category) is refused as well; it is no gap, and is not counted.

                """.formatted(on, payers).lines().toList();
    }
}
