package io.quittance.fx.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.fx.Rate;
import io.quittance.fx.RateSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small files as each publisher writes them: which way round, per how many units, for which days, and what has no value. */
class RateFilesTest {

    @Test
    void bankOfEngland() throws IOException {
        assertThat(rates("boe.csv", """
                DATE,XUDLUSS,XUDLJYS,XUDLBK25
                02 Jan 2026,1.3343,,28.3025
                05 Jan 2026,1.3323,212.4739,28.3163
                """))
                .containsExactly(
                        "BOE GBP/USD 2026-01-02 1.3343",
                        "BOE GBP/CZK 2026-01-02 28.3025",
                        "BOE GBP/USD 2026-01-05 1.3323",
                        "BOE GBP/JPY 2026-01-05 212.4739",
                        "BOE GBP/CZK 2026-01-05 28.3163");
    }

    /** Four series are dollars per unit, the others units per dollar; a dot is a holiday. */
    @Test
    void federalReserveThroughFred() throws IOException {
        assertThat(rates("h10.csv", """
                observation_date,DEXUSEU,DEXJPUS,DEXUSNZ
                2026-01-01,.,,.
                2026-01-02,1.1712,156.7,0.5766
                """))
                .containsExactly(
                        "FED EUR/USD 2026-01-02 1.1712",
                        "FED USD/JPY 2026-01-02 156.7",
                        "FED NZD/USD 2026-01-02 0.5766");
        String json = """
                {"observation_start":"2026-01-01","units":"UNITS","observations":[
                 {"date":"2026-01-01","value":"."},
                 {"date":"2026-01-02","value":"1.3440"}]}
                """;
        assertThat(rates("fred-DEXUSUK.json", json.replace("UNITS", "lin")))
                .containsExactly("FED GBP/USD 2026-01-02 1.3440");
        assertThat(reason("fred.json", json.replace("UNITS", "lin")))
                .contains(
                        "does not say which series it is: add \"series_id\"",
                        "or put the series into the name of the file");
        assertThat(reason("DEXUSUK-DEXCAUS.json", json.replace("UNITS", "lin"))).contains("does not say which series");
        assertThat(reason("DEXUSUK.json", json.replace("UNITS", "pch"))).contains("\"pch\": only the levels (lin)");
        String stated = json.replace("UNITS", "lin")
                .replace("{\"observation_start\"", "{\"series_id\":\"DEXUSUK\",\"observation_start\"");
        assertThat(rates("download.json", stated)).containsExactly("FED GBP/USD 2026-01-02 1.3440");
        assertThat(rates("DEXUSUK.json", stated)).containsExactly("FED GBP/USD 2026-01-02 1.3440");
        assertThat(reason("DEXCAUS.json", stated)).contains("the name of the file says another one");
        assertThat(reason("download.json", stated.replace("DEXUSUK", "GDP"))).contains("\"GDP\" is no series of H.10");
    }

    @Test
    void norgesBank() throws IOException {
        String head = "FREQ,BASE_CUR,QUOTE_CUR,TENOR,DECIMALS,CALCULATED,UNIT_MULT,COLLECTION,TIME_PERIOD,OBS_VALUE\n";
        assertThat(rates("exr.csv", head + """
                B,USD,NOK,SP,4,false,0,C,2026-03-16,9.7134
                B,JPY,NOK,SP,4,false,2,C,2026-03-16,6.1037
                B,I44,NOK,SP,2,true,0,C,2026-03-16,118.4
                B,GBP,NOK,SP,4,false,0,C,2026-03-16,
                """))
                .containsExactly("NORGES USD/NOK 2026-03-16 9.7134", "NORGES JPY/NOK 2026-03-16 0.061037");
        assertThat(reason("exr.csv", head + "M,USD,NOK,SP,4,false,0,A,2026-03,9.7134\n"))
                .contains("\"M\", but only B");
        assertThat(reason("exr.csv", head + "B,JPY,NOK,SP,4,false,-2,C,2026-03-16,6.1\n"))
                .contains("no multiplier");
    }

