package io.quittance.assessment.store;

import io.quittance.assessment.Assessment;
import io.quittance.assessment.Verdict;
import io.quittance.engagement.store.MatchRows;
import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.finding.FindingCode;
import io.quittance.finding.store.FindingRows;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Rate;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import io.quittance.ledger.store.Journals;
import io.quittance.party.Address;
import io.quittance.party.PayeeAccount;
import io.quittance.party.store.EvidenceRows;
import io.quittance.tax.Filing;
import io.quittance.tax.Ruling;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxPoint;
import io.quittance.tax.TaxStep;
import io.quittance.tax.VatEntry;
import io.quittance.tax.store.TaxPartyRows;
import io.quittance.vat.store.BoxCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Writes a page of conclusions: its tables by COPY, in the transaction of the chunk. */
@Repository
public class AssessmentRows {

    private static final CopyTable ASSESSMENT = CopyTable.of(
            "quittance.assessment",
            "invoice",
            "attempt",
            "work_set",
            "latest",
            "verdict",
            "entity",
            "contractor",
            "treatment",
            "jurisdiction",
            "tax_point",
            "steps",
            "currency",
            "payable_minor",
            "functional",
            "functional_minor",
            "due_date",
            "account_number",
            "account_bic",
            "account_system",
            "account_member",
            "account_country",
            "payee_name",
            "payee_street",
            "payee_building",
            "payee_post_code",
            "payee_town",
            "payee_subdivision",
            "payee_country");
    private static final CopyTable CONVERSION = CopyTable.of(
            "quittance.conversion",
            "invoice",
            "attempt",
            "position",
            "purpose",
            "from_currency",
            "from_minor",
            "to_currency",
            "to_minor",
            "rate",
            "wanted_on",
            "age_days",
            "path");
    private static final CopyTable VAT_ENTRY = CopyTable.of(
            "quittance.vat_entry",
            "id",
            "invoice",
            "journal",
            "position",
            "entity",
            "jurisdiction",
            "treatment",
            "tax_point",
            "period",
            "rate",
            "rate_row",
            "treatment_rule",
            "currency",
            "base_minor",
            "output_minor",
            "input_minor",
            "non_recoverable_minor",
            "charged_minor",
            "own_minor",
            "rounding_minor",
            "waiting_minor",
            "included_minor",
            "tax_point_row",
            "rounding_row",
            "recovery_row",
            "due_period",
            "moved_because",
            "box_row",
            "base_boxes",
            "output_boxes",
            "input_boxes");
    private static final CopyTable TAX_DATES = CopyTable.of(
            "quittance.tax_dates",
            "invoice",
            "attempt",
            "performed_from",
            "performed_to",
            "stated",
            "invoiced",
            "tax_point",
            "exchange_day",
            "provisional",
            "tax_point_row");
    private static final CopyTable KEY =
            CopyTable.of("quittance.document_key", "entity", "contractor", "kind", "number", "year", "invoice");

    /** In the order of their names, so that two pages that share contracts never wait for each other crosswise. */
    private static final String USE_CONTRACTS = """
            insert into quittance.contract_use as u (contract, currency, accepted_minor)
            select * from unnest(?, ?, ?)
            on conflict (contract) do update set accepted_minor = u.accepted_minor + excluded.accepted_minor
            """;

    private final JdbcClient jdbc;
    private final CopyWriter copy;
    private final FindingRows findings;
    private final Journals journals;
    private final LikenessRows likenesses;
    private final MatchRows matches;
    private final EvidenceRows evidence;
    private final TaxPartyRows parties;
    private final VatComponentRows components;

    public AssessmentRows(
            JdbcClient jdbc,
            CopyWriter copy,
            FindingRows findings,
            Journals journals,
            LikenessRows likenesses,
            MatchRows matches,
            TaxPartyRows parties,
            VatComponentRows components,
            EvidenceRows evidence) {
        this.likenesses = likenesses;
        this.jdbc = jdbc;
        this.copy = copy;
        this.findings = findings;
        this.journals = journals;
        this.matches = matches;
        this.evidence = evidence;
        this.parties = parties;
        this.components = components;
    }

