package io.quittance.vat;

import io.quittance.vat.Formula.Reference;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A return being drawn up, box by box in the order of the form. */
final class ReturnDraft {

    private static final int SHARE_DIGITS = 34;

    private final @Nullable ReturnForm form;
    private final int decimals;
    private final List<LedgerSum> sums;
    private final List<WithheldSum> withheld;
    private final List<ReturnLine> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> unplaced = new ArrayList<>();

    ReturnDraft(@Nullable ReturnForm form, int decimals, List<LedgerSum> sums, List<WithheldSum> withheld) {
        this.form = form;
        this.decimals = decimals;
        this.sums = sums;
        this.withheld = withheld;
    }

    VatReturn finished() {
        if (form != null) {
            form.boxes().stream()
                    .filter(box -> !box.box().equals(VatReturn.NET))
                    .forEach(box -> lines.add(line(box)));
            form.boxes().forEach(this::limits);
        }
        sums.forEach(this::lost);
        besideTheForm(VatReturn.NOT_SOURCED, "no row says which box: ", sum -> sum.boxRow() == null);
        besideTheForm(VatReturn.NO_BOX, "the form does not ask: ", sum -> sum.boxRow() != null && sum.isInNoBox());
        lines.add(net());
        taxesApart();
        lines.stream()
                .filter(line -> !line.isBounded())
                .forEach(line ->
                        faults.add("box %s %s is %s by the ledger and %s by the return: rounding explains %s at most"
                                .formatted(
                                        line.box(),
                                        line.kind(),
                                        plain(line.ledger()),
                                        plain(line.declared()),
                                        plain(line.bound()))));
        return new VatReturn(form == null ? null : form.name(), decimals, lines, faults, unplaced);
    }

    /** Where a figure takes several taxes, each of them: India's form has a column for each. */
    private void taxesApart() {
        for (BoxKind kind : List.of(BoxKind.OUTPUT, BoxKind.INPUT)) {
            apart(
                    VatReturn.NOT_SOURCED,
                    kind,
                    sums.stream().filter(sum -> sum.boxRow() == null).map(sum -> sum.apart(kind)));
            if (form != null) {
                form.boxes().stream()
                        .filter(box -> box.kind() == kind && !(box.formula() instanceof Formula.Sum))
                        .forEach(box -> apart(box.box(), kind, sums.stream().map(sum -> sum.apart(box))));
            }
        }
    }

    private void apart(String box, BoxKind kind, Stream<Map<String, BigDecimal>> inside) {
        var byTax = new TreeMap<String, BigDecimal>();
        inside.forEach(sum -> sum.forEach((tax, amount) -> byTax.merge(tax, amount, BigDecimal::add)));
        byTax.forEach((tax, amount) -> {
            if (amount.signum() != 0) {
                String label = "of %s: %s".formatted(kind.name().toLowerCase(Locale.ROOT), tax);
                lines.add(new ReturnLine(null, box, BoxKind.PART, label, amount, amount, 0, BigDecimal.ZERO));
            }
        });
    }

    private ReturnLine line(FormBox box) {
        List<LedgerSum> inside = sums.stream().filter(sum -> sum.goesInto(box)).toList();
        BigDecimal ledger = inside.stream().map(sum -> sum.amount(box)).reduce(zero(), BigDecimal::add);
        long entries = inside.stream().mapToLong(LedgerSum::entries).sum();
        BigDecimal own = box.rounding().bound();
        boolean deducted = box.kind() == BoxKind.INPUT;
        return switch (box.formula()) {
            case Formula.Entries alone -> line(box, ledger, box.rounding().apply(ledger, deducted), entries, own);
            case Formula.BasesOfOutput bases -> line(box, ledger, box.rounding().apply(ledger, deducted), entries, own);
            case Formula.Share share -> {
                ReturnLine of = found(share.of());
                BigDecimal part = share.numerator().divide(share.denominator(), new MathContext(SHARE_DIGITS));
                // Every document was rounded by itself, and perhaps each line of it: one minor unit and half a unit
                // each at most.
                long lines = inside.stream().mapToLong(LedgerSum::lines).sum();
                BigDecimal units = BigDecimal.valueOf(entries)
                        .add(BigDecimal.valueOf(lines).movePointLeft(1).multiply(BigDecimal.valueOf(5)));
                BigDecimal before = of.bound().multiply(part).add(minor().multiply(units));
                BigDecimal declared = box.rounding().apply(of.declared().multiply(part), deducted);
                yield box.kind() == BoxKind.TOTAL
                        ? line(
                                box,
                                minor(of.ledger().multiply(part)),
                                declared,
                                0,
                                own.add(before).add(minor()))
                        : line(box, ledger, declared, entries, own.add(before));
            }
            case Formula.Sum sum ->
                line(
                        box,
                        sum(sum, ReturnLine::ledger),
                        box.rounding().apply(sum(sum, ReturnLine::declared), deducted),
                        0,
                        isCoarser(box, sum) ? own.add(bound(sum)) : bound(sum));
            case Formula.Withheld kept -> {
                BigDecimal tax = withheld(kept).map(WithheldSum::tax).reduce(zero(), BigDecimal::add);
                long documents =
                        withheld(kept).mapToLong(WithheldSum::documents).sum();
                yield line(box, tax, box.rounding().apply(tax, false), documents, own);
            }
        };
    }