    @Test
    void bankOfIsrael() throws IOException {
        assertThat(rates("boi.csv", """
                SERIES_CODE,FREQ,BASE_CURRENCY,COUNTER_CURRENCY,UNIT_MEASURE,DATA_TYPE,DATA_SOURCE,TIME_COLLECT,\
                CONF_STATUS,PUB_WEBSITE,UNIT_MULT,COMMENTS,TIME_PERIOD,OBS_VALUE,RELEASE_STATUS
                RER_JPY_ILS,D,JPY,ILS,ILS,OF00,BOI_MRKT,V,F,Y,2,,2026-03-05,1.958,YP
                RER_LBP_ILS,D,LBP,ILS,ILS,OF00,BOI_MRKT,V,F,Y,1,,2026-03-05,0.0003,YP
                """))
                .containsExactly("BOI JPY/ILS 2026-03-05 0.01958", "BOI LBP/ILS 2026-03-05 0.00003");
    }

    @Test
    void reserveBankOfAustralia() throws IOException {
        String text = """
                \uFEFFF11.1  EXCHANGE RATES
                Title,A$1=USD,Trade-weighted Index,A$1=JPY,A$1=SDR
                Units,USD,Index,JPY,SDR


                Source,WM/Reuters,RBA,RBA,IMF
                Publication date,20-Mar-2026,20-Mar-2026,20-Mar-2026,20-Mar-2026
                Series ID,FXRUSD,FXRTWI,FXRJY,FXRSDR
                03-Jan-2026,0.6828,61.40,,0.5131
                04-Jan-2026,0.6809,61.50,89.08,0.5120
                """;
        assertThat(rates("f11.csv", text))
                .containsExactly(
                        "RBA AUD/USD 2026-01-03 0.6828",
                        "RBA AUD/USD 2026-01-04 0.6809",
                        "RBA AUD/JPY 2026-01-04 89.08");
        assertThat(reason("f11.csv", text.replace("Units,USD,Index,JPY", "Units,USD,Index,KRW")))
                .contains("its units are said to be KRW");
        assertThat(reason("f11.csv", text.replace("Series ID", "Serie"))).contains("no line begins with \"Series ID\"");
    }

    @Test
    void monetaryAuthorityOfSingapore() throws IOException {
        String text = """
                MAS: Financial Database - Exchange Rates

                Exchange Rates (Daily)
                Mar 2026 to Apr 2026

                End of Period,,,S$ Per Unit of Euro,S$ Per 100 Units of Japanese Yen
                2026,Mar,31,1.4811,0.8085
                ,Apr,01,1.4815,
                ,,02,1.4820,0.8091

                "* Daily figures are values as of noon."
                """;
        assertThat(rates("mas.csv", text))
                .containsExactly(
                        "MAS EUR/SGD 2026-03-31 1.4811",
                        "MAS JPY/SGD 2026-03-31 0.008085",
                        "MAS EUR/SGD 2026-04-01 1.4815",
                        "MAS EUR/SGD 2026-04-02 1.4820",
                        "MAS JPY/SGD 2026-04-02 0.008091");
        assertThat(reason("mas.csv", text.replace("(Daily)", "(Monthly)"))).contains("Exchange Rates (Daily)");
        assertThat(reason("mas.csv", text.replace("2026,Mar,31", "2026,Feb,31")))
                .contains("no day 31 of month 2");
    }

    /** An average of a month is valid in that month; the rate of its end has no day of its own. */
    @Test
    void swissNationalBank() throws IOException {
        assertThat(rates("devkum.csv", """
                "CubeId";"devkum"
                "PublishingDate";"2026-03-02 14:30"

                "Date";"D0";"D1";"Value"
                "2026-02";"M0";"EUR1";"0.91406"
                "2026-02";"M1";"EUR1";"0.91000"
                "2026-02";"M0";"JPY100";"0.50125"
                "1914-01";"M0";"USD1";""
                """))
                .containsExactly(
                        "SNB EUR/CHF 2026-02-01..2026-02-28 0.91406", "SNB JPY/CHF 2026-02-01..2026-02-28 0.0050125");
    }

