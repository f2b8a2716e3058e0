package io.quittance.bookkeeping;

import io.quittance.ledger.Account;
import io.quittance.ledger.Journal;
import io.quittance.ledger.Posting;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Balances after some journals. */
final class Books {

    private final List<Posting> postings = new ArrayList<>();

    Books(List<Journal> journals) {
        journals.forEach(journal -> postings.addAll(journal.postings()));
    }

    Money balance(Account account, CurrencyUnit currency) {
        return postings.stream()
                .filter(posting -> posting.account().equals(account.code()))
                .map(Posting::amount)
                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }

    Money total(CurrencyUnit currency) {
        return postings.stream()
                .map(Posting::amount)
                .filter(amount -> amount.getCurrencyUnit().equals(currency))
                .reduce(Money.zero(currency), Money::plus);
    }
}