    /** Writes the conclusions of a page on behalf of a work set. */
    public void write(String workSet, List<Conclusion> page) {
        replaceEarlierAttempts(page);
        copy.write(ASSESSMENT, page, (row, conclusion) -> assessment(row, conclusion, workSet));
        findings.write(
                workSet,
                page.stream()
                        .map(one -> new FindingRows.Reasons(
                                one.assessment().invoice().id(),
                                one.attempt(),
                                one.assessment().findings()))
                        .toList());
        copy.write(CONVERSION, conversions(page), AssessmentRows::conversion);
        List<VatEntry> entries = page.stream()
                .flatMap(one -> one.assessment().vatEntries().stream())
                .toList();
        copy.write(VAT_ENTRY, entries, AssessmentRows::vatEntry);
        components.write(entries);
        parties.write(page.stream()
                .map(one -> one.assessment().accepted())
                .filter(Objects::nonNull)
                .toList());
        copy.write(TAX_DATES, page.stream().flatMap(Dated::of).toList(), AssessmentRows::taxDates);
        copy.write(KEY, page.stream().filter(AssessmentRows::takesKey).toList(), AssessmentRows::key);
        likenesses.write(page);
        useContracts(page);
        matches.write(page.stream()
                .map(one -> new MatchRows.Matched(one.assessment(), one.attempt()))
                .toList());
        evidence.write(page.stream()
                .flatMap(one -> one.assessment().evidence().stream()
                        .map(shown -> new EvidenceRows.Shown(
                                one.assessment().invoice().id(), one.attempt(), shown)))
                .toList());
        journals.post(
                workSet, page.stream().flatMap(one -> one.journals().stream()).toList());
    }

    /** A document that is looked at again gives back its key, and takes it anew if it still may. */
    private void replaceEarlierAttempts(List<Conclusion> page) {
        Object[] again = page.stream()
                .filter(one -> one.attempt() > 1)
                .map(one -> one.assessment().invoice().id())
                .toArray();
        if (again.length > 0) {
            var ids = new SqlArrayValue("uuid", again);
            jdbc.sql("update quittance.assessment set latest = false where latest and invoice = any(?)")
                    .params(ids)
                    .update();
            jdbc.sql("delete from quittance.document_key where invoice = any(?)")
                    .params(ids)
                    .update();
        }
    }

    private void useContracts(List<Conclusion> page) {
        Map<String, Money> used = new TreeMap<>();
        for (Conclusion one : page) {
            Invoice invoice = one.assessment().invoice();
            if (one.assessment().verdict() == Verdict.ACCEPTED && invoice.contract() != null) {
                used.merge(
                        invoice.contract(),
                        invoice.totals().net().multipliedBy(invoice.kind().sign()),
                        Money::plus);
            }
        }
        if (used.isEmpty()) {
            return;
        }
        jdbc.sql(USE_CONTRACTS)
                .params(
                        new SqlArrayValue("text", used.keySet().toArray()),
                        new SqlArrayValue(
                                "text",
                                used.values().stream()
                                        .map(net -> net.getCurrencyUnit().getCode())
                                        .toArray()),
                        new SqlArrayValue(
                                "int8",
                                used.values().stream()
                                        .map(Money::getAmountMinorLong)
                                        .toArray()))
                .update();
    }

    /** Who waits because another has the key never takes it from him, not even when a person lets him through. */
    private static boolean takesKey(Conclusion conclusion) {
        return conclusion.assessment().verdict() != Verdict.REJECTED
                && conclusion.assessment().findings().stream()
                        .noneMatch(finding -> finding.code() == FindingCode.NUMBER_CONFLICT);
    }

    private static void assessment(CopyRow row, Conclusion conclusion, String workSet) {
        Assessment assessment = conclusion.assessment();
        Invoice invoice = assessment.invoice();
        TaxDecision tax = assessment.tax();
        row.uuid(invoice.id())
                .number(conclusion.attempt())
                .text(workSet)
                .bool(true)
                .text(assessment.verdict().name())
                .text(invoice.entity())
                .text(invoice.contractor())
                .text(
                        tax == null || tax.treatment() == null
                                ? null
                                : tax.treatment().name())
                .text(tax == null ? null : tax.jurisdiction())
                .date(tax == null ? null : tax.taxPoint())
                .text(tax == null ? null : steps(tax))
                .text(invoice.currency().getCode());
        minor(row, assessment.payable());
        Money functional = assessment.functional();
        row.text(functional == null ? null : functional.getCurrencyUnit().getCode());
        minor(row, functional);
        row.date(assessment.dueDate());
        account(row, assessment.account());
        payee(row, assessment);
    }

    private static void minor(CopyRow row, @Nullable Money amount) {
        if (amount == null) {
            row.nul();
        } else {
            row.number(amount.getAmountMinorLong());
        }
    }

    private static void account(CopyRow row, @Nullable PayeeAccount account) {
        switch (account) {
            case null -> row.nul().nul().nul().nul().nul();
            case PayeeAccount.IbanAccount iban ->
                row.text(iban.number()).text(bic(iban)).nul().nul().text(iban.country());
            case PayeeAccount.LocalAccount local ->
                row.text(local.number())
                        .text(bic(local))
                        .text(local.clearingSystem())
                        .text(local.clearingMember())
                        .text(local.country());
        }
    }

    private static @Nullable String bic(PayeeAccount account) {
        return account.bic() == null ? null : account.bic().value();
    }

