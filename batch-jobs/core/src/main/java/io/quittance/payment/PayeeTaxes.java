package io.quittance.payment;

import static java.util.stream.Collectors.groupingBy;

import io.quittance.fx.Conversion;
import io.quittance.fx.Purpose;
import io.quittance.fx.RateBook;
import io.quittance.invoice.DocumentKind;
import io.quittance.money.Rounding;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Register;
import io.quittance.withholding.Certificate;
import io.quittance.withholding.ContractTerms;
import io.quittance.withholding.Earlier;
import io.quittance.withholding.EarlierPayments;
import io.quittance.withholding.Fee;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.Part;
import io.quittance.withholding.PartyTerms;
import io.quittance.withholding.Payee;
import io.quittance.withholding.TaxCurrency;
import io.quittance.withholding.Withheld;
import io.quittance.withholding.Withholder;
import io.quittance.withholding.WithholdingTables;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a run withholds from its candidates, in the order in which it decides about them. Thresholds add up what was paid before
 * and what this run pays already; a document that is not paid after all is not kept in mind.
 */
public final class PayeeTaxes {

    private final RunTerms terms;
    private final Register register;
    private final WithholdingTables tables;
    private final RateBook rates;
    private final CountedPayments counted;
    private final LocalDate registerOn;

    private PayeeTaxes(Source source, RunTerms terms, CountedPayments counted, LocalDate registerOn) {
        this.terms = terms;
        this.register = source.register();
        this.tables = source.tables();
        this.rates = source.rates();
        this.counted = counted;
        this.registerOn = registerOn;
    }

    /**
     * The taxes of a run.
     *
     * @param source the frozen facts that decide
     * @param stored what earlier runs withheld, by any id of one person
     */
    public static PayeeTaxes of(Source source, RunTerms terms, EarlierPayments stored) {
        return new PayeeTaxes(source, terms, new CountedPayments(stored, terms.payDate()), terms.businessDate());
    }

    /** The same rules of the same run with what the register says on another day. Nothing was paid before. */
    public PayeeTaxes on(LocalDate day) {
        return new PayeeTaxes(
                new Source(register, tables, rates),
                terms,
                new CountedPayments(EarlierPayments.NONE, terms.payDate()),
                day);
    }

    /**
     * The frozen facts that decide.
     *
     * @param rates asked only for documents and limits in another than the functional currency
     */
    public record Source(Register register, WithholdingTables tables, RateBook rates) {}

    /**
     * What became of a group of documents.
     *
     * @param deductions of those that may be paid
     * @param open why others may not, in words
     * @param review what a person should look at; empty for nothing
     */
    record Taxed(List<Deduction> deductions, Map<UUID, String> open, String review) {

        /** What the payee gets less, by documents that are paid. @param like any amount of the documents' currency */
        Money keptBack(Money like) {
            return deductions.stream()
                    .map(one -> one.part().keptBack())
                    .reduce(Money.zero(like.getCurrencyUnit()), Money::plus);
        }

        /** Whether nothing is left of it: in no head is tax owed, by whomever it is borne, and none counts more than before. */
        boolean cancelsOut() {
            return deductions.stream().map(Deduction::part).collect(groupingBy(Part::head)).values().stream()
                    .allMatch(parts -> isNothing(parts, Part::tax) && isNothing(parts, Part::base));
        }

        private static boolean isNothing(List<Part> parts, Function<Part, Money> amount) {
            return Money.total(parts.stream().map(amount).toList()).isZero();
        }
    }

    /**
     * Decides about the documents of one transfer in their order, credit notes first: what is paid is what they come to, so an invoice
     * passes a limit with what is left of it. Deductions come in the same order.
     */
    Taxed decide(List<Candidate> group) {
        var deductions = new ArrayList<Deduction>();
        var open = new LinkedHashMap<UUID, String>();
        var reviews = new LinkedHashSet<String>();
        for (Candidate candidate : creditNotesFirst(group)) {
            Payee payee = payee(candidate.contractor());
            String person = person(candidate.contractor());
            var withholder =
                    new Withholder(tables, (id, from, to) -> with(deductions, counted.of(id, person, from, to)));
            switch (withholder.decide(fee(candidate), payee, currency())) {
                case Withheld.Open question ->
                    open.put(candidate.invoice(), question.code().id() + " " + question.reason());
                case Withheld.Decided decided -> {
                    Optional<String> otherwise = StatedLevy.obstacle(candidate, decided.parts());
                    if (otherwise.isPresent()) {
                        open.put(candidate.invoice(), otherwise.get());
                    } else {
                        decided.parts()
                                .forEach(part -> deductions.add(new Deduction(
                                        "", candidate.invoice(), payee.id(), person, payee.residence(), part)));
                        reviews.add(decided.review());
                    }
                }
            }
        }
        reviews.remove("");
        return new Taxed(List.copyOf(deductions), open, String.join("; ", reviews));
    }

