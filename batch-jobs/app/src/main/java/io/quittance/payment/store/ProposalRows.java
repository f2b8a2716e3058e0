package io.quittance.payment.store;

import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.party.Address;
import io.quittance.party.BankAccount;
import io.quittance.party.PayeeAccount;
import io.quittance.payment.Decision;
import io.quittance.payment.FilePlan;
import io.quittance.payment.PayeePlan;
import io.quittance.payment.Payment;
import io.quittance.payment.RunTerms;
import io.quittance.payment.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what a run decides, contractor by contractor, in the transaction of the chunk. */
@Repository
public class ProposalRows {

    private static final CopyTable DECISION =
            CopyTable.of("quittance.run_decision", "run", "invoice", "outcome", "reason", "payment");
    private static final CopyTable SETTLEMENT = CopyTable.of(
            "quittance.settlement",
            "run",
            "invoice",
            "payment",
            "netting",
            "number",
            "currency",
            "minor",
            "functional",
            "functional_minor");
    private static final CopyTable PAYMENT = CopyTable.of(
            "quittance.payment",
            "id",
            "run",
            "batch",
            "position",
            "entity",
            "contractor",
            "payee_name",
            "payee_street",
            "payee_building",
            "payee_post_code",
            "payee_town",
            "payee_subdivision",
            "payee_country",
            "account_number",
            "account_bic",
            "account_system",
            "account_member",
            "account_country",
            "rail",
            "debit_account",
            "currency",
            "minor",
            "functional",
            "functional_minor",
            "estimate_minor",
            "end_to_end_id",
            "uetr",
            "remittance");

    private final JdbcClient jdbc;
    private final CopyWriter copy;

    public ProposalRows(JdbcClient jdbc, CopyWriter copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** A payment with what it is estimated to cost in functional currency; null where no rate says so. */
    public record Estimated(Payment payment, @Nullable Money estimate) {}

    /** How many payments a run has so far: the next one gets the next number. */
    public int paymentsOf(String run) {
        return jdbc.sql("select coalesce(max(position), 0) from quittance.payment where run = ?")
                .params(run)
                .query(Integer.class)
                .single();
    }

    /** Writes some plans of a run. */
    public void write(RunTerms terms, List<? extends PayeePlan> plans, List<Estimated> payments) {
        List<Decision> decisions =
                plans.stream().flatMap(plan -> plan.decisions().stream()).toList();
        Map<String, Money> withheld = withheld(plans);
        copy.write(PAYMENT, payments, (row, payment) -> payment(row, payment, terms, withheld));
        copy.write(DECISION, decisions, (row, decision) -> decision(row, decision, terms));
        copy.write(SETTLEMENT, settled(plans), (row, settled) -> settlement(row, settled, terms));
    }

    private record Settled(
            @Nullable String payment, @Nullable String netting, Settlement settlement) {}

    private static List<Settled> settled(List<? extends PayeePlan> plans) {
        var settled = new ArrayList<Settled>();
        for (PayeePlan plan : plans) {
            for (Payment payment : plan.payments()) {
                payment.settlements().forEach(one -> settled.add(new Settled(payment.id(), null, one)));
            }
            for (PayeePlan.Netting netting : plan.nettings()) {
                netting.settlements().forEach(one -> settled.add(new Settled(null, netting.id(), one)));
            }
        }
        return settled;
    }

    private static void decision(CopyRow row, Decision decision, RunTerms terms) {
        row.text(terms.run())
                .uuid(decision.invoice())
                .text(decision.outcome().name())
                .text(decision.reason())
                .text(decision.payment());
    }

    private static void settlement(CopyRow row, Settled settled, RunTerms terms) {
        Settlement settlement = settled.settlement();
        row.text(terms.run())
                .uuid(settlement.invoice())
                .text(settled.payment())
                .text(settled.netting())
                .text(settlement.number());
        money(row, settlement.amount());
        money(row, settlement.functional());
    }

    /** What was kept back, by payment, in functional currency. */
    private static Map<String, Money> withheld(List<? extends PayeePlan> plans) {
        Map<String, Money> withheld = new HashMap<>();
        for (PayeePlan plan : plans) {
            plan.deductions().stream()
                    .filter(one -> !one.part().payerBears())
                    .forEach(one -> withheld.merge(one.payment(), one.part().tax(), Money::plus));
        }
        return withheld;
    }

    private static void payment(CopyRow row, Estimated estimated, RunTerms terms, Map<String, Money> withheld) {
        Payment payment = estimated.payment();
        CurrencyUnit currency = payment.amount().getCurrencyUnit();
        BankAccount debit = terms.debitAccount(currency);
        row.text(payment.id())
                .text(terms.run())
                .text(FilePlan.of(terms.run(), payment.rail(), debit, currency.getCode())
                        .batchId())
                .number(position(payment))
                .text(terms.entity().id())
                .text(payment.contractor())
                .text(payment.payeeName());
        address(row, payment.payeeAddress());
        account(row, payment.account());
        row.text(payment.rail().name()).text(debit.id());
        money(row, payment.amount());
        Money booked = Money.total(
                payment.settlements().stream().map(Settlement::functional).toList());
        Money kept = withheld.get(payment.id());
        money(row, kept == null ? booked : booked.minus(kept));
        if (estimated.estimate() == null) {
            row.nul();
        } else {
            row.number(estimated.estimate().getAmountMinorLong());
        }
        row.text(payment.endToEndId()).text(payment.uetr()).text(payment.remittance());
    }

    /** The running number, which ends the id. */
    private static int position(Payment payment) {
        return Integer.parseInt(payment.id().substring(payment.id().lastIndexOf('-') + 1));
    }

    private static void address(CopyRow row, Address address) {
        row.text(address.street())
                .text(address.building())
                .text(address.postCode())
                .text(address.town())
                .text(address.subdivision())
                .text(address.country());
    }

    private static void account(CopyRow row, PayeeAccount account) {
        row.text(account.number())
                .text(account.bic() == null ? null : account.bic().value());
        if (account instanceof PayeeAccount.LocalAccount local) {
            row.text(local.clearingSystem()).text(local.clearingMember());
        } else {
            row.nul().nul();
        }
        row.text(account.country());
    }

    private static void money(CopyRow row, Money amount) {
        row.text(amount.getCurrencyUnit().getCode()).number(amount.getAmountMinorLong());
    }
}
