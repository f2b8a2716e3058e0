package io.quittance.cli;

import io.quittance.document.store.Listing;
import io.quittance.document.store.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A document from the line that it was read from to what the bank said of its payment. */
final class ExplainedInvoice {

    private final Standing document;
    private final ArchivedOriginal original;
    private final Map<String, Listing> parts;
    private final Map<String, Listing> consequences;
    private final ConfigurationUsed used;
    private final Map<String, String> header;

    ExplainedInvoice(
            Standing document,
            ArchivedOriginal original,
            Map<String, Listing> parts,
            Map<String, Listing> consequences,
            ConfigurationUsed used) {
        this.document = document;
        this.original = original;
        this.parts = parts;
        this.consequences = consequences;
        this.used = used;
        List<Map<String, String>> stated = part(parts, "header");
        this.header = stated.isEmpty() ? Map.of() : stated.getFirst();
    }

    Reasons tree() {
        var from = new ArrayList<Reasons>();
        from.add(source());
        from.add(stated());
        if (!document.refused()) {
            from.add(parties());
        }
        from.addAll(new ExplainedMatch(parts).reasons());
        add(
                from,
                "findings",
                "findings, in the order of the rules",
                rows(parts, "findings", ExplainedInvoice::finding));
        add(
                from,
                "alike",
                "compared with, in the order in which they came",
                rows(parts, "alike", ExplainedInvoice::alike));
        add(from, "attempts", "looked at", rows(parts, "attempts", ExplainedInvoice::attempt));
        add(from, "acts", "persons said", rows(parts, "acts", ExplainedInvoice::act));
        add(from, "conversions", "converted", conversions());
        add(from, "tax", tax(), rows(consequences, "tax", ExplainedInvoice::step));
        add(from, "vat", "VAT entries", vat());
        add(from, "postings", "posted", postings());
        add(from, "runs", "runs decided", runs());
        return new Reasons(
                "invoice",
                "invoice:" + document.reference() + " is " + document.state()
                        + (document.payable() == null
                                ? ""
                                : ", " + document.payable() + " " + document.currency() + " payable"),
                from);
    }

    private static void add(List<Reasons> tree, String what, String says, List<Reasons> from) {
        if (!from.isEmpty()) {
            tree.add(new Reasons(what, says, from));
        }
    }

    private Reasons source() {
        return new Reasons(
                "source",
                document.file() + " line " + document.line() + ", document " + document.position()
                        + " of the file, read as " + original.syntax(),
                List.of(
                        Reasons.leaf("original", original.archive()),
                        Reasons.leaf(
                                "intake", "taken in on " + document.takenIn() + " by work set " + document.intake())));
    }

    private Reasons stated() {
        var from = new ArrayList<Reasons>();
        for (Map<String, String> line : part(parts, "lines")) {
            from.add(Reasons.leaf(
                    "line",
                    "line " + line.get("number") + ": " + line.get("quantity") + " x " + line.get("unit_price") + " = "
                            + line.get("net") + ", VAT " + line.get("category")
                            + (text(line, "rate").isEmpty() ? "" : " " + text(line, "rate") + " %") + ": "
                            + line.get("description")));
        }
        for (Map<String, String> vat : part(parts, "vat")) {
            from.add(Reasons.leaf(
                    "vat",
                    "VAT " + vat.get("category") + ": " + vat.get("base")
                            + (text(vat, "rate").isEmpty() ? ", tax " : " x " + text(vat, "rate") + " % = ")
                            + vat.get("tax")));
        }
        if (!document.refused()) {
            from.add(Reasons.leaf(
                    "total",
                    "net " + header.get("net") + " + VAT " + header.get("vat") + " = gross " + header.get("gross")
                            + ", less prepaid " + header.get("prepaid") + ", rounding " + header.get("rounding")
                            + ": due "
                            + header.get("amount_due") + " " + header.get("currency")
                            + (text(header, "levy").isEmpty()
                                    ? ""
                                    : ", of which it says " + header.get("levy") + " is kept back")));
        }
        String kind = Objects.requireNonNullElse(document.kind(), "a record that could not be read");
        return new Reasons(
                "stated",
                "states " + kind + " " + Objects.requireNonNullElse(document.number(), "without number")
                        + (document.issueDate() == null ? "" : " of " + document.issueDate()),
                from);
    }