    @Test
    void swissCustoms() throws IOException {
        String daily = """
                <wechselkurse xmlns="https://www.backend-rates.bazg.admin.ch/xmldaily">
                  <datum>20.11.2026</datum><gueltigkeit>21.11.2026,22.11.2026,23.11.2026</gueltigkeit>
                  <devise code="eur"><waehrung>1 EUR</waehrung><kurs>0.94445</kurs></devise>
                  <devise code="jpy"><waehrung>100 JPY</waehrung><kurs>0.56</kurs></devise>
                </wechselkurse>
                """;
        assertThat(rates("bazg.xml", daily))
                .containsExactly(
                        "BAZG EUR/CHF 2026-11-21 0.94445",
                        "BAZG EUR/CHF 2026-11-22 0.94445",
                        "BAZG EUR/CHF 2026-11-23 0.94445",
                        "BAZG JPY/CHF 2026-11-21 0.0056",
                        "BAZG JPY/CHF 2026-11-22 0.0056",
                        "BAZG JPY/CHF 2026-11-23 0.0056");
        assertThat(rates("bazg.xml", """
                <monatskurse xmlns="https://www.backend-rates.bazg.admin.ch/avgratesmonth"><monat>2026-11</monat>
                <devise code="eur"><waehrung>1 EUR</waehrung><kurs>0.9412</kurs></devise></monatskurse>
                """)).containsExactly("BAZG-AVG EUR/CHF 2026-11-01..2026-11-30 0.9412");
        assertThat(reason("bazg.xml", daily.replaceAll("<gueltigkeit>.*</gueltigkeit>", "")))
                .contains("neither gueltigkeit nor monat");
        assertThat(reason("bazg.xml", daily.replace("100 JPY", "100 KRW"))).contains("no number of units of JPY");
    }

    @Test
    void czechNationalBank() throws IOException {
        List<String> wanted = List.of("CNB EUR/CZK 2026-01-02 24.170", "CNB JPY/CZK 2026-01-02 0.13141");
        assertThat(rates("denni_kurz.txt", """
                02.01.2026 #1
                země|měna|množství|kód|kurz
                EMU|euro|1|EUR|24,170
                Japonsko|jen|100|JPY|13,141
                """)).containsExactlyElementsOf(wanted);
        assertThat(rates("rok.txt", """
                Datum|1 EUR|100 JPY
                02.01.2026|24,170|13,141
                Datum|100 JPY|1 EUR|1 ZAR
                05.01.2026|13,226|24,195|
                """))
                .containsExactly(
                        wanted.get(0),
                        wanted.get(1),
                        "CNB JPY/CZK 2026-01-05 0.13226",
                        "CNB EUR/CZK 2026-01-05 24.195");
        assertThat(rates("cnb.json", """
                {"rates":[{"currencyCode":"EUR","amount":1,"validFor":"2026-01-02","rate":24.170},
                          {"currencyCode":"XDR","amount":1,"validFor":"2026-01-02","rate":28.256},
                          {"currencyCode":"JPY","amount":100,"validFor":"2026-01-02","rate":13.141}]}
                """)).containsExactlyElementsOf(wanted);
    }

    @Test
    void nationalBankOfPoland() throws IOException {
        assertThat(rates("nbp.json", """
                [{"table":"A","no":"1/A","effectiveDate":"2026-03-02","rates":[{"code":"JPY","mid":0.022963}]},
                 {"table":"B","no":"1/B","effectiveDate":"2026-03-04","rates":[{"code":"AFN","mid":0.056626}]},
                 {"table":"C","no":"1/C","tradingDate":"2026-03-03","effectiveDate":"2026-03-04",
                  "rates":[{"code":"USD","bid":3.5700,"ask":3.6422}]}]
                """))
                .containsExactly(
                        "NBP JPY/PLN 2026-03-02 0.022963",
                        "NBP AFN/PLN 2026-03-04 0.056626",
                        "NBP-BUY USD/PLN 2026-03-04 3.5700",
                        "NBP-SELL USD/PLN 2026-03-04 3.6422");
        String xml = """
                <ArrayOfExchangeRatesTable><ExchangeRatesTable><Table>A</Table><No>1/A</No>
                <EffectiveDate>2026-03-02</EffectiveDate><Rates>
                <Rate><Currency>bat</Currency><Code>THB</Code><Mid>0.1146</Mid></Rate>
                </Rates></ExchangeRatesTable></ArrayOfExchangeRatesTable>
                """;
        assertThat(rates("nbp.xml", xml)).containsExactly("NBP THB/PLN 2026-03-02 0.1146");
        assertThat(reason("nbp.xml", xml.replace(">A<", ">C<"))).contains("only tables A and B");
    }

