package io.quittance.document.store;

import io.quittance.invoice.InvoiceKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and refused records as they stand. */
@Repository
public class Documents {

    /** Open ones that a person holds on a date are held, whatever the rules said of them. The first parameter is the date. */
    private static final String STANDING = """
            with standing as (
                select l.id, false as refused, l.entity, l.contractor, i.contractor as stated, l.kind, l.number, i.number_normalised,
                       l.issue_date, l.due_date, l.currency::text as currency, l.gross, l.payable,
                       case when exists (select 1 from quittance.document_withdrawn d where d.invoice = l.id) then 'WITHDRAWN'
                            when l.state in ('NEW', 'ACCEPTED', 'RETURNED') and h.held then 'HELD' else l.state end as state,
                       coalesce(a.attempt, 0) as attempt,
                       concat_ws(' ', (select string_agg(distinct f.code, ' ' order by f.code) from quittance.finding f
                                       where f.subject = l.id and f.attempt = coalesce(a.attempt, 0)),
                                 case when h.held then 'Q709' end) as codes,
                       l.run, r.state as run_state, l.payment, l.file, i.file as sha256, l.position, l.line, i.intake
                from quittance.list_invoices l join quittance.invoice i on i.id = l.id
                left join quittance.assessment a on a.invoice = l.id and a.latest
                left join quittance.payment_run r on r.id = l.run
                cross join lateral (select exists (select 1 from quittance.standing_hold h where h.invoice = l.id
                                                   and (h.until is null or h.until > ?::date)) as held) h
                union all
                select r.id, true, r.entity, r.contractor, r.contractor, null, r.number, null, null, null, r.currency,
                       case when r.gross ~ '^-?[0-9]+([.][0-9]+)?$' then r.gross::numeric end, null, 'REJECTED', 0,
                       (select string_agg(distinct f.code, ' ' order by f.code) from quittance.finding f where f.subject = r.id),
                       null, null, null, r.file_name, r.file, r.position, r.line, r.intake
                from quittance.refusal r)
            select s.*, w.business_date as taken_in from standing s join quittance.work_set w on w.id = s.intake
            """;

    private static final String BY_KEY = STANDING + """
            where s.entity = ? and (s.contractor = ? or s.stated = ?) and (s.number = ? or s.number_normalised = ?)
            order by s.issue_date, s.kind, s.file, s.position
            """;
    private static final String BY_PLACE = STANDING + "where s.file = ? and s.position = ? order by s.sha256";
    private static final String BY_ID = STANDING + "where s.id = ?";

    /** Null asks for all. */
    private static final String LIST = STANDING + """
            where s.state = coalesce(?, s.state)
              and (?::text is null or s.entity = ?) and (?::text is null or s.contractor = ?)
              and (?::text is null or s.codes ~ ('\\m' || ? || '\\M'))
              and (?::text is null or s.file = ?) and (?::date is null or w.business_date >= ?::date)
            order by s.entity nulls last, s.contractor nulls last, s.issue_date nulls last, s.number, s.file, s.position
            """;

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    public Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which documents are meant; null for any.
     *
     * @param file the name under which it was delivered
     * @param since business date of intake, inclusive
     */
    public record Choice(
            @Nullable String state,
            @Nullable String entity,
            @Nullable String contractor,
            @Nullable String code,
            @Nullable String file,
            @Nullable LocalDate since) {}

    /** All of a choice, as they stand on a business date, one by one: a million need no memory. Call it in a transaction. */
    public void list(Choice choice, LocalDate on, Consumer<Standing> each) {
        jdbc.sql(LIST)
                .withFetchSize(ROWS_AT_ONCE)
                .param(on)
                .param(choice.state())
                .param(choice.entity())
                .param(choice.entity())
                .param(choice.contractor())
                .param(choice.contractor())
                .param(choice.code())
                .param(choice.code())
                .param(choice.file())
                .param(choice.file())
                .param(choice.since())
                .param(choice.since())
                .query((RowCallbackHandler) row -> each.accept(row(row, 0)));
    }

    /** Every document that a reference may mean. Where one is spelt exactly so, those spelt otherwise are not meant. */
    public List<Standing> find(Reference reference, LocalDate on) {
        return switch (reference) {
            case Reference.Id(UUID id) ->
                jdbc.sql(BY_ID).params(on, id).query(Documents::row).list();
            case Reference.Within(String file, int position) ->
                jdbc.sql(BY_PLACE)
                        .params(on, file, position)
                        .query(Documents::row)
                        .list();
            case Reference.Key key -> byKey(key, on);
        };
    }

    private List<Standing> byKey(Reference.Key key, LocalDate on) {
        List<Standing> found = jdbc.sql(BY_KEY)
                .params(
                        on,
                        key.entity(),
                        key.contractor(),
                        key.contractor(),
                        key.number(),
                        InvoiceKey.normalise(key.number()))
                .query(Documents::row)
                .list();
        List<Standing> exact =
                found.stream().filter(one -> key.number().equals(one.number())).toList();
        return exact.isEmpty() ? found : exact;
    }

    private static Standing row(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                row.getBoolean("refused"),
                row.getString("entity"),
                row.getString("contractor"),
                row.getString("kind"),
                row.getString("number"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getString("currency"),
                row.getString("gross"),
                row.getString("payable"),
                row.getString("state"),
                row.getInt("attempt"),
                row.getString("codes"),
                row.getString("run"),
                row.getString("run_state"),
                row.getString("payment"),
                row.getString("file"),
                row.getString("sha256"),
                row.getInt("position"),
                row.getLong("line"),
                row.getString("intake"),
                row.getObject("taken_in", LocalDate.class));
    }
}
