package io.quittance.party.store;

import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.party.RegistryBook;
import io.quittance.party.RegistryQuestion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Answers of tax registers: insert-only, each once, and where the original of each lies. */
@Repository
public class RegistryRows {

    private static final String INSERT = """
            insert into quittance.registry_answer (id, register, requester, territory, number, asked_at, day, valid, name_match,
                                                   address_match, consultation, request, original, line, brought, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    /**
     * Of each number what was said since a day, and the last word before it: nothing else can be nearest to a tax point of these
     * days.
     */
    private static final String VISIBLE = """
            select a.* from quittance.registry_answer a
            where a.mark <= ?
              and (a.day >= ?
                   or not exists (select 1 from quittance.registry_answer later
                                  where later.number = a.number and later.asked_at > a.asked_at and later.day < ? and later.mark <= ?))
            order by a.mark
            """;

    private static final String SILENCES =
            "select number, max(asked_at) as since from quittance.registry_silence where mark <= ? group by number";

    private final JdbcClient jdbc;

    public RegistryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest answer or silence recorded so far: whoever freezes it sees those up to it and none after. */
    public long mark() {
        return jdbc.sql("select mark from quittance.registry_newest")
                .query(Long.class)
                .single();
    }

    /** What a work set froze; read when somebody looks into it, since most documents hang on no VAT id. */
    public RegistryBook bookOf(String workSet, LocalDate since) {
        long mark = jdbc.sql("select coalesce(registry_mark, 0) from quittance.work_set where id = ?")
                .params(workSet)
                .query(Long.class)
                .single();
        return mark == 0 ? RegistryBook.NONE : new LateBook(() -> upTo(mark, since));
    }

    private RegistryBook upTo(long mark, LocalDate since) {
        List<RegistryAnswer> answers = jdbc.sql(VISIBLE)
                .params(mark, since, since, mark)
                .query(RegistryRows::answer)
                .list();
        Map<String, Instant> silences = new HashMap<>();
        jdbc.sql(SILENCES).params(mark).query((RowCallbackHandler)
                row -> silences.put(row.getString("number"), instant(row, "since")));
        return RegistryBook.of(answers, silences);
    }

    /** Those of the answers that are recorded, by their id. */
    public Map<UUID, RegistryAnswer> known(Collection<UUID> ids) {
        return jdbc
                .sql("select * from quittance.registry_answer where id = any(?)")
                .params(new SqlArrayValue("uuid", ids.toArray()))
                .query(RegistryRows::answer)
                .list()
                .stream()
                .collect(Collectors.toMap(RegistryAnswer::id, Function.identity()));
    }

    /** The last answer that a register gave a requester about a number. */
    public Optional<RegistryAnswer> latest(String register, @Nullable String requester, String number) {
        return jdbc.sql("select * from quittance.registry_answer"
                        + " where register = ? and requester is not distinct from ? and number = ?"
                        + " order by asked_at desc limit 1")
                .param(register)
                .param(requester)
                .param(number)
                .query(RegistryRows::answer)
                .optional();
    }

    /**
     * Where an answer comes from.
     *
     * @param original SHA-256 of what lies in the archive
     * @param line of it, 0 for all of it
     * @param asked whether the program asked, or somebody brought a file
     * @param by who had it recorded
     */
    public record Origin(String original, long line, boolean asked, String by) {}

    /** Notes that something lies in the archive that was not delivered as a file. */
    public void archived(String sha256) {
        jdbc.sql("insert into quittance.archived_file (sha256) values (?) on conflict do nothing")
                .params(sha256)
                .update();
    }

    /** Records an answer, whose original is noted as archived. @return whether it was new */
    public boolean record(RegistryAnswer answer, Origin origin) {
        return jdbc.sql(INSERT)
                        .param(answer.id())
                        .param(answer.source())
                        .param(answer.requester())
                        .param(answer.territory())
                        .param(answer.number())
                        .param(at(answer.askedAt()))
                        .param(answer.day())
                        .param(answer.valid())
                        .param(answer.name().name())
                        .param(answer.address().name())
                        .param(answer.consultation())
                        .param(request(answer))
                        .param(origin.original())
                        .param(origin.line())
                        .param(origin.asked() ? "ASKED" : "FILE")
                        .param(origin.by())
                        .update()
                == 1;
    }

    /** Records that a register was asked and did not answer. */
    public void silent(String register, RegistryQuestion question, Instant at, String reason, String by) {
        jdbc.sql("insert into quittance.registry_silence (register, requester, territory, number, asked_at, reason,"
                        + " recorded_by) values (?, ?, ?, ?, ?, ?, ?)")
                .param(register)
                .param(question.requester())
                .param(question.territory())
                .param(question.number())
                .param(at(at))
                .param(reason)
                .param(by)
                .update();
    }

    /** What was asked, as far as an answer tells. */
    private static String request(RegistryAnswer answer) {
        return "is " + answer.number() + " in force"
                + (answer.name() == Match.NOT_COMPARED ? "" : "; compare the name")
                + (answer.address() == Match.NOT_COMPARED ? "" : "; compare the address")
                + (answer.requester() == null ? "" : "; asked by " + answer.requester());
    }

    /** Those of the files of which something was refused when they were read last. */
    public Set<String> barren(Set<String> files) {
        return Set.copyOf(jdbc.sql("""
                        select file from (select distinct on (file) file, refused from quittance.registry_file_result
                                          where file = any(?) order by file, attempt desc) last
                        where refused
                        """)
                .params(new SqlArrayValue("text", files.toArray()))
                .query(String.class)
                .list());
    }

    /** How often a file was read before. */
    public int attempts(String file) {
        return jdbc.sql("select count(*) from quittance.registry_file_result where file = ?")
                .params(file)
                .query(Integer.class)
                .single();
    }

    /**
     * A file that a work set read.
     *
     * @param recorded answers that were new
     * @param refused whether anything of it was refused
     */
    public record Delivered(String file, int attempt, UUID subject, int recorded, boolean refused) {}

    /** Records what became of a file. */
    public void record(String workSet, Delivered file) {
        jdbc.sql("insert into quittance.registry_file_result (file, attempt, work_set, subject, recorded, refused)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(file.file(), file.attempt(), workSet, file.subject(), file.recorded(), file.refused())
                .update();
    }

    /** The files that a work set read, in the order of their content. */
    public List<Delivered> readBy(String workSet) {
        return jdbc.sql("select file, attempt, subject, recorded, refused from quittance.registry_file_result"
                        + " where work_set = ? order by file")
                .params(workSet)
                .query((row, n) -> new Delivered(
                        row.getString("file"),
                        row.getInt("attempt"),
                        row.getObject("subject", UUID.class),
                        row.getInt("recorded"),
                        row.getBoolean("refused")))
                .list();
    }

    /** What a document rests on, cell by cell as it is listed; an empty text where nothing is known. */
    public record Evidence(List<String> cells) {

        public Evidence {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What the documents of now rest on.
     *
     * @param entity of which payer, null for all
     * @param open only what no register has confirmed
     */
    public List<Evidence> evidence(@Nullable String entity, boolean open) {
        return jdbc.sql("""
                        select entity, contractor, number, verdict, treatment, tax_point, party, vat_id, standing, register, day, days_away,
                               consultation, later_day, later
                        from quittance.list_registry_evidence
                        where (?::text is null or entity = ?) and (not ? or standing <> 'CONFIRMED') and verdict <> 'REJECTED'
                        order by entity, contractor, tax_point, number, party
                        """)
                .param(entity)
                .param(entity)
                .param(open)
                .query(RegistryRows::evidence)
                .list();
    }

    private static Evidence evidence(ResultSet row, int number) throws SQLException {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(Objects.requireNonNullElse(row.getString(i), ""));
        }
        return new Evidence(cells);
    }

    private static RegistryAnswer answer(ResultSet row, int number) throws SQLException {
        return new RegistryAnswer(
                row.getString("requester"),
                row.getString("territory"),
                row.getString("number"),
                row.getBoolean("valid"),
                Match.valueOf(row.getString("name_match")),
                Match.valueOf(row.getString("address_match")),
                row.getString("consultation"),
                instant(row, "asked_at"),
                row.getString("register"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
