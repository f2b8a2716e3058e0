package io.quittance.party.register;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.FieldReader;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.party.VatId;
import io.quittance.party.VatIdCheck;
import io.quittance.table.Row;
import io.quittance.table.TableError;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row: one answer. Everything wrong with it is noted at once. */
final class RegistryAnswerRow {

    private static final Pattern CONSULTATION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z./-]{0,63}");
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    /** VIES begins with the single market; what is later than any database column holds was mistyped. */
    private static final Instant FIRST = Instant.parse("1993-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2199-12-31T23:59:59Z");

    private final Row row;
    private final List<TableError> faults = new ArrayList<>();
    private @Nullable Finding aboutAnother;

    RegistryAnswerRow(Row row) {
        this.row = row;
    }

    List<TableError> faults() {
        return faults;
    }

    /** That the answer names another number than the question. */
    Optional<Finding> aboutAnother() {
        return Optional.ofNullable(aboutAnother);
    }

    /** The answer; empty when something is wrong with it. */
    Optional<RegistryAnswer> read() {
        String territory = noted(this::territory);
        String number = territory == null ? null : noted(() -> number("number", territory, row.text("number")));
        String requester = row.optional("requester") == null ? null : noted(this::requester);
        Boolean valid = noted(this::valid);
        Match name = noted(() -> match("name_match"));
        Match address = noted(() -> match("address_match"));
        String consultation = row.optional("consultation_number") == null
                ? null
                : noted(() -> matching("consultation_number", CONSULTATION, "a consultation number"));
        Instant at = noted(this::askedAt);
        String source = noted(() -> matching("source", SOURCE, "the name of a register"));
        if (territory != null && number != null) {
            aboutAnother = another(territory, number);
        }
        if (territory == null
                || number == null
                || valid == null
                || name == null
                || address == null
                || at == null
                || source == null
                || aboutAnother != null
                || !faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RegistryAnswer(requester, territory, number, valid, name, address, consultation, at, source));
    }

    /** EL is Greece's prefix; its territory is GR. */
    private String territory() {
        String text = row.text("territory").strip();
        return Optional.of(text)
                .filter(code -> code.length() == 2)
                .flatMap(VatId::namedTerritory)
                .orElseThrow(() -> row.wrong(
                        "territory", "no form of tax numbers of \"" + FieldReader.shown(text) + "\" is known"));
    }

    private String requester() {
        String requester = row.text("requester");
        return VatId.namedTerritory(requester)
                .map(territory -> number("requester", territory, requester))
                .orElseThrow(() -> row.wrong("requester", "it does not begin with a country"));
    }

    /** No register answers about a number without the form of its country, so the cell was mistyped. */
    private String number(String column, String territory, String text) {
        VatIdCheck check = VatId.check(territory, text);
        if (!check.valid()) {
            throw row.wrong(column, check.reason());
        }
        return check.normalised();
    }

    private @Nullable Finding another(String territory, String number) {
        String answered = row.optional(RegistryAnswerFile.ANSWERED);
        if (answered == null || VatId.normalise(territory, answered).equals(number)) {
            return null;
        }
        return Finding.of(
                FindingCode.REGISTRY_OTHER_NUMBER,
                row.place().at(RegistryAnswerFile.ANSWERED),
                FieldReader.shown(answered),
                number,
                "asked about " + number + ", answered about " + FieldReader.shown(answered));
    }

    private Boolean valid() {
        return switch (row.text("valid")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw row.wrong("valid", "true or false is expected");
        };
    }

    private Match match(String column) {
        return row.optional(column) == null ? Match.NOT_COMPARED : row.oneOf(Match.class, column);
    }

    /** To the microsecond: what a database keeps. */
    private Instant askedAt() {
        try {
            Instant at = Instant.parse(row.text("asked_at")).truncatedTo(ChronoUnit.MICROS);
            if (at.isBefore(FIRST) || at.isAfter(LAST)) {
                throw row.wrong("asked_at", "no register gave answers at that time");
            }
            return at;
        } catch (DateTimeParseException notAnInstant) {
            throw row.wrong("asked_at", "a time such as 2026-11-24T09:30:00Z is expected");
        }
    }

    private String matching(String column, Pattern pattern, String expected) {
        String text = row.text(column);
        if (!pattern.matcher(text).matches()) {
            throw row.wrong(column, "\"%s\" is not %s".formatted(FieldReader.shown(text), expected));
        }
        return text;
    }

    private <T> @Nullable T noted(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (TableError fault) {
            faults.add(fault);
            return null;
        }
    }
}