    private static void payee(CopyRow row, Assessment assessment) {
        var accepted = assessment.accepted();
        if (accepted == null) {
            row.nul().nul().nul().nul().nul().nul().nul();
            return;
        }
        Address address = accepted.contractor().address();
        row.text(accepted.contractor().name())
                .text(address.street())
                .text(address.building())
                .text(address.postCode())
                .text(address.town())
                .text(address.subdivision())
                .text(address.country());
    }

    private static String steps(TaxDecision tax) {
        return tax.steps().stream().map(AssessmentRows::step).collect(Collectors.joining("\n"));
    }

    private static String step(TaxStep step) {
        return step.question() + "\t" + step.answer() + "\t" + step.basis();
    }

    private record Numbered(UUID invoice, int attempt, int position, Converted conversion) {}

    private static List<Numbered> conversions(List<Conclusion> page) {
        var numbered = new ArrayList<Numbered>();
        for (Conclusion one : page) {
            List<Converted> conversions = one.assessment().conversions();
            for (int i = 0; i < conversions.size(); i++) {
                numbered.add(new Numbered(one.assessment().invoice().id(), one.attempt(), i + 1, conversions.get(i)));
            }
        }
        return numbered;
    }

    private static void conversion(CopyRow row, Numbered numbered) {
        Converted conversion = numbered.conversion();
        row.uuid(numbered.invoice())
                .number(numbered.attempt())
                .number(numbered.position())
                .text(conversion.purpose().name())
                .text(conversion.from().getCurrencyUnit().getCode())
                .number(conversion.from().getAmountMinorLong())
                .text(conversion.to().getCurrencyUnit().getCode())
                .number(conversion.to().getAmountMinorLong())
                .decimal(conversion.rate())
                .date(conversion.on())
                .number(conversion.ageDays())
                .text(conversion.path().stream().map(AssessmentRows::published).collect(Collectors.joining(";")));
    }

    private static String published(Rate rate) {
        return rate.source() + " " + rate.base().getCode() + "/" + rate.quote().getCode() + " " + rate.from() + " "
                + rate.value().toPlainString();
    }

    private static void vatEntry(CopyRow row, VatEntry entry) {
        row.uuid(entry.id())
                .uuid(entry.invoice())
                .uuid(entry.journal())
                .number(entry.position())
                .text(entry.entity())
                .text(entry.jurisdiction())
                .text(entry.treatment().name())
                .date(entry.taxPoint())
                .date(entry.period())
                .decimal(entry.rate())
                .text(entry.rateRow())
                .text(entry.treatmentRule())
                .text(entry.base().getCurrencyUnit().getCode())
                .number(entry.base().getAmountMinorLong())
                .number(entry.outputTax().getAmountMinorLong())
                .number(entry.inputTax().getAmountMinorLong())
                .number(entry.nonRecoverable().getAmountMinorLong());
        VatEntry.Reckoning how = entry.reckoning();
        row.number(how.charged().getAmountMinorLong())
                .number(how.own().getAmountMinorLong())
                .number(how.rounding().getAmountMinorLong())
                .number(how.waiting().getAmountMinorLong())
                .number(how.included().getAmountMinorLong())
                .text(how.rows().taxPoint())
                .text(how.rows().rounding())
                .text(how.rows().recovery());
        filing(row, entry.filing());
    }

    private static void filing(CopyRow row, Filing filing) {
        row.date(filing.due())
                .text(filing.reason())
                .text(filing.boxRow())
                .text(BoxCodes.joined(filing.base()))
                .text(BoxCodes.joined(filing.outputTax()))
                .text(BoxCodes.joined(filing.inputTax()));
    }

    private record Dated(UUID invoice, int attempt, TaxPoint point) {

        static Stream<Dated> of(Conclusion one) {
            TaxDecision tax = one.assessment().tax();
            Ruling ruling = tax == null ? null : tax.ruling();
            return ruling == null
                    ? Stream.empty()
                    : Stream.of(new Dated(one.assessment().invoice().id(), one.attempt(), ruling.point()));
        }
    }

    private static void taxDates(CopyRow row, Dated dated) {
        TaxPoint point = dated.point();
        row.uuid(dated.invoice())
                .number(dated.attempt())
                .date(point.dates().performedFrom())
                .date(point.dates().performedTo())
                .date(point.dates().stated())
                .date(point.dates().invoiced())
                .date(point.day())
                .date(point.exchangeDay())
                .bool(point.provisional())
                .text(point.row());
    }

    private static void key(CopyRow row, Conclusion conclusion) {
        Invoice invoice = conclusion.assessment().invoice();
        InvoiceKey key = invoice.key();
        row.text(key.entity())
                .text(key.contractor())
                .text(key.kind().name())
                .text(key.number())
                .number(key.year())
                .uuid(invoice.id());
    }
}
