package io.quittance.platform.configuration;

import io.quittance.party.SmallBusinessNumber;
import io.quittance.party.VatId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code register/small-business-numbers.csv}: in which other Member States a contractor uses the small-business scheme, a row for
 * each state (Directive 2006/112 art. 284). Without the file nobody does.
 */
final class SmallBusinessNumbers {

    private static final String[] COLUMNS = {"contractor", "ex_number", "country", "valid_from", "valid_to"};

    private SmallBusinessNumbers() {}

    /** The numbers of each contractor. @param contractors ids of those that there are */
    static Map<String, List<SmallBusinessNumber>> read(Path file, Set<String> contractors) {
        Map<String, List<SmallBusinessNumber>> numbers = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return numbers;
        }
        for (CsvRow row : CsvTable.read(file, COLUMNS).rows()) {
            String contractor = row.text("contractor");
            if (!contractors.contains(contractor)) {
                throw row.wrong("contractor", "is '" + contractor + "', which contractors.csv does not have.");
            }
            numbers.computeIfAbsent(contractor, unused -> new ArrayList<>()).add(number(row));
        }
        return numbers;
    }

    private static SmallBusinessNumber number(CsvRow row) {
        String country = row.parsed(
                "country",
                "a Member State such as FR",
                text -> VatId.memberState(text).orElseThrow());
        return row.parsed(
                "ex_number",
                "a number that ends in EX",
                text -> new SmallBusinessNumber(text, country, RegisterRows.period(row, "valid_from", "valid_to")));
    }
}
