package io.quittance.assessment;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Rules about the engagement behind a document. */
final class ContractRules {

    private ContractRules() {}

    static Findings isNamed(Dossier dossier) {
        return named(dossier).isPresent()
                ? Findings.NONE
                : dossier.finding(
                        FindingCode.CONTRACT_MISSING,
                        "contract",
                        null,
                        "the id of a contract",
                        "document " + dossier.invoice().number() + " names no contract");
    }

    static Findings isKnown(Dossier dossier) {
        return named(dossier)
                .filter(unused -> dossier.contract().isEmpty())
                .map(named -> dossier.finding(
                        FindingCode.CONTRACT_UNKNOWN,
                        "contract",
                        named,
                        null,
                        "contract " + named + " is not in the register"))
                .orElse(Findings.NONE);
    }

    /** Says nothing of who the others are. */
    static Findings isBetweenTheParties(Dossier dossier) {
        return dossier.contract()
                .filter(unused ->
                        dossier.entity().isPresent() && dossier.contractor().isPresent())
                .filter(unused -> dossier.ownContract().isEmpty())
                .map(contract -> dossier.finding(
                        FindingCode.CONTRACT_OF_OTHERS,
                        "contract",
                        contract.id(),
                        null,
                        "contract " + contract.id() + " is not between "
                                + dossier.invoice().entity() + " and "
                                + dossier.invoice().contractor()))
                .orElse(Findings.NONE);
    }

    /** A credit note takes back an earlier supply: it is measured by its supply date only, if it states one. */
    static Findings coversTheSupply(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        LocalDate supply = invoice.taxPoint();
        if (invoice.kind() == DocumentKind.CREDIT_NOTE && invoice.supplyDate() == null) {
            return Findings.NONE;
        }
        return dossier.ownContract()
                .filter(contract -> !contract.validity().covers(supply))
                .map(contract -> dossier.finding(
                        FindingCode.CONTRACT_PERIOD,
                        "supply_date",
                        supply.toString(),
                        contract.validity().toString(),
                        "the supply of " + supply + " lies outside contract " + contract.id() + ", "
                                + contract.validity()))
                .orElse(Findings.NONE);
    }

    /** What was accepted net under the contract, less credit notes, and this invoice are not more than its cap. */
    static Findings staysUnderItsCap(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        return dossier.ownContract()
                .filter(contract -> invoice.kind() == DocumentKind.INVOICE)
                .filter(contract -> otherCurrency(dossier, contract).isEmpty())
                .flatMap(contract -> overCap(dossier, contract))
                .orElse(Findings.NONE);
    }

    private static Optional<Findings> overCap(Dossier dossier, Contract contract) {
        Money net = dossier.invoice().totals().net();
        Money before = dossier.history().acceptedNet(contract.id()).orElse(Money.zero(contract.currency()));
        Money after = before.plus(net);
        return Optional.ofNullable(contract.cap())
                .filter(after::isGreaterThan)
                .map(cap -> dossier.finding(
                        FindingCode.CONTRACT_CAP,
                        "invoice_net",
                        Arithmetic.figure(net),
                        "at most " + Arithmetic.figure(cap.minus(before)),
                        "contract " + contract.id() + ": " + Arithmetic.figure(before) + " accepted so far + "
                                + Arithmetic.figure(net) + " = " + Arithmetic.figure(after) + ", the cap is " + cap));
    }

    /** That of the contract, and of all that was accepted under it: one that is changed afterwards leaves sums in two. */
    static Findings currency(Dossier dossier) {
        CurrencyUnit currency = dossier.invoice().currency();
        return dossier.ownContract()
                .flatMap(contract -> otherCurrency(dossier, contract)
                        .map(other -> dossier.finding(
                                FindingCode.CONTRACT_CURRENCY,
                                "currency",
                                currency.getCode(),
                                other.getCode(),
                                other.equals(contract.currency())
                                        ? "the invoice is in " + currency + ", contract " + contract.id() + " in "
                                                + other
                                        : "contract " + contract.id() + " is in " + currency + ", but documents in "
                                                + other + " were accepted under it")))
                .orElse(Findings.NONE);
    }

    private static Optional<CurrencyUnit> otherCurrency(Dossier dossier, Contract contract) {
        CurrencyUnit currency = dossier.invoice().currency();
        return contract.currency().equals(currency)
                ? dossier.history()
                        .acceptedNet(contract.id())
                        .map(Money::getCurrencyUnit)
                        .filter(accepted -> !accepted.equals(currency))
                : Optional.of(contract.currency());
    }

    private static Optional<String> named(Dossier dossier) {
        return Optional.ofNullable(dossier.invoice().contract()).filter(named -> !named.isBlank());
    }
}