    @Test
    void nationalBankOfHungary() throws IOException {
        assertThat(rates("mnb.xml", """
                <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
                <GetExchangeRatesResponse xmlns="http://www.mnb.hu/webservices/"><GetExchangeRatesResult>\
                &lt;MNBExchangeRates&gt;&lt;Day date="2025-03-28"&gt;&lt;Rate unit="1" curr="AUD"&gt;235,26&lt;/Rate&gt;\
                &lt;Rate unit="100" curr="JPY"&gt;248,17&lt;/Rate&gt;&lt;/Day&gt;&lt;/MNBExchangeRates&gt;\
                </GetExchangeRatesResult></GetExchangeRatesResponse></s:Body></s:Envelope>
                """))
                .containsExactly("MNB AUD/HUF 2025-03-28 235.26", "MNB JPY/HUF 2025-03-28 2.4817");
    }

    @Test
    void nationalBankOfRomania() throws IOException {
        String xml = """
                <DataSet xmlns="http://www.bnr.ro/xsd"><Header><PublishingDate>2026-01-08</PublishingDate></Header>
                <Body><OrigCurrency>RON</OrigCurrency><Cube date="2026-01-08">
                <Rate currency="EUR">5.0905</Rate><Rate currency="HUF" multiplier="100">1.3247</Rate>
                <Rate currency="RUB">-</Rate><Rate currency="XAU">627.8925</Rate></Cube></Body></DataSet>
                """;
        assertThat(rates("bnr.xml", xml))
                .containsExactly("BNR EUR/RON 2026-01-08 5.0905", "BNR HUF/RON 2026-01-08 0.013247");
        assertThat(reason("bnr.xml", xml.replace(">RON<", ">EUR<"))).contains("the rates are in EUR, not in RON");
        assertThat(reason("bnr.xml", xml.replace("\"100\"", "\"50\""))).contains("only 1, 10, 100");
    }

    /** Dated by the day they are for, in windows-1251. The figure for one unit must agree, unless it has an exponent. */
    @Test
    void bankOfRussia() throws IOException {
        String xml = """
                <?xml version="1.0" encoding="windows-1251"?><ValCurs Date="25.04.2026" name="x">
                <Valute ID="1"><CharCode>USD</CharCode><Nominal>1</Nominal><Name>Доллар</Name>
                <Value>76,1234</Value><VunitRate>76,1234</VunitRate></Valute>
                <Valute ID="2"><CharCode>IRR</CharCode><Nominal>1000000</Nominal><Name>Риал</Name>
                <Value>53,9256</Value><VunitRate>5,39256E-05</VunitRate></Valute></ValCurs>
                """;
        assertThat(written(RateFiles.read(bytes(xml, Charset.forName("windows-1251")), "cbr.xml")))
                .containsExactly("CBR USD/RUB 2026-04-25 76.1234", "CBR IRR/RUB 2026-04-25 0.0000539256");
        String wrong = xml.replace("<VunitRate>76,1234", "<VunitRate>7,61234");
        assertThat(RateFiles.read(bytes(wrong, Charset.forName("windows-1251")), "cbr.xml")
                        .findings()
                        .toString())
                .contains("the rate of one unit is 76.1234, but 7.61234 by the other figure");
    }

    @Test
    void nationalBankOfUkraine() throws IOException {
        String json = """
                [{"exchangedate":"01.03.2026","cc":"THB","rate":13.9116,"units":10,"rate_per_unit":1.39116,
                  "calcdate":"26.02.2026"},
                 {"exchangedate":"01.03.2026","cc":"XAU","rate":223871.54,"units":1,"rate_per_unit":223871.54}]
                """;
        assertThat(rates("nbu.json", json)).containsExactly("NBU THB/UAH 2026-03-01 1.39116");
        assertThat(reason("nbu.json", json.replace("\"units\":10", "\"units\":100")))
                .contains("the rate of one unit is 0.139116");
    }

