package io.quittance.assessment;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.StatedAccount;
import io.quittance.party.Bic;
import io.quittance.party.PayeeAccount;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules about the account to pay to. The register decides; what a document says can only stop a payment. */
final class AccountRules {

    /** The field of {@link StatedAccount#bic}. */
    static final String BIC_FIELD = "payee_bic";

    private AccountRules() {}

    static Findings currencyIsAgreed(Dossier dossier) {
        if (dossier.contractor().isEmpty()
                || !PayeeAccounts.of(dossier).registered().isEmpty()) {
            return Findings.NONE;
        }
        String currency = dossier.invoice().currency().getCode();
        return dossier.finding(
                FindingCode.CURRENCY_NOT_AGREED,
                "currency",
                currency,
                null,
                dossier.invoice().contractor() + " has no account in " + currency + " on " + dossier.businessDate());
    }

    /** An IBAN by registry and check digits, another number by its characters; a BIC by ISO 9362. */
    static Findings accountIsOne(Dossier dossier) {
        return stated(dossier)
                .map(stated -> Stream.concat(
                                PayeeAccounts.of(dossier).number(stated).fault().stream()
                                        .map(reason -> invalid(dossier, "payee_account", stated, reason)),
                                Optional.ofNullable(stated.bic())
                                        .flatMap(bic -> Bic.parse(bic).fault())
                                        .map(reason -> invalid(dossier, BIC_FIELD, stated, reason))
                                        .stream())
                        .reduce(Findings.NONE, Findings::and))
                .orElse(Findings.NONE);
    }

    static Findings accountIsTheVerifiedOne(Dossier dossier) {
        PayeeAccounts accounts = PayeeAccounts.of(dossier);
        return stated(dossier)
                .filter(stated -> accounts.number(stated).found().isPresent())
                .filter(stated -> !accounts.comparable().isEmpty())
                .filter(stated ->
                        accounts.comparable().stream().noneMatch(account -> accounts.matches(account, stated)))
                .map(stated -> dossier.finding(
                        FindingCode.ACCOUNT_DIFFERS,
                        "payee_account",
                        stated.masked(),
                        masked(accounts),
                        "the document asks for payment to " + stated.masked() + ", registered is " + masked(accounts)))
                .orElse(Findings.NONE);
    }

    static Findings someAccountIsVerified(Dossier dossier) {
        PayeeAccounts accounts = PayeeAccounts.of(dossier);
        if (accounts.registered().isEmpty() || !accounts.verified().isEmpty()) {
            return Findings.NONE;
        }
        return dossier.finding(
                FindingCode.ACCOUNT_UNVERIFIED,
                "payee_account",
                masked(accounts),
                null,
                "nobody has verified the " + dossier.invoice().currency() + " account " + masked(accounts) + " of "
                        + dossier.invoice().contractor() + " by " + dossier.businessDate());
    }

    static Optional<StatedAccount> stated(Dossier dossier) {
        return Optional.ofNullable(dossier.invoice().payee())
                .filter(stated -> !stated.number().isBlank());
    }

    private static Findings invalid(Dossier dossier, String field, StatedAccount stated, String reason) {
        return dossier.finding(
                FindingCode.ACCOUNT_INVALID,
                field,
                stated.masked(),
                null,
                "the account " + stated.masked() + ": " + reason);
    }

    private static String masked(PayeeAccounts accounts) {
        return accounts.comparable().stream().map(PayeeAccount::masked).collect(Collectors.joining(" or "));
    }
}
