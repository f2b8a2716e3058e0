package io.quittance.assessment;

import io.quittance.invoice.StatedAccount;
import io.quittance.party.AccountNumber;
import io.quittance.party.Bic;
import io.quittance.party.Checked;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import io.quittance.party.Register;
import io.quittance.party.VerifiedAccount;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * The accounts of a contractor in the currency of a document, as they are on the business date: money goes where the
 * contractor is paid now, not where he was when he wrote the invoice.
 *
 * @param registered all of them, the newest first
 * @param on the business date
 */
public record PayeeAccounts(List<VerifiedAccount> registered, LocalDate on) {

    private static final Comparator<VerifiedAccount> NEWEST_FIRST = Comparator.comparing(
                    (VerifiedAccount account) -> account.validity().from())
            .reversed()
            .thenComparing(account -> account.account().number());

    static PayeeAccounts of(Dossier dossier) {
        return of(
                dossier.register(),
                dossier.invoice().contractor(),
                dossier.invoice().currency(),
                dossier.businessDate());
    }

    /** Those of a contractor in a currency on a day. */
    public static PayeeAccounts of(Register register, String contractor, CurrencyUnit currency, LocalDate on) {
        List<VerifiedAccount> registered = register.accounts(contractor, currency, on).stream()
                .sorted(NEWEST_FIRST)
                .toList();
        return new PayeeAccounts(registered, on);
    }

    /** Those that hold on a later day, too. */
    public PayeeAccounts stillOn(LocalDate later) {
        return new PayeeAccounts(
                registered.stream()
                        .filter(account -> account.validity().covers(later))
                        .toList(),
                on);
    }

    /** Those that a second person verified, the newest first. */
    public List<PayeeAccount> verified() {
        return registered.stream()
                .filter(account ->
                        account.verifiedOn() != null && !account.verifiedOn().isAfter(on))
                .map(VerifiedAccount::account)
                .toList();
    }

    /** What a stated account is compared with: the verified ones, or when there are none, all. */
    List<PayeeAccount> comparable() {
        List<PayeeAccount> verified = verified();
        return verified.isEmpty()
                ? registered.stream().map(VerifiedAccount::account).toList()
                : verified;
    }

    /** The stated number in electronic form. Whoever has only IBANs cannot state another kind. */
    Checked<String> number(StatedAccount stated) {
        boolean onlyIbans =
                !registered.isEmpty() && registered.stream().allMatch(one -> one.account() instanceof IbanAccount);
        return AccountNumber.check(stated.number(), onlyIbans);
    }

    /** The verified account to pay to: the stated one, or when none is stated the newest. */
    public Optional<PayeeAccount> payable(Optional<StatedAccount> stated) {
        return verified().stream()
                .filter(account -> stated.isEmpty() || matches(account, stated.get()))
                .findFirst();
    }

    /** The same number; and where the number is a local one and both name a bank, the same bank. */
    boolean matches(PayeeAccount account, StatedAccount stated) {
        boolean sameNumber = number(stated)
                .found()
                .filter(number -> number.equals(electronic(account)))
                .isPresent();
        return switch (account) {
            case IbanAccount iban -> sameNumber;
            case LocalAccount local -> sameNumber && isSameBank(local, stated);
        };
    }

    private static String electronic(PayeeAccount account) {
        return AccountNumber.check(account.number(), false).found().orElse(account.number());
    }

    private static boolean isSameBank(LocalAccount local, StatedAccount stated) {
        Bic registered = local.bic();
        Optional<Bic> named = Optional.ofNullable(stated.bic())
                .flatMap(text -> Bic.parse(text).found());
        return registered == null || named.isEmpty() || registered.isSameAs(named.get());
    }
}
