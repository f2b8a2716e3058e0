package io.quittance.world;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Invented rates in the layouts of the European Central Bank's history and of HM Revenue & Customs' monthly files. */
final class RateFiles {

    private static final int KIND_OF_DRAW = 3;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    /** Decimals of a rate in either layout, as a power of ten. */
    private static final int SCALE = 4;

    /** Units per euro and per pound, in ten-thousandths; no euro per euro. */
    private record Quote(String currency, int perEuro, int perPound) {}

    private static final List<Quote> QUOTES = List.of(
            new Quote("USD", 11_600, 13_400),
            new Quote("JPY", 1_795_000, 2_062_000),
            new Quote("GBP", 8_720, 0),
            new Quote("PLN", 42_400, 48_700),
            new Quote("SEK", 109_700, 125_900),
            new Quote("CHF", 9_340, 10_730),
            new Quote("AUD", 17_600, 20_300),
            new Quote("CAD", 16_100, 18_750),
            new Quote("INR", 1_048_000, 1_187_000),
            new Quote("SGD", 15_080, 17_130),
            new Quote("BHD", 0, 5_040),
            new Quote("EUR", 0, 11_500));

    private final long seed;

    RateFiles(long seed) {
        this.seed = seed;
    }

    /** Writes the history up to a day, and the months that it touches. */
    void write(Path folder, LocalDate last) throws IOException {
        Files.createDirectories(folder);
        history(folder.resolve("eurofxref-hist.csv"), last);
        for (YearMonth month = YearMonth.from(FIRST);
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            month(folder.resolve("monthly_csv_%d-%d.csv".formatted(month.getYear(), month.getMonthValue())), month);
        }
    }

    /** Newest first, and an empty last column, as the bank does. */
    private void history(Path file, LocalDate last) throws IOException {
        List<Quote> quotes =
                QUOTES.stream().filter(quote -> quote.perEuro() > 0).toList();
        try (CsvWriter csv = table(file)) {
            csv.writeRecord(row("Date", quotes.stream().map(Quote::currency).toList()));
            for (LocalDate day = last; !day.isBefore(FIRST); day = day.minusDays(1)) {
                if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                    long epochDay = day.toEpochDay();
                    csv.writeRecord(row(
                            day.toString(),
                            quotes.stream()
                                    .map(quote -> moved(quote.perEuro(), quote, epochDay))
                                    .toList()));
                }
            }
        }
    }

    private static List<String> row(String first, List<String> others) {
        var row = new ArrayList<String>();
        row.add(first);
        row.addAll(others);
        row.add("");
        return row;
    }

    private void month(Path file, YearMonth month) throws IOException {
        try (CsvWriter csv = table(file)) {
            csv.writeRecord(Arrays.asList(
                    "Country/Territories",
                    "Currency",
                    "Currency Code",
                    "Currency Units per £1",
                    "Start date",
                    "End date"));
            for (Quote quote : QUOTES) {
                if (quote.perPound() > 0) {
                    csv.writeRecord(
                            "Invented",
                            quote.currency(),
                            quote.currency(),
                            moved(quote.perPound(), quote, month.getMonthValue()),
                            DAY_FIRST.format(month.atDay(1)),
                            DAY_FIRST.format(month.atEndOfMonth()));
                }
            }
        }
    }

    /** Half a per cent around the middle, so that no day looks like a jump. */
    private String moved(int middle, Quote quote, long on) {
        Chance chance = Chance.of(seed, KIND_OF_DRAW, QUOTES.indexOf(quote), on);
        long moved = middle + middle * (long) chance.between(-50, 50) / 10_000;
        return BigDecimal.valueOf(moved, SCALE).toPlainString();
    }

    private static CsvWriter table(Path file) throws IOException {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }
}