    private Reasons parties() {
        String by = " (config " + used.digest().substring(0, 12) + ", register/";
        String entity = used.entity(header)
                .map(one -> "payer " + one.id() + ", " + one.name() + by + "entities.csv)")
                .orElseGet(() -> "payer " + header.get("entity") + " is not in the register");
        String contractor = used.contractor(header)
                .map(one -> "payee " + one.id() + by + "contractors.csv), stated as " + header.get("contractor_name")
                        + compared(header.getOrDefault("contractor_vat_id", ""), one.vatId()))
                .orElseGet(() -> "payee " + header.get("contractor") + " is not in the register");
        return new Reasons(
                "parties", "between", List.of(Reasons.leaf("payer", entity), Reasons.leaf("payee", contractor)));
    }

    private static String compared(String stated, @Nullable String registered) {
        if (stated.isEmpty()) {
            return ", states no VAT id";
        }
        return stated.equals(registered)
                ? ", VAT id " + stated + " as registered"
                : ", VAT id " + stated + ", registered is " + Objects.requireNonNullElse(registered, "none");
    }

    private static Reasons finding(Map<String, String> row) {
        var from = new ArrayList<Reasons>();
        if (!text(row, "read").isEmpty() || !text(row, "expected").isEmpty()) {
            from.add(Reasons.leaf(
                    "read",
                    "read " + quoted(text(row, "read"))
                            + (text(row, "expected").isEmpty() ? "" : ", expected " + quoted(text(row, "expected")))));
        }
        from.add(Reasons.leaf("hint", text(row, "hint")));
        String place =
                text(row, "line").isEmpty() ? "" : " (line " + text(row, "line") + " " + text(row, "field") + ")";
        return new Reasons(
                "finding",
                text(row, "code") + (text(row, "rule").isEmpty() ? "" : " " + text(row, "rule")) + " "
                        + text(row, "severity") + ": " + text(row, "message") + place,
                from);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "nothing" : "'" + text + "'";
    }

    private static Reasons alike(Map<String, String> row) {
        return Reasons.leaf(
                "document",
                text(row, "number") + " of " + text(row, "issue_date") + " from " + text(row, "contractor") + ", "
                        + text(row, "gross") + " " + text(row, "currency") + ", " + text(row, "verdict")
                        + (text(row, "came").isEmpty() ? "" : ", came " + text(row, "came")) + ": the same "
                        + text(row, "same") + " (" + text(row, "file") + "#" + text(row, "position")
                        + (text(row, "syntax").isEmpty() ? "" : ", " + text(row, "syntax")) + ")");
    }

    private static Reasons attempt(Map<String, String> row) {
        return Reasons.leaf(
                "attempt",
                "attempt " + text(row, "attempt") + " on " + text(row, "date") + " by " + text(row, "work_set") + ": "
                        + text(row, "verdict")
                        + (text(row, "codes").isEmpty() ? "" : ", " + text(row, "codes")));
    }

    private static Reasons act(Map<String, String> row) {
        return Reasons.leaf(
                "act",
                text(row, "date") + " " + text(row, "by") + " " + text(row, "act") + " " + text(row, "code") + ": "
                        + text(row, "reason"));
    }

    private List<Reasons> conversions() {
        return rows(consequences, "conversions", row -> {
            var path = new ArrayList<Reasons>();
            for (String published : text(row, "path").split(";")) {
                path.add(Reasons.leaf("rate", published));
            }
            return new Reasons(
                    "conversion",
                    text(row, "purpose").toLowerCase(Locale.ROOT) + ": " + text(row, "from_amount") + " "
                            + text(row, "from_currency") + " x " + text(row, "rate") + " = " + text(row, "to_amount")
                            + " "
                            + text(row, "to_currency") + ", for " + text(row, "wanted_on") + ", rate "
                            + text(row, "age_days")
                            + " days old",
                    path);
        });
    }

    private String tax() {
        return "tax: " + header.getOrDefault("treatment", "") + " in " + header.getOrDefault("jurisdiction", "")
                + ", tax point " + header.getOrDefault("tax_point", "");
    }

    private static Reasons step(Map<String, String> row) {
        return Reasons.leaf(
                "step", text(row, "question") + " " + text(row, "answer") + " [" + text(row, "basis") + "]");
    }

