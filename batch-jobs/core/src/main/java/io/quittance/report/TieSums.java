package io.quittance.report;

import io.quittance.assessment.Verdict;
import io.quittance.ledger.Chart;
import io.quittance.payment.Outcome;
import io.quittance.report.AboutFacts.Accounts;
import io.quittance.report.PaymentRow.Status;
import io.quittance.vat.BoxKind;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Both sides of every tie as formulas over the sheets. */
final class TieSums {

    private static final String[] MONEY = {"Entity", "Currency"};

    private final Tallies tallies;
    private final Accounts accounts;
    private final boolean withheld;
    private final boolean returned;
    private final Tally debit;
    private final Tally credit;

    /** @param content says which sheets the book has */
    TieSums(Tallies tallies, Accounts accounts, WorkbookContent content) {
        this.withheld = content.isWithheld();
        this.returned = content.isReturned();
        this.tallies = tallies;
        this.accounts = accounts;
        this.debit = tallies.sum(LedgerSheet.PLAN, "Debit", "Entity", "Currency", "Account", "Kind");
        this.credit = tallies.sum(LedgerSheet.PLAN, "Credit", "Entity", "Currency", "Account", "Kind");
    }

    /** One side of a tie for an entity and a currency; a tie that counts does not look at the currency. */
    @FunctionalInterface
    interface Side {
        Figure figure(Criterion entity, Criterion currency);
    }

    /**
     * A tie.
     *
     * @param sources the tallies that say for which entities and currencies there is something to compare
     */
    record Sides(TieRule rule, List<Tally> sources, Side expected, Side actual) {
        Stream<List<String>> keys() {
            return sources.stream().flatMap(tally -> tally.keys(rule.isMoney() ? 2 : 1).stream());
        }
    }

    /** Every rule, in order; those of returns where there are any. */
    List<Sides> all() {
        return Stream.of(TieRule.values())
                .filter(rule -> returned || !rule.isOfReturns())
                .map(this::sides)
                .toList();
    }

    private Sides sides(TieRule rule) {
        return switch (rule) {
            case DOCUMENT_MATH -> documentMath();
            case CANDIDATES_OUTCOMES -> candidates();
            case INVOICES_PAYMENTS -> invoicesPayments();
            case PAYMENTS_LEDGER -> paymentsLedger();
            case INVOICES_LEDGER -> invoicesLedger();
            case LEDGER_BALANCE -> ledgerBalance();
            case VAT_OUTPUT -> vat(rule, "Output", "ACC_OUTPUT_VAT", accounts.outputVat());
            case VAT_INPUT -> vat(rule, "Input", "ACC_INPUT_VAT", accounts.inputVat());
            case FX_PRODUCT -> none(rule, FxSheet.PLAN);
            case VAT_AGAIN -> none(rule, VatSheet.PLAN);
            case BANK_BALANCE -> none(rule, BankSheet.PLAN);
            case BANK_PAYMENTS -> bankPayments();
            case HELD_COUNT -> documents(rule, Verdict.HELD, FindingSheet.HELD);
            case REJECTED_COUNT -> documents(rule, Verdict.REJECTED, FindingSheet.REJECTED);
            case OPEN_AGEING -> openAgeing();
            case UNREAD_COUNT -> unread();
            case RETURN_ENTRIES -> returnEntries();
            case RETURN_ROUNDING -> returnRounding();
            case RETURN_BOUNDS -> none(rule, ReturnsSheet.PLAN);
        };
    }

    /** Rejected documents are left out: a wrong sum is why some of them were rejected. */
    private Sides documentMath() {
        Tally net = tallies.sum(InvoicesSheet.PLAN, "Net", "Entity", "Currency", "Verdict");
        Tally vat = tallies.sum(InvoicesSheet.PLAN, "Vat", "Entity", "Currency", "Verdict");
        Tally gross = tallies.sum(InvoicesSheet.PLAN, "Gross", "Entity", "Currency", "Verdict");
        Criterion kept = Criterion.not(Verdict.REJECTED.name());
        return new Sides(
                TieRule.DOCUMENT_MATH,
                List.of(gross),
                (entity, currency) -> net.where(entity, currency, kept).plus(vat.where(entity, currency, kept)),
                (entity, currency) -> gross.where(entity, currency, kept));
    }

