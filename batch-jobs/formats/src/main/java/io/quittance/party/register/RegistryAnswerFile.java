package io.quittance.party.register;

import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.party.VatId;
import io.quittance.party.VatIdCheck;
import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of answers that a register gave elsewhere: a batch of the BZSt or of VIES, or what somebody noted from a page.
 * It is taken over whole or not at all: half a file of evidence looks like a whole one.
 */
public final class RegistryAnswerFile {

    /** The columns, in any order. */
    public static final List<String> COLUMNS = List.of(
            "requester",
            "territory",
            "number",
            "valid",
            "name_match",
            "address_match",
            "consultation_number",
            "asked_at",
            "source");

    private RegistryAnswerFile() {}

    /**
     * The answers in their order.
     *
     * @param file its name, as messages show it
     * @throws TableError naming line and column of the first cell that is not as it must be, or the line of an answer that
     *     is there twice
     */
    public static List<RegistryAnswer> read(InputStream in, String file) throws IOException {
        var seen = new HashSet<RegistryAnswer>();
        return Table.read(in, file, COLUMNS).rows().stream()
                .map(row -> once(seen, row))
                .toList();
    }

    private static RegistryAnswer once(Set<RegistryAnswer> seen, Row row) {
        RegistryAnswer answer = answer(row);
        if (!seen.add(answer)) {
            throw row.wrong("number", "the same answer is there twice");
        }
        return answer;
    }

    private static RegistryAnswer answer(Row row) {
        String territory = territory(row);
        return new RegistryAnswer(
                requester(row),
                territory,
                number(row, "number", territory, row.text("number")),
                valid(row),
                match(row, "name_match"),
                match(row, "address_match"),
                row.optional("consultation_number"),
                askedAt(row),
                row.text("source"));
    }

    /** EL is Greece's prefix; its territory is GR. */
    private static String territory(Row row) {
        String text = row.text("territory").strip();
        return Optional.of(text)
                .filter(code -> code.length() == 2)
                .flatMap(VatId::namedTerritory)
                .orElseThrow(() -> row.wrong("territory", "no form of tax numbers of \"" + text + "\" is known"));
    }

    private static @Nullable String requester(Row row) {
        String requester = row.optional("requester");
        return requester == null
                ? null
                : VatId.namedTerritory(requester)
                        .map(territory -> number(row, "requester", territory, requester))
                        .orElseThrow(() -> row.wrong("requester", "it does not begin with a country"));
    }

    /** No register answers about a number without the form of its country, so the cell was mistyped. */
    private static String number(Row row, String column, String territory, String text) {
        VatIdCheck check = VatId.check(territory, text);
        if (!check.valid()) {
            throw row.wrong(column, check.reason());
        }
        return check.normalised();
    }

    private static boolean valid(Row row) {
        return switch (row.text("valid")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw row.wrong("valid", "true or false is expected");
        };
    }

    private static Match match(Row row, String column) {
        return row.optional(column) == null ? Match.NOT_COMPARED : row.oneOf(Match.class, column);
    }

    private static Instant askedAt(Row row) {
        try {
            return Instant.parse(row.text("asked_at"));
        } catch (DateTimeParseException notAnInstant) {
            throw row.wrong("asked_at", "a time such as 2026-11-24T09:30:00Z is expected");
        }
    }
}