    private List<Reasons> vat() {
        return rows(
                consequences,
                "vat_entries",
                row -> new Reasons(
                        "entry",
                        text(row, "jurisdiction") + " " + text(row, "treatment") + " " + text(row, "period") + ": base "
                                + text(row, "base") + " x " + text(row, "rate") + " %: output " + text(row, "output")
                                + ", input "
                                + text(row, "input") + ", not recoverable " + text(row, "non_recoverable") + " "
                                + text(row, "currency"),
                        List.of(
                                Reasons.leaf("rate", "rate row " + text(row, "rate_row") + " of config/tax/rates.csv"),
                                Reasons.leaf("boxes", used.boxes(row)),
                                Reasons.leaf("period", period(row)))));
    }

    private static String period(Map<String, String> row) {
        String from = text(row, "moved_because").isEmpty()
                ? ""
                : ", not into " + text(row, "due_period").substring(0, 7) + ": " + text(row, "moved_because");
        return "goes into the return of " + text(row, "period").substring(0, 7) + from
                + " (quittance vat return --entity " + text(row, "entity") + " --period "
                + text(row, "period").substring(0, 7) + ")";
    }

    /** Journal by journal, in the order of the books. */
    private List<Reasons> postings() {
        var journals = new LinkedHashMap<String, List<Reasons>>();
        for (Map<String, String> row : part(consequences, "postings")) {
            String number = text(row, "journal").isEmpty() ? "not sealed" : text(row, "journal");
            journals.computeIfAbsent(
                            "journal " + number + ", " + text(row, "kind") + " on " + text(row, "date"),
                            journal -> new ArrayList<>())
                    .add(Reasons.leaf(
                            "posting",
                            text(row, "account") + " " + text(row, "account_name") + " " + text(row, "amount") + " "
                                    + text(row, "currency")));
        }
        return journals.entrySet().stream()
                .map(journal -> new Reasons("journal", journal.getKey(), journal.getValue()))
                .toList();
    }

    private List<Reasons> runs() {
        return rows(parts, "runs", row -> {
            String run = text(row, "run");
            var from = new ArrayList<Reasons>();
            for (Map<String, String> approval : of("approvals", "run", run)) {
                from.add(Reasons.leaf("approval", approved(approval)));
            }
            for (Map<String, String> payment : of("payments", "run", run)) {
                var followed = new ArrayList<Reasons>();
                of("withheld", "payment", text(payment, "payment"))
                        .forEach(tax -> followed.add(ExplainedWithholding.of(tax)));
                of("bank", "payment", text(payment, "payment"))
                        .forEach(answer -> followed.add(ExplainedInvoice.answer(answer)));
                from.add(new Reasons("payment", payment(payment), followed));
            }
            return new Reasons(
                    "run",
                    "run " + run + " for " + text(row, "pay_date") + ", " + text(row, "state") + ": "
                            + text(row, "outcome") + ", " + text(row, "reason"),
                    from);
        });
    }

    private static String approved(Map<String, String> row) {
        return "proposed by " + text(row, "proposed_by")
                + (text(row, "approver").isEmpty() ? "" : ", approved by " + text(row, "approver"))
                + (text(row, "released_by").isEmpty()
                        ? ""
                        : ", released by " + text(row, "released_by") + " on " + text(row, "released_on"));
    }

    private static String payment(Map<String, String> row) {
        return "payment " + text(row, "payment") + ", " + text(row, "amount") + " " + text(row, "currency") + " to "
                + text(row, "account") + ", EndToEndId " + text(row, "end_to_end_id") + ", in " + text(row, "file")
                + ", "
                + text(row, "state");
    }

    private static Reasons answer(Map<String, String> row) {
        return Reasons.leaf(
                "bank",
                text(row, "date") + " " + text(row, "state")
                        + (text(row, "code").isEmpty() ? "" : " " + text(row, "code"))
                        + (text(row, "reason").isEmpty() ? "" : " " + text(row, "reason")) + ", by "
                        + text(row, "source"));
    }

    private List<Map<String, String>> of(String part, String column, String value) {
        return part(consequences, part).stream()
                .filter(row -> value.equals(row.get(column)))
                .toList();
    }

    private static List<Reasons> rows(
            Map<String, Listing> parts, String part, Function<Map<String, String>, Reasons> each) {
        return part(parts, part).stream().map(each).toList();
    }

    private static List<Map<String, String>> part(Map<String, Listing> parts, String name) {
        Listing listing = parts.get(name);
        return listing == null ? List.of() : listing.objects();
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