    private static List<Candidate> creditNotesFirst(List<Candidate> group) {
        return group.stream()
                .sorted(Comparator.comparing(candidate -> candidate.kind() == DocumentKind.INVOICE))
                .toList();
    }

    /** Rules, rates and certificates of a document, as if nothing had been paid before it. */
    Withheld byItself(Candidate candidate) {
        return new Withholder(tables, EarlierPayments.NONE)
                .decide(fee(candidate), payee(candidate.contractor()), currency());
    }

    /** Whether the register has the contractor at all. */
    boolean knows(String contractor) {
        return register.contractor(contractor, registerOn).isPresent();
    }

    /** Certificates of a contractor, of any time and country. */
    List<Certificate> certificates(String contractor) {
        return tables.certificates(contractor);
    }

    /** These are paid: from now on thresholds count them. */
    void keep(List<Deduction> paid) {
        paid.forEach(counted::keep);
    }

    private static List<Earlier> with(List<Deduction> now, List<Earlier> earlier) {
        return Stream.concat(earlier.stream(), now.stream().map(CountedPayments::counted))
                .toList();
    }

    /** The ids that are one person with a contractor, in order: whoever is one has the same. */
    private String person(String contractor) {
        return String.join(" ", new TreeSet<>(register.samePerson(contractor)));
    }

    Payee payee(String id) {
        Contractor contractor = register.contractor(id, registerOn).orElseThrow();
        PartyTerms said = tables.party(id);
        Boolean tin = said.tinGiven();
        return new Payee(
                id,
                Objects.requireNonNullElse(
                        said.residence(), contractor.address().country()),
                contractor.kind(),
                tin == null ? contractor.vatId() != null : tin,
                tables.certificates(id));
    }

    private Fee fee(Candidate candidate) {
        Candidate.Makeup makeup =
                Objects.requireNonNull(candidate.makeup(), "an accepted document is made up of net and VAT");
        String contract = makeup.contract();
        ContractTerms said = contract == null ? ContractTerms.NONE : tables.contract(contract);
        return new Fee(
                candidate.invoice(),
                terms.entity().address().country(),
                tables.party(terms.entity().id()).roles(),
                income(said.income(), contract),
                said.performedIn(),
                paid(candidate, makeup.net()),
                paid(candidate, makeup.vat()),
                materials(candidate, said),
                said.payerBears(),
                makeup.creditedOn(),
                candidate.dueDate(),
                terms.payDate(),
                terms.businessDate());
    }

    /** The cost of materials that is paid now; null where the contract does not say how documents tell it. */
    private static @Nullable Money materials(Candidate candidate, ContractTerms said) {
        Money told = Objects.requireNonNull(candidate.makeup()).materials();
        if (said.materials() == null) {
            return null;
        }
        Money none = Money.zero(candidate.payable().getCurrencyUnit());
        return said.isLabourOnly() || told == null ? none : paid(candidate, told);
    }

    private IncomeKind income(@Nullable IncomeKind said, @Nullable String contract) {
        if (said != null) {
            return said;
        }
        return IncomeKind.of(
                contract == null
                        ? null
                        : register.contract(contract).map(Contract::service).orElse(null));
    }

    /**
     * The share of an amount of the document that our runs pay: what was prepaid is not, and no rule of ours saw it. The rounding of
     * what is due (BT-114) is no part of the fee.
     */
    private static Money paid(Candidate candidate, Money part) {
        Candidate.Makeup makeup = Objects.requireNonNull(candidate.makeup());
        Money gross = makeup.net().plus(makeup.vat());
        Money signed = part.multipliedBy(candidate.kind().sign());
        if (makeup.prepaid().isZero() || gross.isZero()) {
            return signed;
        }
        CurrencyUnit currency = part.getCurrencyUnit();
        BigDecimal share =
                signed.getAmount().multiply(gross.minus(makeup.prepaid()).getAmount());
        return Money.of(currency, Rounding.HALF_UP.quotient(share, gross.getAmount(), currency.getDecimalPlaces()));
    }

    /** The payer owes the tax in the currency of its books, as it owes VAT; the rate is the newest on the day of the run. */
    private TaxCurrency currency() {
        CurrencyUnit functional = terms.entity().functionalCurrency();
        return new TaxCurrency() {
            @Override
            public CurrencyUnit unit() {
                return functional;
            }

            @Override
            public Conversion convert(Money amount) {
                LocalDate on = terms.businessDate();
                return amount.getCurrencyUnit().equals(functional)
                        ? new Conversion.Converted(Purpose.WITHHOLDING, amount, amount, BigDecimal.ONE, on, List.of())
                        : rates.convert(terms.entity().id(), Purpose.WITHHOLDING, amount, functional, on);
            }
        };
    }
}
