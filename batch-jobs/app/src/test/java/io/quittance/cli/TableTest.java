package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

    /** OWASP ASVS 1.2.10: a contractor's text in a CSV that somebody opens with a spreadsheet. */
    @Test
    void csvHoldsNoFormulasAndFiguresStayFigures() {
        var out = new StringWriter();
        new Table("name", "amount", "reference")
                .row("=HYPERLINK(\"x\")", "-5.00", "+++090/9337/55493+++")
                .row("@sum", "-5+3", "-")
                .print(Globals.Format.CSV, new PrintWriter(out));
        assertThat(out).hasToString("""
                name,amount,reference
                "'=HYPERLINK(""x"")",-5.00,'+++090/9337/55493+++
                '@sum,'-5+3,'-
                """);
    }
}
