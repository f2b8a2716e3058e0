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

    /** 85, 93. */
    @Test
    void whatATerminalObeysIsNotPrinted() {
        for (Globals.Format format : Globals.Format.values()) {
            var out = new StringWriter();
            new Table("file").row("\u001B[31mred\u0007\u009B1m").print(format, new PrintWriter(out));
            assertThat(out.toString()).doesNotContain("\u001B", "\u0007").contains("[31mred");
            if (format != Globals.Format.JSON) {
                assertThat(out.toString()).contains("?[31mred??1m");
            }
        }
    }
}
