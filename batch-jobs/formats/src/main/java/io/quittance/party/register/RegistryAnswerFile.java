package io.quittance.party.register;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.FieldReader;
import io.quittance.party.RegistryAnswer;
import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV of answers that a register gave elsewhere: a batch of the BZSt or of VIES, or what somebody noted from a page.
 * Every sound row is an answer; what is wrong with the others is told, each with its line and column.
 */
public final class RegistryAnswerFile {

    /** The columns that must be there, in any order. */
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

    /** The number that the answer itself names, where whoever asked has kept it. */
    static final String ANSWERED = "answered_number";

    private static final int MESSAGE = 300;

    private RegistryAnswerFile() {}

    /**
     * An answer and where it stands.
     *
     * @param line in the file, from 1
     */
    public record Stated(RegistryAnswer answer, long line) {}

    /**
     * What a file says.
     *
     * @param answers in the order of the file, each once
     * @param faults why rows, or the file, were not understood
     */
    public record Reading(List<Stated> answers, List<Finding> faults) {

        public Reading {
            answers = List.copyOf(answers);
            faults = List.copyOf(faults);
        }
    }

    /** Reads a file. @param file its name, as findings show it */
    public static Reading read(InputStream in, String file) throws IOException {
        Map<UUID, Stated> answers = new LinkedHashMap<>();
        var faults = new ArrayList<Finding>();
        try {
            Table table = Table.read(in, file, COLUMNS, List.of(ANSWERED), fault -> faults.add(invalid(fault, null)));
            table.rows().forEach(row -> read(row, answers, faults));
        } catch (TableError unreadable) {
            faults.add(invalid(unreadable, null));
        }
        return new Reading(List.copyOf(answers.values()), faults);
    }

    /** The same answer twice is one. Of two at one moment that differ the first stays, as the recorded one does against a file. */
    private static void read(Row row, Map<UUID, Stated> answers, List<Finding> faults) {
        var reader = new RegistryAnswerRow(row);
        Optional<RegistryAnswer> answer = reader.read();
        reader.faults().forEach(fault -> faults.add(invalid(fault, row)));
        reader.aboutAnother().ifPresent(faults::add);
        if (answer.isEmpty()) {
            return;
        }
        Stated before = answers.putIfAbsent(
                answer.get().id(), new Stated(answer.get(), row.place().line()));
        if (before != null && !before.answer().equals(answer.get())) {
            faults.add(Finding.of(
                    FindingCode.REGISTRY_CONTRADICTS,
                    row.place().at("asked_at"),
                    null,
                    null,
                    "line " + before.line() + " has another answer of "
                            + answer.get().source() + " about " + answer.get().number() + " at "
                            + answer.get().askedAt()));
        }
    }

    private static Finding invalid(TableError fault, @Nullable Row row) {
        String field = fault.place().field();
        String read = row == null || field == null ? null : row.optional(field);
        return Finding.of(
                FindingCode.REGISTRY_ROW_INVALID,
                fault.place(),
                read == null ? null : FieldReader.shown(read),
                null,
                visible(fault.reason()));
    }

    /** What somebody wrote never gets into a message whole, nor with characters that cannot be seen. */
    private static String visible(String reason) {
        String plain = reason.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]", "?");
        return plain.length() <= MESSAGE ? plain : plain.substring(0, MESSAGE) + "…";
    }
}
