package io.quittance.tax;

import io.quittance.invoice.VatBreakdown;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One step of the determination and what decided it. Its words are made when somebody reads them; equal words are equal steps. */
public final class TaxStep {

    private final Step step;
    private final @Nullable VatBreakdown about;
    private final Supplier<String> answer;
    private final List<String> rows;
    private final Supplier<String> law;

    TaxStep(Step step, @Nullable VatBreakdown about, Supplier<String> answer, List<String> rows, Supplier<String> law) {
        this.step = step;
        this.about = about;
        this.answer = answer;
        this.rows = rows;
        this.law = law;
    }

    /** What is kept as evidence besides the rows: who said it, when, and where it can be found again. */
    public static TaxStep evidence(String kept, String found) {
        return new TaxStep(Step.EVIDENCE, null, () -> kept, List.of(), () -> found);
    }

    /** Where it stands in the order. */
    public Step step() {
        return step;
    }

    /** What was asked; a question about one VAT breakdown names it. */
    public String question() {
        return about == null ? step.question() : step.question() + " for " + Claims.written(about);
    }

    /** What came out. */
    public String answer() {
        return answer.get();
    }

    /** The ids of the rows of {@code config/tax} that decided; none where no row did. */
    public List<String> rows() {
        return rows;
    }

    /** The article of law, or the fact that decided; may be empty. */
    public String law() {
        return law.get();
    }

    /** Rows and law together. */
    public String basis() {
        return Stream.concat(rows.stream(), Stream.of(law()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaxStep that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return question() + ": " + answer() + " [" + basis() + "]";
    }
}
