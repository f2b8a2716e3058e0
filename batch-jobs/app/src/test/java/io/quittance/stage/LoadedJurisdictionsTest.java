package io.quittance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import io.quittance.fx.Purpose;
import io.quittance.fx.Rate;
import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register says where an entity is established, and policies of that jurisdiction are found by it. */
class LoadedJurisdictionsTest {

    private static final Path SHIPPED = Golden.root().resolve("config");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static final List<Rate> RATES = List.of(
            Rate.daily("ECB", CurrencyUnit.EUR, CurrencyUnit.USD, DAY, new BigDecimal("1.25")),
            Rate.daily("NBP", CurrencyUnit.USD, CurrencyUnit.of("PLN"), DAY.minusDays(1), new BigDecimal("3.60")),
            Rate.daily("NBP", CurrencyUnit.EUR, CurrencyUnit.of("PLN"), DAY.minusDays(1), new BigDecimal("4.50")));

    @ParameterizedTest
    @CsvSource({"NL-BV, NL", "GB-LTD, GB", "SG-PTE, SG", "NOBODY,"})
    void eachEntityIsSomewhere(String entity, String jurisdiction) {
        assertThat(Loaded.from(SHIPPED).jurisdictions().of(entity, DAY).orElse(null))
                .isEqualTo(jurisdiction);
    }

    @Test
    void aRowOfTheJurisdictionChangesTheSourceOfItsEntitiesAlone(@TempDir Path folder) throws IOException {
        copy(folder);
        Files.writeString(
                folder.resolve("fx/policies.csv"),
                ",VAT,NBP,PLN,5,test,2020-01-01,NL,BEFORE,\n",
                StandardOpenOption.APPEND);

        assertThat(rate(Loaded.from(SHIPPED))).isEqualByComparingTo("0.8");
        assertThat(rate(Loaded.from(folder)))
                .as("3.60 / 4.50, of the day before")
                .isEqualByComparingTo("0.8");
        assertThat(path(Loaded.from(SHIPPED))).containsExactly("ECB EUR/USD");
        assertThat(path(Loaded.from(folder))).containsExactly("NBP USD/PLN", "NBP EUR/PLN");
        assertThat(convert(Loaded.from(folder), "GB-LTD")).isInstanceOf(Refused.class);
    }

    private static BigDecimal rate(Loaded loaded) {
        return ((Converted) convert(loaded, "NL-BV")).rate();
    }

    private static List<String> path(Loaded loaded) {
        return ((Converted) convert(loaded, "NL-BV"))
                .path().stream().map(Rate::pair).toList();
    }

    private static Object convert(Loaded loaded, String entity) {
        return loaded.fx()
                .book(RATES, loaded.jurisdictions())
                .convert(entity, Purpose.VAT, Money.parse("USD 10.00"), CurrencyUnit.EUR, DAY);
    }

    private static void copy(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(SHIPPED)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
    }
}
