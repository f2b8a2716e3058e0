package io.quittance.cli;

import io.quittance.ledger.Account;
import io.quittance.ledger.Chart;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.VatRate;
import io.quittance.vat.BoxCode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page about the tax of one document, in the order of determination. The page of a stored document and the page of a supposed
 * one have the same sections, so that they can be laid side by side.
 */
final class TaxPaper {

    private static final Map<String, Account> ACCOUNTS =
            Chart.ACCOUNTS.stream().collect(Collectors.toMap(Account::code, Function.identity()));

    /** What a blank within the name of a box is written as, as the database keeps it. */
    private static final char BLANK = '~';

    private static final List<String> OF_BOXES = List.of("base", "output tax", "input tax");

    private final Sections sections;
    private final Table supposed;
    private final Table steps;
    private final Table rates;
    private final Table exchange;
    private final Table amounts;
    private final Table boxes;
    private final Table postings;
    private final Table withholding;
    private final Table findings;

    TaxPaper(String title) {
        this.sections = new Sections(title);
        this.supposed = sections.list("supposed");
        // People read the first three of each; the others are for scripts.
        this.findings = sections.steps("findings", "code", "message", "what to do", "id", "severity");
        this.steps = sections.steps("steps", "question", "answer", "basis");
        this.rates = sections.noted("rates", "row", "percent", "class", "in force", "confidence", "source");
        this.exchange = sections.steps(
                "exchange",
                "purpose",
                "conversion",
                "policy",
                "from",
                "from currency",
                "rate",
                "to",
                "to currency",
                "for day",
                "age days",
                "published");
        this.amounts = sections.table(
                "amounts",
                "in",
                "line",
                "category",
                "rate",
                "base",
                "charged",
                "self assessed",
                "recoverable",
                "cost",
                "currency");
        this.boxes = sections.table("boxes", "box", "of", "amount", "currency");
        this.withholding = sections.steps("withholding", "kind", "amount", "basis");
        this.postings = sections.table("postings", "account", "name", "debit", "credit", "currency");
    }

    Sections sections() {
        return sections;
    }

    TaxPaper fact(String name, @Nullable String says) {
        sections.fact(name, says);
        return this;
    }

    void supposed(String sentence) {
        supposed.row(sentence);
    }

    void finding(String code, String severity, String message, String hint) {
        String effect = severity.toLowerCase(Locale.ROOT);
        findings.row(code + " " + effect, message, hint, code, effect);
    }

    void step(String question, String answer, String basis) {
        steps.row(question, answer, basis);
    }

    /** A rate that was used: the row in force, or its id alone where the table does not have it. */
    void rate(String id, Optional<VatRate> found) {
        found.ifPresentOrElse(
                rate -> rates.row(
                        rate.id(),
                        rate.percent().toPlainString(),
                        rate.rateClass().name().toLowerCase(Locale.ROOT),
                        rate.validity(),
                        rate.confidence().name().toLowerCase(Locale.ROOT),
                        rate.source()),
                () -> rates.row(id, null, null, null, null, null));
    }

    /**
     * A conversion between two currencies.
     *
     * @param from currency and amount
     * @param rate as it is stored
     * @param to currency and amount
     * @param on the day whose rate was wanted
     * @param published the rates it is made of, with source and day
     */
    record Conversion(
            String purpose, Amount from, String rate, Amount to, String on, String ageDays, String published) {

        String written() {
            return "%s x %s = %s, for %s, rate %s days old: %s"
                    .formatted(from.written(), rate, to.written(), on, ageDays, published);
        }
    }

    /** An amount of a currency, as texts. */
    record Amount(String currency, String figure) {

        String written() {
            return currency + " " + figure;
        }
    }

    void exchange(Conversion made, String policy) {
        exchange.row(
                made.purpose(),
                made.written(),
                policy,
                made.from().figure(),
                made.from().currency(),
                made.rate(),
                made.to().figure(),
                made.to().currency(),
                made.on(),
                made.ageDays(),
                made.published());
    }

