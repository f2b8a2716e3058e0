package io.quittance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Security numbers 85 and 92: a name with line ends and escapes makes one line of the log, which nobody obeys. */
class LogLinesTest {

    @Test
    void aMessageIsOneLine() throws JoranException {
        String logged =
                logged("io.quittance.delivery.Deliveries", "a\u001B[31m.csv\r\n00:00:00 ERROR forged\n\u009B1m");
        assertThat(logged.lines()).hasSize(1);
        assertThat(logged)
                .contains("a?[31m.csv??00:00:00 ERROR forged??1m changed")
                .doesNotContain("\u001B", "\u009B");
    }

    @Test
    void librariesThatQuoteTheSendersFileAreSilent() throws JoranException {
        for (String library : new String[] {"org.apache.poi.ooxml.util.XMLHelper", "org.apache.pdfbox.cos.COSObject"}) {
            assertThat(logged(library, "x")).as(library).isEmpty();
        }
    }

    private static String logged(String logger, String name) throws JoranException {
        var err = new ByteArrayOutputStream();
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(err, true, UTF_8));
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        try {
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Objects.requireNonNull(LogLinesTest.class.getResource("/logback.xml")));
            context.getLogger(logger).warn("{} changed", name);
        } finally {
            context.stop();
            System.setErr(terminal);
        }
        return err.toString(UTF_8);
    }
}