    private Sides candidates() {
        Tally candidates = tallies.sum(SummarySheet.PLAN, "Candidates", "Entity");
        Tally decided = tallies.sum(SummarySheet.PLAN, "Decided", "Entity");
        return new Sides(
                TieRule.CANDIDATES_OUTCOMES,
                List.of(candidates),
                (entity, currency) -> candidates.where(entity),
                (entity, currency) -> decided.where(entity));
    }

    private Sides invoicesPayments() {
        Tally payable = tallies.sum(InvoicesSheet.PLAN, "Payable", "Entity", "Currency", "Outcome");
        Tally payments = tallies.sum(PaymentsSheet.PLAN, "Amount", "Entity", "Currency", "Status");
        Side standing = standing(payments);
        @Nullable
        Side kept = withheld ? standing(tallies.sum(WithheldSheet.PLAN, "Kept", "Entity", "Currency", "Status")) : null;
        return new Sides(
                TieRule.INVOICES_PAYMENTS,
                List.of(payable, payments),
                (entity, currency) -> payable.where(entity, currency, Criterion.is(Outcome.PAID.name()))
                        .plus(payable.where(entity, currency, Criterion.is(Outcome.NETTED.name()))),
                kept == null
                        ? standing
                        : (entity, currency) ->
                                standing.figure(entity, currency).plus(kept.figure(entity, currency)));
    }

    /** What is neither refused nor returned. */
    private static Side standing(Tally amounts) {
        return (entity, currency) -> amounts.where(entity, currency, Criterion.not(Status.RETURNED.name()))
                .minus(amounts.where(entity, currency, Criterion.is(Status.REJECTED.name())));
    }

    private Sides paymentsLedger() {
        Tally payments = tallies.sum(PaymentsSheet.PLAN, "Amount", "Entity", "Currency", "Status");
        return new Sides(
                TieRule.PAYMENTS_LEDGER,
                List.of(payments, credit),
                (entity, currency) -> payments.where(entity, currency, Criterion.not(Status.PROPOSED.name())),
                credited("ACC_IN_TRANSIT", accounts.inTransit(), Criterion.is("RELEASED")));
    }

    private Sides invoicesLedger() {
        Tally payable = tallies.sum(InvoicesSheet.PLAN, "Payable", "Entity", "Currency", "Verdict");
        return new Sides(
                TieRule.INVOICES_LEDGER,
                List.of(payable, credit),
                (entity, currency) -> payable.where(entity, currency, Criterion.is(Verdict.ACCEPTED.name())),
                credited("ACC_PAYABLES", accounts.payables(), Criterion.is("ACCEPTED")));
    }

    private Sides ledgerBalance() {
        return new Sides(
                TieRule.LEDGER_BALANCE,
                List.of(debit, credit),
                (entity, currency) -> debit.where(entity, currency, Criterion.any(), Criterion.any()),
                (entity, currency) -> credit.where(entity, currency, Criterion.any(), Criterion.any()));
    }

    private Sides vat(TieRule rule, String column, String name, String account) {
        Tally tax = tallies.sum(VatSheet.PLAN, column, MONEY);
        Side credited = credited(name, account, Criterion.any());
        Side debited = debited(name, account);
        return new Sides(rule, List.of(tax, credit), tax::where, rule == TieRule.VAT_OUTPUT ? credited : debited);
    }

    private Sides none(TieRule rule, SheetPlan plan) {
        Tally off = tallies.sum(plan, "Off", "Entity");
        return new Sides(
                rule, List.of(off), (entity, currency) -> Figure.zero(), (entity, currency) -> off.where(entity));
    }

