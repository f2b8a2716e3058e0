package io.quittance.assessment.store;

import io.quittance.assessment.store.AssessPage.Task;
import io.quittance.engine.Shard;
import io.quittance.engine.ShardRange;
import io.quittance.finding.Findings;
import io.quittance.finding.store.FindingsOfReading;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.store.InvoiceRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The frozen work of an assessment: which documents, in which order, cut by shards of contractors. */
@Repository
public class AssessWork {

    /**
     * New documents, held ones that were last looked at with another configuration, other rates, other time sheets, other
     * answers of tax registers or another day, and those that were delivered again after they were rejected, or that a person asks for. Never an accepted one: it is
     * booked.
     */
    private static final String DUE = """
            select i.id, i.shard, i.contractor, i.contractor_vat_id is null and i.contractor = i.contractor_name as name_only, i.issue_date, i.number, i.file_name, i.position, a.attempt,
                   x.invoice is not null as withdrawn
            from quittance.invoice i
            left join quittance.assessment a on a.invoice = i.id and a.latest
            left join quittance.work_set w on w.id = a.work_set
            left join quittance.document_withdrawn x on x.invoice = i.id
            where a.invoice is null
               or (a.verdict = 'HELD'
                   and (w.config_digest, w.rates_mark, w.sheets_mark, w.registry_mark, w.business_date)
                        is distinct from (?, ?, ?, ?, ?::date))
               or (a.verdict <> 'ACCEPTED'
                   and exists (select 1 from quittance.asked_again q where q.invoice = i.id and q.attempt = a.attempt + 1))
            """;

    /**
     * One total order, whatever the order of intake: it decides which of two duplicates came first. A contractor that the register
     * knows by now stands under its own id, or one contractor's documents would lie in two shards. Of one contractor's what was withdrawn comes
     * first: what replaces it finds its number free.
     */
    private static final String FREEZE = """
            insert into quittance.assess_candidate (work_set, position, shard, invoice, attempt)
            select ?, row_number() over (order by coalesce(known.shard, due.shard), coalesce(known.id, due.contractor),
                                                  withdrawn desc, issue_date, number, file_name, position, due.id),
                   coalesce(known.shard, due.shard), due.id, coalesce(attempt, 0) + 1
            from (%s) due
            left join unnest(?::text[], ?::bool[], ?::text[], ?::int2[]) as known (stated, name_only, id, shard)
                   on known.stated = due.contractor and known.name_only = due.name_only
            """.formatted(DUE);

    /** Positions follow the shards (see FREEZE), so that both orders are one; asked like this an index finds its beginning. */
    private static final String PAGE = """
            select c.position as candidate, c.attempt, w.business_date as received, i.*
            from quittance.assess_candidate c
            join quittance.invoice i on i.id = c.invoice
            join quittance.work_set w on w.id = i.intake
            where c.work_set = ? and c.position > ? and c.shard >= ? and c.shard < ?
            order by c.shard, c.position limit ?
            """;

    private final JdbcClient jdbc;
    private final InvoiceRows invoices;
    private final FindingsOfReading findings;

    public AssessWork(JdbcClient jdbc, InvoiceRows invoices, FindingsOfReading findings) {
        this.jdbc = jdbc;
        this.invoices = invoices;
        this.findings = findings;
    }

    /** What a next assessment would look at. */
    public record Context(
            String configDigest, long ratesMark, long sheetsMark, long registryMark, LocalDate businessDate) {

        private List<Object> parameters() {
            return List.of(configDigest, ratesMark, sheetsMark, registryMark, businessDate);
        }
    }

    /** What a document states of its contractor. @param nameOnly whether it is a name in place of an identifier */
    public record StatedContractor(String text, boolean nameOnly) {}

    /** How many documents an assessment in this context would look at. */
    public long due(Context context) {
        return jdbc.sql("select count(*) from (" + DUE + ") due")
                .params(context.parameters())
                .query(Long.class)
                .single();
    }

    /**
     * Freezes the documents of a work set, in the transaction that opened it.
     *
     * @param contractor the register's id for what a document states, as the assessment will find it, or the same where it
     *     knows none
     * @param family of contractors that look-alikes are searched among: the one id whose shard is that of all of them, so that
     *     no two threads assess their documents at the same time
     */
    public void freeze(
            String workSet,
            Context context,
            Function<StatedContractor, String> contractor,
            UnaryOperator<String> family) {
        List<StatedContractor> found = contractorsDue(context).stream()
                .filter(one -> !family.apply(contractor.apply(one)).equals(one.text())
                        || !contractor.apply(one).equals(one.text()))
                .toList();
        List<String> ids = found.stream().map(contractor).toList();
        jdbc.sql(FREEZE)
                .params(
                        workSet,
                        context.configDigest(),
                        context.ratesMark(),
                        context.sheetsMark(),
                        context.registryMark(),
                        context.businessDate(),
                        new SqlArrayValue(
                                "text",
                                found.stream().map(StatedContractor::text).toArray()),
                        new SqlArrayValue(
                                "bool",
                                found.stream().map(StatedContractor::nameOnly).toArray()),
                        new SqlArrayValue("text", ids.toArray()),
                        new SqlArrayValue(
                                "int2",
                                ids.stream()
                                        .map(id -> (short) Shard.of(family.apply(id)))
                                        .toArray()))
                .update();
    }

    private List<StatedContractor> contractorsDue(Context context) {
        return jdbc.sql("select distinct contractor, name_only from (" + DUE + ") due order by 1, 2")
                .params(context.parameters())
                .query((row, n) -> new StatedContractor(row.getString(1), row.getBoolean(2)))
                .list();
    }

    /** The next page of some shards after a position; an empty page at the end. */
    public AssessPage page(String workSet, ShardRange shards, long after, int limit) {
        var tasks = new ArrayList<Task>(limit);
        List<Header> headers = jdbc.sql(PAGE)
                .params(workSet, after, shards.from(), shards.to(), limit)
                .query(AssessWork::header)
                .list();
        if (headers.isEmpty()) {
            return new AssessPage(List.of(), after);
        }
        Map<UUID, CurrencyUnit> currencies = new LinkedHashMap<>();
        headers.forEach(
                header -> currencies.put(header.bare().id(), header.bare().currency()));
        InvoiceRows.Parts parts = invoices.parts(currencies);
        Map<UUID, Findings> fromReading = findings.of(currencies.keySet());
        for (Header header : headers) {
            tasks.add(new Task(
                    header.bare()
                            .withParts(
                                    parts.lines().getOrDefault(header.bare().id(), List.of()),
                                    parts.vat().getOrDefault(header.bare().id(), List.of())),
                    header.attempt(),
                    header.received(),
                    fromReading.getOrDefault(header.bare().id(), Findings.NONE)));
        }
        return new AssessPage(tasks, headers.getLast().position());
    }

    private record Header(long position, int attempt, LocalDate received, Invoice bare) {}

    private static Header header(ResultSet row, int number) throws SQLException {
        var none = new InvoiceRows.Parts(Map.of(), Map.of());
        return new Header(
                row.getLong("candidate"),
                row.getInt("attempt"),
                row.getObject("received", LocalDate.class),
                InvoiceRows.invoice(row, none));
    }
}
