package io.quittance.fx.job;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.finding.store.FindingRows;
import io.quittance.fx.RateSheet;
import io.quittance.fx.ecb.EcbHistory;
import io.quittance.fx.hmrc.HmrcMonthly;
import io.quittance.fx.store.Rates;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.file.DeliveredFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes in one rate file: all of it, or nothing and the reason. What it is, its header says. */
@Component
public class RatesIntake {

    private final Rates rates;
    private final FindingRows findings;

    public RatesIntake(Rates rates, FindingRows findings) {
        this.rates = rates;
        this.findings = findings;
    }

    /** Records the rates of a file on behalf of a work set, in the transaction that is under way. */
    void take(String workSet, DeliveredFile file) {
        RateSheet sheet = read(file);
        Findings found = sheet.findings();
        if (!found.has(Severity.REJECT)) {
            Rates.Taken taken = rates.take(file.sha256(), sheet.rates());
            for (String contradiction : taken.contradictions()) {
                found = found.and(Finding.of(
                        FindingCode.RATE_FILE_INVALID,
                        Place.of(file.name()),
                        null,
                        null,
                        contradiction + "; the recorded one stays"));
            }
        }
        findings.write(workSet, List.of(new FindingRows.Reasons(Uuid5.of("rate-file:" + file.sha256()), 0, found)));
    }

    private static RateSheet read(DeliveredFile file) {
        try (InputStream in = file.open()) {
            return header(file).startsWith("Date,")
                    ? EcbHistory.read(in, file.name())
                    : HmrcMonthly.read(in, file.name());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }

    private static String header(DeliveredFile file) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            return line == null ? "" : line.replace("\uFEFF", "");
        }
    }
}