    @Test
    void riksbankAndBankOfCanada() throws IOException {
        assertThat(rates("riksbank.json", """
                [{"seriesId":"SEKJPYPMI","date":"2026-03-24","value":0.05872},
                 {"seriesId":"SEKETT","date":"2026-03-24","value":1},
                 {"seriesId":"SEKUSDPMI","date":"2026-03-24","value":9.35344}]
                """))
                .containsExactly("RIKSBANK JPY/SEK 2026-03-24 0.05872", "RIKSBANK USD/SEK 2026-03-24 9.35344");
        assertThat(rates("valet.json", """
                {"seriesDetail":{},"observations":[
                 {"d":"2026-03-12","FXUSDCAD":{"v":"1.3706"},"FXEURCAD":{"v":""},"CEER":{"v":"118.1"}}]}
                """)).containsExactly("BOC USD/CAD 2026-03-12 1.3706");
    }

    @Test
    void financialBenchmarksIndia() throws IOException {
        assertThat(rates("fbil.json", """
                [{"processRunDate":"2026-03-20 00:00:00","subProdName":"INR / 1 USD","rate":93.348300},
                 {"processRunDate":"2026-03-20 00:00:00","subProdName":"INR / 100 JPY","rate":58.940000}]
                """))
                .containsExactly("FBIL USD/INR 2026-03-20 93.348300", "FBIL JPY/INR 2026-03-20 0.58940000");
    }

    /** Buying and selling are two sources; the bulletins before the closing one do not count. */
    @Test
    void centralBankOfBrazil() throws IOException {
        String json = """
                {"@odata.context":"https://x/PTAX/versao/v1/odata$metadata#CONTEXT","value":[
                 {"cotacaoCompra":5.9000,"cotacaoVenda":5.9100,"dataHoraCotacao":"2026-03-02 10:09:26.4","tipoBoletim":"Abertura"},
                 {"cotacaoCompra":6.0010,"cotacaoVenda":6.0022,"dataHoraCotacao":"2026-03-02 13:09:26.433","tipoBoletim":"Fechamento"}]}
                """;
        String other = json.replace("CONTEXT", "_CotacaoMoedaPeriodo");
        assertThat(rates("ptax-EUR-2026-03.json", other))
                .containsExactly("BCB-BUY EUR/BRL 2026-03-02 6.0010", "BCB-SELL EUR/BRL 2026-03-02 6.0022");
        assertThat(rates("ptax.json", json.replace("CONTEXT", "_CotacaoDolarPeriodo")))
                .containsExactly("BCB-BUY USD/BRL 2026-03-02 6.0010", "BCB-SELL USD/BRL 2026-03-02 6.0022");
        assertThat(reason("BCB-BRL.json", other)).contains("add \"moeda\":\"EUR\" to it, or put its code");
        assertThat(reason("EUR-USD.json", other)).contains("put its code into the name of the file");
        String stated = other.replace("{\"@odata.context\"", "{\"moeda\":\"EUR\",\"@odata.context\"");
        assertThat(rates("download.json", stated))
                .containsExactly("BCB-BUY EUR/BRL 2026-03-02 6.0010", "BCB-SELL EUR/BRL 2026-03-02 6.0022");
        assertThat(reason("ptax-AUD.json", stated)).contains("the name of the file says another one");
        assertThat(reason("download.json", stated.replace("\"EUR\"", "\"BRL\"")))
                .contains("\"BRL\" is no foreign currency");
    }

    @Test
    void bankOfMexicoAndSouthAfricanReserveBank() throws IOException {
        assertThat(rates("sie.json", """
                {"bmx":{"series":[{"idSerie":"SF43718","titulo":"FIX","datos":[
                 {"fecha":"02/03/2026","dato":"17.3485"},{"fecha":"03/03/2026","dato":"N/E"}]}]}}
                """)).containsExactly("BANXICO USD/MXN 2026-03-02 17.3485");
        assertThat(rates("sarb.json", """
                [{"Period":"2026-03-27T00:00:00","Timeseries":"Rand per US Dollar","Value":17.1302}]
                """)).containsExactly("SARB USD/ZAR 2026-03-27 17.1302");
    }

