package io.quittance.report;

import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Cell.Text;
import io.quittance.report.Cell.Truth;
import java.math.BigDecimal;

/** Formulas that say something other than an amount, each with what it comes to. */
final class Formulas {

    static final String OK = "OK";
    static final String FAIL = "FAIL";

    private Formulas() {}

    /** 1 where a difference that was rounded is not zero, else 0. */
    static Formula isOff(String reference, Cell difference) {
        return new Formula(
                "IF(" + reference + "=0,0,1)", new Count(difference.number().signum() == 0 ? 0 : 1));
    }

    /** OK where both differences, rounded already, are zero. */
    static Formula status(Figure first, Figure second) {
        boolean fine = first.value().signum() == 0 && second.value().signum() == 0;
        return new Formula(
                "IF(AND(" + first.a1() + "=0," + second.a1() + "=0),\"" + OK + "\",\"" + FAIL + "\")",
                new Text(fine ? OK : FAIL));
    }

    /** Whether a figure is this many; false for none, so that an empty list of ties proves nothing. */
    static Formula isAll(Figure figure, String range, long lines) {
        boolean all = lines > 0 && figure.value().compareTo(BigDecimal.valueOf(lines)) == 0;
        return new Formula(figure.a1() + "=ROWS(" + range + ")", new Truth(all));
    }

    /** Days from one day to another. */
    static Formula days(String from, String to, long days) {
        return new Formula(to + "-" + from, new Count(days));
    }
}