    private Stream<WithheldSum> withheld(Formula.Withheld kept) {
        return withheld.stream().filter(sum -> sum.name().equals(kept.tax()));
    }

    private BigDecimal bound(Formula.Sum sum) {
        return sum.terms().stream().map(term -> found(term.of()).bound()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A total of figures that are as coarse as itself is exact; that of finer ones is rounded once more. */
    private boolean isCoarser(FormBox box, Formula.Sum sum) {
        return sum.terms().stream()
                .map(term -> figure(term.of()).rounding().unit())
                .anyMatch(unit -> unit.compareTo(box.rounding().unit()) < 0);
    }

    private ReturnLine line(FormBox box, BigDecimal ledger, BigDecimal declared, long entries, BigDecimal bound) {
        int scale = Math.max(
                0, Math.min(decimals, box.rounding().unit().stripTrailingZeros().scale()));
        return new ReturnLine(
                box.id(),
                box.box(),
                box.kind(),
                box.label(),
                ledger.setScale(decimals, RoundingMode.UNNECESSARY),
                declared.setScale(scale, RoundingMode.UNNECESSARY),
                entries,
                bound);
    }

    private BigDecimal sum(Formula.Sum sum, Function<ReturnLine, BigDecimal> figure) {
        BigDecimal total = sum.terms().stream()
                .map(term -> {
                    BigDecimal one = figure.apply(found(term.of()));
                    return term.negative() ? one.negate() : one;
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return switch (sum.sign()) {
            case KEPT -> total;
            case ABSOLUTE -> total.abs();
            case EXCESS -> total.max(BigDecimal.ZERO.setScale(Math.max(0, total.scale())));
        };
    }

    private FormBox figure(Reference reference) {
        return Optional.ofNullable(form)
                .flatMap(known -> known.figure(reference))
                .orElseThrow(() -> new IllegalStateException("The form has no figure " + reference));
    }

    private ReturnLine found(Reference reference) {
        FormBox box = figure(reference);
        return lines.stream()
                .filter(line -> box.id().equals(line.row()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No figure " + reference + " stands before"));
    }

    /** Tax owed less tax deducted, of everything, sourced or not. */
    private ReturnLine net() {
        BigDecimal ledger =
                sums.stream().map(sum -> sum.output().subtract(sum.input())).reduce(zero(), BigDecimal::add);
        FormBox own = form == null
                ? null
                : form.figures(VatReturn.NET).stream().findFirst().orElse(null);
        if (own != null) {
            ReturnLine by = line(own);
            return net(own.id(), ledger, minor(by.declared()).add(notSourced()), by.bound());
        }
        BigDecimal declared = zero();
        BigDecimal bound = BigDecimal.ZERO;
        for (ReturnLine line : lines) {
            if (line.kind() == BoxKind.OUTPUT || line.kind() == BoxKind.INPUT) {
                declared = line.kind() == BoxKind.OUTPUT
                        ? declared.add(line.declared())
                        : declared.subtract(line.declared());
                bound = bound.add(line.bound());
            }
        }
        return net(null, ledger, declared, bound);
    }

    /** Tax that no row places, which a person declares beside the form: owed less deducted. */
    private BigDecimal notSourced() {
        return lines.stream()
                .filter(line -> line.box().equals(VatReturn.NOT_SOURCED))
                .map(line -> switch (line.kind()) {
                    case OUTPUT -> line.declared();
                    case INPUT -> line.declared().negate();
                    case BASE, GROSS, DEDUCTED, TOTAL, WITHHELD, PART -> BigDecimal.ZERO;
                })
                .reduce(zero(), BigDecimal::add);
    }

    private static ReturnLine net(@Nullable String row, BigDecimal ledger, BigDecimal declared, BigDecimal bound) {
        return new ReturnLine(
                row, VatReturn.NET, BoxKind.TOTAL, "tax owed less tax deducted", ledger, declared, 0, bound);
    }

    private void besideTheForm(String box, String label, Function<LedgerSum, Boolean> which) {
        var byTreatment = new TreeMap<String, List<LedgerSum>>();
        sums.stream()
                .filter(which::apply)
                .forEach(sum -> byTreatment
                        .computeIfAbsent(sum.treatment().name(), name -> new ArrayList<>())
                        .add(sum));
        byTreatment.forEach((treatment, same) -> {
            for (BoxKind kind : List.of(BoxKind.BASE, BoxKind.OUTPUT, BoxKind.INPUT)) {
                BigDecimal amount = same.stream().map(sum -> sum.amount(kind)).reduce(zero(), BigDecimal::add);
                long entries = same.stream().mapToLong(LedgerSum::entries).sum();
                if (kind == BoxKind.BASE || amount.signum() != 0) {
                    lines.add(new ReturnLine(
                            null, box, kind, label + treatment, amount, amount, entries, BigDecimal.ZERO));
                }
            }
        });
    }

    /** Tax that goes into no box of a sourced form would be missing in the return without anybody noticing. */
    private void lost(LedgerSum sum) {
        if (sum.boxRow() == null) {
            if (form != null) {
                unsourced(sum, form);
            }
            return;
        }
        for (BoxKind kind : List.of(BoxKind.OUTPUT, BoxKind.INPUT)) {
            if (sum.amount(kind).signum() != 0 && !sum.isPlaced(kind)) {
                faults.add("%s of %s %s is in no box by row %s"
                        .formatted(kind, plain(sum.amount(kind)), sum.treatment(), sum.boxRow()));
            } else if (sum.amount(kind).signum() != 0 && form != null && !form.takes(sum, kind)) {
                faults.add("%s of %s %s goes by row %s into a box that the form does not have"
                        .formatted(kind, plain(sum.amount(kind)), sum.treatment(), sum.boxRow()));
            }
        }
        if (form == null) {
            faults.add("row %s names boxes, but the form has no rows on that day".formatted(sum.boxRow()));
        }
    }

    /** No row that is added later helps: an entry keeps the boxes that it got. So a person may answer for it. */
    private void unsourced(LedgerSum sum, ReturnForm sourced) {
        for (BoxKind kind : List.of(BoxKind.OUTPUT, BoxKind.INPUT)) {
            if (sum.amount(kind).signum() != 0) {
                unplaced.add("%s of %s %s is in no box of %s: no row said which when it was entered"
                        .formatted(kind, plain(sum.amount(kind)), sum.treatment(), sourced.name()));
            }
        }
    }

    private void limits(FormBox box) {
        BigDecimal declared = lines.stream()
                .filter(line -> box.id().equals(line.row()))
                .map(ReturnLine::declared)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        if (box.least() != null && declared.compareTo(box.least()) < 0
                || box.most() != null && declared.compareTo(box.most()) > 0) {
            faults.add("box %s is %s, and must lie between %s and %s"
                    .formatted(box.box(), plain(declared), box.least(), box.most()));
        }
    }

    private BigDecimal zero() {
        return BigDecimal.ZERO.setScale(decimals);
    }

    /** To the minor unit. */
    private BigDecimal minor(BigDecimal figure) {
        return figure.setScale(decimals, RoundingMode.HALF_UP);
    }

    private BigDecimal minor() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    private static String plain(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }
}