    @Test
    void bankOfThailand() throws IOException {
        assertThat(rates("bot.json", """
                {"result":{"data":{"data_detail":[{"period":"2026-04-03","currency_id":"IDR",
                 "currency_name_eng":"INDONESIA : RUPIAH (1,000 RUPIAH) (IDR) ","buying_sight":"1.79",
                 "buying_transfer":"1.8430000","selling":"2.0161000","mid_rate":"1.9296000"},
                 {"period":"2026-04-06","currency_id":"USD","currency_name_eng":"USA : DOLLAR (USD)","buying_sight":"",
                 "buying_transfer":"","selling":"","mid_rate":""}]}}}
                """))
                .containsExactly(
                        "BOT IDR/THB 2026-04-03 0.0019296000",
                        "BOT-BUY IDR/THB 2026-04-03 0.0018430000",
                        "BOT-SELL IDR/THB 2026-04-03 0.0020161000");
    }

    @Test
    void europeanCentralBankInXml() throws IOException {
        assertThat(rates("eurofxref-daily.xml", """
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
                  xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref"><Cube>
                <Cube time="2026-11-24"><Cube currency="USD" rate="1.1606"/><Cube currency="JPY" rate="179.46"/></Cube>
                <Cube time="2026-11-23"><Cube currency="USD" rate="1.1600"/></Cube></Cube></gesmes:Envelope>
                """))
                .containsExactly(
                        "ECB EUR/USD 2026-11-24 1.1606",
                        "ECB EUR/JPY 2026-11-24 179.46",
                        "ECB EUR/USD 2026-11-23 1.1600");
    }