    /** Amounts of one line, in the currency of the document or of the return. */
    record Line(String in, int number, String category, BigDecimal rate) {}

    /** @param figures base, charged, self-assessed, recoverable and cost; blank where nothing is stored */
    void amounts(Line line, List<String> figures, String currency) {
        amounts.row(
                line.in(),
                line.number(),
                line.category(),
                line.rate().stripTrailingZeros().toPlainString(),
                figures.get(0),
                figures.get(1),
                figures.get(2),
                figures.get(3),
                figures.get(4),
                currency);
    }

    /**
     * One of several taxes of an entry.
     *
     * @param output what is owed, in the currency of the return
     * @param input what is deducted
     * @param cost what is neither
     */
    record Tax(String name, BigDecimal percent, String output, String input, String cost) {}

    /** The taxes that a line of the return consists of. */
    void taxes(Line line, String base, List<Tax> taxes, String currency) {
        for (Tax tax : taxes) {
            var part = new Line(line.in() + ": " + tax.name(), line.number(), line.category(), tax.percent());
            amounts(part, List.of(base, "", tax.output(), tax.input(), tax.cost()), currency);
        }
    }

    /**
     * The boxes of one entry.
     *
     * @param codes of base, output tax and input tax, each separated by blanks
     * @param figures base, output tax and input tax in the currency of the return
     * @param taxes what the tax consists of, where it is several
     */
    void boxes(List<String> codes, List<String> figures, List<Tax> taxes, String currency) {
        List<Map<String, BigDecimal>> parts = List.of(Map.of(), parts(taxes, Tax::output), parts(taxes, Tax::input));
        for (int i = 0; i < OF_BOXES.size(); i++) {
            if (!codes.get(i).isBlank()) {
                List<String> its = List.of(codes.get(i).split(" "));
                for (String code : its) {
                    BoxCode box = BoxCode.parse(code.replace(BLANK, ' '));
                    BigDecimal amount = box.of(its, new BigDecimal(figures.get(i)), parts.get(i));
                    boxes.row(box.box(), OF_BOXES.get(i), amount.toPlainString(), currency);
                }
            }
        }
    }

    /** Names of boxes in one text. */
    static String joined(List<String> codes) {
        return codes.stream().map(code -> code.replace(' ', BLANK)).collect(Collectors.joining(" "));
    }

    /** The row behind the boxes, as both pages tell it. */
    static String boxRow(@Nullable String id, ReturnBoxes boxes) {
        return boxes.all().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(row -> "%s of %s: %s".formatted(row.id(), row.form(), row.source()))
                .orElse("no box is sourced");
    }

    private static Map<String, BigDecimal> parts(List<Tax> taxes, Function<Tax, String> amount) {
        return taxes.stream().collect(Collectors.toMap(Tax::name, tax -> new BigDecimal(amount.apply(tax))));
    }

    /** @param amount signed: a debit is positive */
    void posting(String account, BigDecimal amount, String currency) {
        Account found = ACCOUNTS.get(account);
        boolean debit = amount.signum() > 0;
        postings.row(
                account,
                found == null ? null : found.name(),
                debit ? amount.toPlainString() : null,
                debit ? null : amount.negate().toPlainString(),
                currency);
    }

    /** The rows behind steps 7, 10 and 11. */
    static String policies(String taxPoint, String rounding, String recovery) {
        return "tax point " + taxPoint + ", rounding " + rounding + ", recovery " + recovery;
    }

    /**
     * The month of the return.
     *
     * @param due the month that it would have belonged to
     * @param reason why it is another one; null when it is not
     */
    static String period(YearMonth period, YearMonth due, @Nullable String reason) {
        return period.equals(due)
                ? period.toString()
                : "%s instead of %s: %s".formatted(period, due, reason == null ? "moved" : reason);
    }

    void withholding(String kind, String amount, String basis) {
        withholding.row(kind, amount, basis);
    }
}
