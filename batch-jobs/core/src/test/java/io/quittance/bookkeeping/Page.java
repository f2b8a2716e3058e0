package io.quittance.bookkeeping;

import io.quittance.ledger.Journal;
import java.util.stream.Collectors;

/** Journals as tests read them: {@code 2100 -121.00 EUR, 6100 121.00 EUR}, debits positive. */
final class Page {

    private Page() {}

    static String of(Journal journal) {
        return journal.postings().stream()
                .map(posting -> posting.account() + " " + posting.amount().getAmount() + " "
                        + posting.amount().getCurrencyUnit())
                .collect(Collectors.joining(", "));
    }
}
