package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that are not understood: no class names, no page of help instead of the sentence, exit code 2, nothing in the output. */
class MisuseTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            nightly --date 24.11.2026            | Invalid value for option '--date': '24.11.2026' is no day; write YYYY-MM-DD, such as 2026-11-20
            invoice list --since yesterday       | Invalid value for option '--since': 'yesterday' is no day; write YYYY-MM-DD
            tax report --entity NL-BV --form 1099-NEC --year mmxxvi | Invalid value for option '--year': 'mmxxvi' is no whole number
            list ties --format xml               | Invalid value for option '--format': expected one of [TABLE, JSON, CSV]
            tax explain                          | Missing required argument (specify one of these)
            tax explian invoice:A/B/C            | Did you mean: tax explain?
            list                                 | Missing required parameter: 'WHAT'
            list invoice                         | there is no list of 'invoice'; there are [files, findings, invoices, matches,
            """)
    void isSaidInOneSentence(String command, String says) {
        Program.Result result = new Program(home).run(command.split(" "));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("quittance: ").contains(says).doesNotContain("java.", "Error:");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aVerbWithoutItsSecondWordTellsThem() {
        Program.Result result = new Program(home).run("vat");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("Missing required subcommand", "boxes", "return", "close");
    }

    @Test
    void sentencesOfTheHelpAreWrappedWhereTheScreenEnds() {
        assertThat(QuittanceCommand.sentences(new String[] {"Says how tax", "falls.", "Needs no database."}))
                .containsExactly("Says how tax falls.", "Needs no database.");
    }
}
