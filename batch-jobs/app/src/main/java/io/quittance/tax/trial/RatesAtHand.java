package io.quittance.tax.trial;

import io.quittance.finding.Finding;
import io.quittance.fx.Rate;
import io.quittance.fx.RateSheet;
import io.quittance.fx.publisher.RateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Published rates as files have them, without a database. As at intake, what was read first for a pair and day stays; other
 * values for it are left out.
 */
public final class RatesAtHand {

    private record Series(String source, CurrencyUnit base, CurrencyUnit quote) {}

    private final Map<Series, TreeMap<LocalDate, Rate>> series = new HashMap<>();
    private final List<Path> files = new ArrayList<>();
    private @Nullable Finding refusal;

    /** Reads a file, or every file of a folder and its folders, in the order of their names. */
    public RatesAtHand read(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            tree.filter(file -> file.equals(path) || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(this::file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private void file(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            RateSheet sheet = RateFiles.read(in, String.valueOf(file.getFileName()));
            if (sheet.isRefused()) {
                refusal = refusal == null ? sheet.findings().all().getFirst() : refusal;
            } else {
                files.add(file);
                sheet.rates().forEach(this::keep);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void keep(Rate rate) {
        var published =
                series.computeIfAbsent(new Series(rate.source(), rate.base(), rate.quote()), pair -> new TreeMap<>());
        var before = published.floorEntry(rate.to());
        if (before == null || before.getValue().to().isBefore(rate.from())) {
            published.put(rate.from(), rate);
        }
    }

    /** Every rate, in no particular order. */
    public List<Rate> rates() {
        return series.values().stream().flatMap(pair -> pair.values().stream()).toList();
    }

    /** The files that rates were read from. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /** Why the first of the others was not; empty when all were. */
    public Optional<Finding> refusal() {
        return Optional.ofNullable(refusal);
    }
}
