package io.quittance.fx.publisher;

import io.quittance.fx.RateSheet;
import io.quittance.fx.ecb.EcbHistory;
import io.quittance.fx.hmrc.HmrcMonthly;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;

/**
 * A format of lines.
 *
 * @param firstLine whether it begins like that; the byte-order mark is gone
 */
record CsvFormat(Predicate<String> firstLine, Reading reading) {

    /** Reads the whole file: every rate, or why it is refused. */
    @FunctionalInterface
    interface Reading {
        RateSheet read(InputStream in, String file) throws IOException;
    }

    static final List<CsvFormat> ALL = List.of(
            new CsvFormat(line -> line.startsWith("Date,"), EcbHistory::read),
            new CsvFormat(line -> line.contains("Currency Code"), HmrcMonthly::read),
            new CsvFormat(BankOfEngland::begins, BankOfEngland::read),
            new CsvFormat(FredSeries::begins, FredSeries::read),
            new CsvFormat(NorgesBank::begins, NorgesBank::read),
            new CsvFormat(BankOfIsrael::begins, BankOfIsrael::read),
            new CsvFormat(ReserveBankOfAustralia::begins, ReserveBankOfAustralia::read),
            new CsvFormat(MonetaryAuthorityOfSingapore::begins, MonetaryAuthorityOfSingapore::read),
            new CsvFormat(SwissNationalBank::begins, SwissNationalBank::read),
            new CsvFormat(CzechNationalBankText::beginsDaily, CzechNationalBankText::readDaily),
            new CsvFormat(CzechNationalBankText::beginsYear, CzechNationalBankText::readYear),
            new CsvFormat(RateList::begins, RateList::read));
}