    private Sides bankPayments() {
        Tally left = tallies.sum(BankSheet.PLAN, "Settled", "Entity", "SettledCurrency", "Match");
        Tally payments = tallies.sum(PaymentsSheet.PLAN, "Amount", "Entity", "Currency", "Status");
        return new Sides(
                TieRule.BANK_PAYMENTS,
                List.of(left, payments),
                (entity, currency) -> left.where(entity, currency, Criterion.not(Status.RETURNED.name())),
                (entity, currency) -> payments.where(entity, currency, Criterion.is(Status.SETTLED.name()))
                        .plus(payments.where(entity, currency, Criterion.is(Status.RETURNED.name()))));
    }

    private Sides documents(TieRule rule, Verdict verdict, SheetPlan plan) {
        Tally verdicts = tallies.count(InvoicesSheet.PLAN, "Entity", "Verdict");
        Tally documents = tallies.sum(plan, "Documents", "Entity");
        return new Sides(
                rule,
                List.of(verdicts, documents),
                (entity, currency) -> verdicts.where(entity, Criterion.is(verdict.name())),
                (entity, currency) -> documents.where(entity));
    }

    /** They are on no other sheet: both sides are the same, and the database is the other witness. */
    private Sides unread() {
        Tally unread = tallies.sum(FindingSheet.REJECTED, "Unread", "Entity");
        return new Sides(
                TieRule.UNREAD_COUNT,
                List.of(unread),
                (entity, currency) -> unread.where(entity),
                (entity, currency) -> unread.where(entity));
    }

    private Sides openAgeing() {
        Tally open = tallies.sum(OpenSheet.PLAN, "Open", MONEY);
        List<Tally> buckets = OpenSheet.buckets().stream()
                .map(bucket -> tallies.sum(OpenSheet.PLAN, bucket, MONEY))
                .toList();
        return new Sides(
                TieRule.OPEN_AGEING,
                List.of(open),
                open::where,
                (entity, currency) -> buckets.stream()
                        .map(bucket -> bucket.where(entity, currency))
                        .reduce(Figure::plus)
                        .orElseThrow());
    }

    private Sides returnEntries() {
        Tally net = tallies.sum(ReturnsSheet.PLAN, "Net", MONEY);
        Tally rounding = tallies.sum(ReturnsSheet.PLAN, "Rounding", MONEY);
        Tally parts = tallies.sum(ReturnPartsSheet.PLAN, "Amount", "Entity", "Currency", "Kind");
        return new Sides(
                TieRule.RETURN_ENTRIES,
                List.of(net, parts),
                (entity, currency) -> net.where(entity, currency).minus(rounding.where(entity, currency)),
                (entity, currency) -> parts.where(entity, currency, Criterion.is(BoxKind.OUTPUT.name()))
                        .minus(parts.where(entity, currency, Criterion.is(BoxKind.INPUT.name()))));
    }

    private Sides returnRounding() {
        Tally rounding = tallies.sum(ReturnsSheet.PLAN, "Rounding", MONEY);
        var account = Criterion.is(Chart.RETURN_ROUNDING.code());
        return new Sides(
                TieRule.RETURN_ROUNDING,
                List.of(rounding, credit),
                rounding::where,
                (entity, currency) -> credit.where(entity, currency, account, Criterion.any())
                        .minus(debit.where(entity, currency, account, Criterion.any())));
    }

    private Side credited(String name, String code, Criterion kind) {
        var account = Criterion.at(name, code);
        return (entity, currency) ->
                credit.where(entity, currency, account, kind).minus(debit.where(entity, currency, account, kind));
    }

    private Side debited(String name, String code) {
        var account = Criterion.at(name, code);
        return (entity, currency) -> debit.where(entity, currency, account, Criterion.any())
                .minus(credit.where(entity, currency, account, Criterion.any()));
    }
}
