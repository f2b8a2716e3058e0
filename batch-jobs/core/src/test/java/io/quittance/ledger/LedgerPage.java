package io.quittance.ledger;

import io.quittance.identity.Uuid5;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;

/** Journals as tests write them: {@code 2100 -121.00 EUR, 6100 121.00 EUR}, debits positive. */
final class LedgerPage {

    static final LocalDate DAY = LocalDate.parse("2026-11-24");

    private LedgerPage() {}

    static List<Posting> postings(String page) {
        return Arrays.stream(page.split(", *")).map(LedgerPage::posting).toList();
    }

    private static Posting posting(String row) {
        String[] cell = row.strip().split(" +");
        return new Posting(cell[0], Money.parse(cell[2] + " " + cell[1]));
    }

    static Journal journal(String eventKey, String page) {
        return new Journal(Uuid5.of(eventKey), "NL-BV", eventKey, "ACCEPTED", DAY, "2026-001", null, postings(page));
    }
}