    @Test
    void hmrcInXmlGivesOneRateForACurrencyOfManyCountries() throws IOException {
        String xml = """
                <exchangeRateMonthList Period="01/Sep/2026 to 30/Sep/2026">
                <exchangeRate><countryName>USA</countryName><currencyCode>USD</currencyCode><rateNew>1.3000</rateNew></exchangeRate>
                <exchangeRate><countryName>Ecuador</countryName><currencyCode>USD</currencyCode><rateNew>1.30</rateNew></exchangeRate>
                </exchangeRateMonthList>
                """;
        assertThat(rates("hmrc.xml", xml)).containsExactly("HMRC GBP/USD 2026-09-01..2026-09-30 1.3000");
        assertThat(reason("hmrc.xml", xml.replace(">1.30<", ">1.31<")))
                .contains("HMRC GBP/USD for 2026-09-01 is 1.31 here, but 1.3000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # second line                                  | the reason, or none
            BMF,EUR,USD,2026-02-01,2026-02-28,1.0395        |
            BMF,EUR,USD,2026-01-31,2026-02-28,1.0395        | the period of BMF EUR/USD from 2026-01-31 overlaps the one from 2026-01-01 to 2026-01-31
            BMF,EUR,USD,2026-01-01,2026-01-31,1.0395        | BMF EUR/USD for 2026-01-01 is 1.0395 here, but 1.0348 in line 2
            BMF,EUR,USD,2026-02-01,2026-01-31,1.0395        | the period ends on 2026-01-31 before it begins
            BMF,EUR,EUR,2026-02-01,2026-02-28,1.0395        | EUR is quoted against itself
            BMF,EUR,USD,2026-02-01,2026-02-28,1.0395e1      | no plain decimal
            BMF,EUR,USD,2026-02-01,2026-02-28,-1            | no plain decimal
            BMF,EUR,USD,2026-02-01,2026-02-28,0.000         | not above zero
            PEG,USD,AED,2026-02-01,2026-02-28,3.7           | parities are kept in config/fx/pegs.csv
            bmf,EUR,USD,2026-02-01,2026-02-28,1.0395        | no name in capitals
            """)
    void ourOwnList(String row, @Nullable String reason) throws IOException {
        String list = "source,base,quote,valid_from,valid_to,value\nBMF,EUR,USD,2026-01-01,2026-01-31,1.0348\n" + row;
        if (reason == null) {
            assertThat(rates("list.csv", list)).hasSize(2);
        } else {
            assertThat(reason("list.csv", list)).contains(reason);
        }
    }

    /** Whatever is wrong is a finding of the file, never an exception, and nothing of it is used. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # text                                                                             | the reason
            ``                                                                                 | no rate file that we know
            a,b,c                                                                              | no rate file that we know
            {}                                                                                 | no rate file that we know
            []                                                                                 | no rate file that we know
            <html/>                                                                            | no rate file that we know
            {"rates":                                                                          | Unexpected
            [{"subProdName":"INR / 1 USD"]                                                     | Unexpected
            <ValCurs Date="25.04.2026">                                                        | XML
            <!DOCTYPE x [<!ENTITY a "b">]><ValCurs Date="25.04.2026"/>                         | DOCTYPE
            [{"seriesId":"SEKUSDPMI","date":"2026-03-24","value":9e999999999}]                 | no plain decimal
            [{"seriesId":"SEKUSDPMI","date":"2026-03-24","value":{"v":9}}]                     | a text or a number was expected
            [{"seriesId":"SEKUSDPMI","date":"2026-02-30","value":9.1}]                         | no date as YYYY-MM-DD
            [{"seriesId":"SEKUSDPMI","date":"2026-03-24","value":9.1},{"seriesId":"SEKUSDPMI","date":"2026-03-24","value":9.2}] | is 9.2 here, but 9.1
            [{"seriesId":"SEKSEKPMI","date":"2026-03-24","value":1.0}]                         | SEK is quoted against itself
            [{"subProdName":"INR / 1000000 JPY","processRunDate":"2026-03-20 00:00:00","rate":0.1234567}] | more than 12 decimals
            [{"subProdName":"INR / 12 JPY","processRunDate":"2026-03-20 00:00:00","rate":5.1}] | only 1, 10, 100
            [{"exchangedate":"1.3.2026","cc":"THB","rate":1.1,"units":1,"rate_per_unit":1.1}]  | no date as DD.MM.YYYY
            """)
    void refusesTheWholeFile(String text, String reason) throws IOException {
        assertThat(reason("x", text)).contains(reason);
    }

    @Test
    void theSameRateTwiceIsOne() throws IOException {
        assertThat(rates("riksbank.json", """
                [{"seriesId":"SEKUSDPMI","date":"2026-03-24","value":9.10},
                 {"seriesId":"SEKUSDPMI","date":"2026-03-24","value":9.1}]
                """)).containsExactly("RIKSBANK USD/SEK 2026-03-24 9.10");
    }

    @Test
    void aCurrencyThatWeDoNotKnowIsLeftOutWithAWord() throws IOException {
        RateSheet sheet = read("boe.csv", "DATE,XUDLUSS,XUDLXYZ\n02 Jan 2026,1.3343,7.1\n");

        assertThat(written(sheet)).containsExactly("BOE GBP/USD 2026-01-02 1.3343");
        assertThat(sheet.findings().stream().map(Finding::message))
                .containsExactly("XUDLXYZ is no currency that we know; its rates are left out");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFileThatIsTooLargeIsNotReadOn(int more) throws IOException {
        byte[] blanks = new byte[(32 << 20) + more];
        Arrays.fill(blanks, (byte) ' ');

        RateSheet sheet = RateFiles.read(new ByteArrayInputStream(blanks), "x");

        assertThat(sheet.findings().all())
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("longer than 33554432 bytes");
    }

    @Test
    void aLongJsonTextIsRefusedBeforeItFillsTheMemory() throws IOException {
        assertThat(reason("x", "[" + "[],".repeat(3 << 20) + "[]]")).contains("there are more than 8388608 bytes");
    }

    private static List<String> rates(String file, String text) throws IOException {
        RateSheet sheet = read(file, text);
        assertThat(sheet.findings().all()).isEmpty();
        return written(sheet);
    }

    private static String reason(String file, String text) throws IOException {
        RateSheet sheet = read(file, text);
        assertThat(sheet.isRefused()).as("refused").isTrue();
        assertThat(sheet.rates()).isEmpty();
        Finding first = sheet.findings().all().getFirst();
        assertThat(first.code()).isEqualTo(FindingCode.RATE_FILE_INVALID);
        return first.message();
    }

    private static List<String> written(RateSheet sheet) {
        return sheet.rates().stream().map(RateFilesTest::written).toList();
    }

    private static String written(Rate rate) {
        String days = rate.from().equals(rate.to()) ? rate.from().toString() : rate.from() + ".." + rate.to();
        return rate.pair() + " " + days + " " + rate.value().toPlainString();
    }

    private static RateSheet read(String file, String text) throws IOException {
        return RateFiles.read(bytes(text, StandardCharsets.UTF_8), file);
    }

    private static ByteArrayInputStream bytes(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }
}
