package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateVatIdTest {

    @TempDir
    Path folder;

    @Test
    void aFileIsAnsweredRowByRowInItsOrder() throws IOException {
        Path file = Files.writeString(folder.resolve("numbers.csv"), """
                country,input
                NO,995 525 828 MVA
                DE,DE136695978
                GR,GR 23456780
                el,94259216
                ,FR 40 303 265 045
                NO,995525828
                SN,"0,017,766 2G3"
                ZZ,12345
                BE,
                """);
        Program.Result result = run("--file", file.toString(), "--format", "csv");
        assertThat(result.out()).isEqualTo("""
                country,input,valid,normalised,reason
                NO,995 525 828 MVA,true,995525828MVA,
                DE,DE136695978,false,DE136695978,"the check digit 8 does not fit (ISO 7064 MOD 11,10): the others ask for 6"
                GR,GR 23456780,true,EL023456780,
                EL,94259216,true,EL094259216,
                FR,FR 40 303 265 045,true,FR40303265045,
                NO,995525828,false,995525828,a number of NO is 9 digits and MVA: without MVA it does not show that its holder is registered for VAT
                SN,"0,017,766 2G3",true,00177662G3,
                ZZ,12345,false,12345,no form of tax numbers of ZZ is known
                BE,,false,,"a number of BE is BE and 10 digits, the first 0 or 1"
                """);
        assertThat(result.exit()).isEqualTo(65);
    }

    @Test
    void valuesNameTheirCountryThemselvesOrTheOptionDoes() {
        assertThat(run("DE136695976", "CHE-107.787.577 IVA", "--json")).isEqualTo(new Program.Result(0, """
                {"country":"DE","input":"DE136695976","valid":"true","normalised":"DE136695976","reason":""}
                {"country":"CH","input":"CHE-107.787.577 IVA","valid":"true","normalised":"CHE107787577IVA","reason":""}
                """, ""));
        assertThat(run("51 824 753 556", "--country", "au").out()).isEqualTo("""
                country  input           valid  normalised   reason
                AU       51 824 753 556  true   51824753556
                """);
        assertThat(run("51 824 753 556").out())
                .contains("no country is given, and the number names none: use --country");
    }

    @Test
    void theOptionIsForRowsWithoutACountryOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("numbers.csv"), "input,country\n136695976,\nATU13585627,AT\n");
        assertThat(run("--file", file.toString(), "--country", "DE", "--format", "csv")
                        .out())
                .isEqualTo("""
                country,input,valid,normalised,reason
                DE,136695976,true,DE136695976,
                AT,ATU13585627,true,ATU13585627,
                """);
    }

    @Test
    void whatCannotBeReadIsSaidOnceAndNothingIsChecked() throws IOException {
        assertThat(run().exit()).isEqualTo(2);
        assertThat(run("DE136695976", "--file", "x.csv").exit()).isEqualTo(2);
        assertThat(run("--file", folder.resolve("none.csv").toString()).exit()).isEqualTo(66);
        Path file = Files.writeString(folder.resolve("numbers.csv"), "country,number\nDE,136695976\n");
        Program.Result result = run("--file", file.toString());
        assertThat(result.exit()).isEqualTo(65);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("unknown column; known are country,input");
    }

    /** Started afresh by a class loader that notes what is asked for: nothing of Spring Boot is. */
    @Test
    void noSpringIsStarted() throws Exception {
        try (var classes = new NotingLoader()) {
            assertThat(classes.run("validate", "vat-id", "DE136695976", "--json"))
                    .isEqualTo(0);
            assertThat(classes.run("validate", "vat-id", "DE136695978", "--json"))
                    .isEqualTo(65);
            assertThat(classes.asked)
                    .contains("io.quittance.cli.ValidateVatId")
                    .noneMatch(name -> name.startsWith("org.springframework.boot."));
        }
    }

    private Program.Result run(String... arguments) {
        String[] all = Stream.concat(Stream.of("validate", "vat-id"), Arrays.stream(arguments))
                .toArray(String[]::new);
        return new Program(folder).run(all);
    }
}
