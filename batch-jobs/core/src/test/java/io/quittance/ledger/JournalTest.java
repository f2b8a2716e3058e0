package io.quittance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.identity.Uuid5;
import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalTest {

    private static final UUID BACK = Uuid5.of("back");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2100 -121.00 EUR, 6100 100.00 EUR, 1510 21.00 EUR
            2100 -100.00 USD, 1900 100.00 USD, 1900 -90.00 EUR, 6100 90.00 EUR
            2100 -1000 JPY, 2190 1000 JPY
            2100 -1.005 BHD, 2190 1.005 BHD
            """)
    void balancesInEachCurrency(String page) {
        assertThat(LedgerPage.journal("e", page).postings()).isEqualTo(LedgerPage.postings(page));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2100 -121.00 EUR, 6100 120.99 EUR                  | does not balance: EUR -0.01
            2100 -100.00 USD, 6100 100.00 EUR                  | does not balance: EUR 100.00
            2100 -100.00 EUR, 6100 100.00 EUR, 1900 0.01 USD   | does not balance: USD 0.01
            2100 1 JPY                                         | at least two postings
            """)
    void cannotBeBuiltOtherwise(String page, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerPage.journal("invoice:1:accepted", page))
                .withMessageContaining("invoice:1:accepted")
                .withMessageContaining(reason);
    }

    @Test
    void aJournalWithoutPostingsIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Journal(BACK, "NL-BV", "e", "K", LedgerPage.DAY, "r", null, List.of()));
    }

    @Test
    void aPostingMovesSomething() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Posting("2100", Money.zero(CurrencyUnit.EUR)))
                .withMessageContaining("2100");
    }

    @Test
    void itsPostingsCannotBeChanged() {
        var postings = new ArrayList<>(LedgerPage.postings("2100 -1.00 EUR, 6100 1.00 EUR"));
        var journal = new Journal(BACK, "NL-BV", "e", "K", LedgerPage.DAY, "r", null, postings);
        postings.clear();
        assertThat(journal.postings()).hasSize(2);
        assertThatThrownBy(() -> journal.postings().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theReversalTakesBackEveryPosting() {
        Journal journal = LedgerPage.journal("e", "2100 -121.00 EUR, 6100 100.00 EUR, 1510 21.00 EUR");
        LocalDate later = LedgerPage.DAY.plusDays(3);
        Journal reversal = journal.reversal(BACK, "e:back", later);
        assertThat(reversal)
                .isEqualTo(new Journal(
                        BACK,
                        "NL-BV",
                        "e:back",
                        "REVERSAL",
                        later,
                        "2026-001",
                        journal.id(),
                        LedgerPage.postings("2100 121.00 EUR, 6100 -100.00 EUR, 1510 -21.00 EUR")));
    }

    @Test
    void aDraftLeavesOutWhatMovesNothing() {
        var draft = new JournalDraft().debit(Chart.EXPENSE, Money.zero(CurrencyUnit.EUR));
        assertThat(draft.isEmpty()).isTrue();
        draft.credit(Chart.PAYABLES, Money.parse("EUR 5.00")).debit(Chart.EXPENSE, Money.parse("EUR 5.00"));
        assertThat(draft.isEmpty()).isFalse();
        Journal journal = draft.build(BACK, "NL-BV", "e", "K", LedgerPage.DAY, "r");
        assertThat(journal.postings()).isEqualTo(LedgerPage.postings("2100 -5.00 EUR, 6100 5.00 EUR"));
        assertThat(journal.reverses()).isNull();
    }

    @Test
    void aNegativeDebitIsACredit() {
        Money amount = Money.parse("EUR 5.00");
        Journal one = new JournalDraft()
                .debit(Chart.BANK, amount.negated())
                .credit(Chart.SUSPENSE, amount.negated())
                .build(BACK, "NL-BV", "e", "K", LedgerPage.DAY, "r");
        Journal other = new JournalDraft()
                .credit(Chart.BANK, amount)
                .debit(Chart.SUSPENSE, amount)
                .build(BACK, "NL-BV", "e", "K", LedgerPage.DAY, "r");
        assertThat(one).isEqualTo(other);
    }

    @Test
    void aJournalAndItsReversalAreNothing() {
        Property.forAll(Gen.lists(Gen.longs(-1_000_000, 1_000_000).where(minor -> minor != 0), 1, 8))
                .holds(minors -> {
                    var draft = new JournalDraft();
                    for (long minor : minors) {
                        Money amount = Money.ofMinor(CurrencyUnit.EUR, minor);
                        draft.debit(Chart.EXPENSE, amount).credit(Chart.PAYABLES, amount);
                    }
                    Journal journal = draft.build(BACK, "NL-BV", "e", "K", LedgerPage.DAY, "r");
                    var both = new ArrayList<>(journal.postings());
                    both.addAll(journal.reversal(BACK, "b", LedgerPage.DAY).postings());
                    for (Account account : List.of(Chart.EXPENSE, Chart.PAYABLES)) {
                        Money sum = both.stream()
                                .filter(posting -> posting.account().equals(account.code()))
                                .map(Posting::amount)
                                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
                        assertThat(sum.isZero()).isTrue();
                    }
                });
    }

    @Test
    void theChartHasEveryAccountOnceByCode() {
        assertThat(Chart.ACCOUNTS)
                .extracting(Account::code)
                .hasSize(18)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[1-9][0-9]{3}"));
    }
}
