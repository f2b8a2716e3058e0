package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * A format in JSON.
 *
 * @param reads whether a root is of this format, by the names in it
 * @param reading takes what it says
 */
record JsonFormat(Predicate<JsonSpot> reads, BiConsumer<JsonSpot, RateCollector> reading) {

    static final List<JsonFormat> ALL = List.of(
            new JsonFormat(NationalBankOfPoland::reads, NationalBankOfPoland::read),
            new JsonFormat(CzechNationalBank::reads, CzechNationalBank::read),
            new JsonFormat(Riksbank::reads, Riksbank::read),
            new JsonFormat(BankOfCanada::reads, BankOfCanada::read),
            new JsonFormat(FredSeries::reads, FredSeries::read),
            new JsonFormat(FinancialBenchmarksIndia::reads, FinancialBenchmarksIndia::read),
            new JsonFormat(CentralBankOfBrazil::reads, CentralBankOfBrazil::read),
            new JsonFormat(BankOfMexico::reads, BankOfMexico::read),
            new JsonFormat(SouthAfricanReserveBank::reads, SouthAfricanReserveBank::read),
            new JsonFormat(BankOfThailand::reads, BankOfThailand::read),
            new JsonFormat(NationalBankOfUkraine::reads, NationalBankOfUkraine::read));
}
