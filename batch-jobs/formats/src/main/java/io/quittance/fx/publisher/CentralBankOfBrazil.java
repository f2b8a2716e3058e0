package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/**
 * Banco Central do Brasil, PTAX JSON: buying and selling rates in reais per unit, kept as two sources. Only the closing
 * bulletin counts. The answer for the dollar says so; those for other currencies do not say which, so there the name of the
 * file must.
 */
final class CentralBankOfBrazil {

    static final String BUY = "BCB-BUY";
    static final String SELL = "BCB-SELL";

    private static final String CONTEXT = "@odata.context";
    private static final String BULLETIN = "tipoBoletim";
    private static final String HOME = "BRL";
    private static final Set<String> CLOSING = Set.of("Fechamento", "Fechamento PTAX");
    private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])");

    private CentralBankOfBrazil() {}

    static boolean reads(JsonSpot root) {
        return root.has(CONTEXT) && root.has("value") && root.at(CONTEXT).text().contains("/PTAX/");
    }

    static void read(JsonSpot root, RateCollector rates) {
        boolean dollar = root.at(CONTEXT).text().contains("#_CotacaoDolar");
        String code = dollar ? "USD" : codeIn(root.file());
        root.at("value").elements().forEach(one -> rates.attempt(() -> bulletin(one, code, rates)));
    }

    private static void bulletin(JsonSpot one, String code, RateCollector rates) {
        JsonSpot kind = one.find(BULLETIN);
        if (kind != null && !CLOSING.contains(kind.text())) {
            return;
        }
        JsonSpot time = one.at("dataHoraCotacao");
        Days on = Days.ofTime(time.text(), time.place());
        write(BUY, one.at("cotacaoCompra"), code, on, rates);
        write(SELL, one.at("cotacaoVenda"), code, on, rates);
    }

    private static void write(String source, JsonSpot value, String code, Days on, RateCollector rates) {
        var figure = Figures.point(value.text(), value.place());
        Board.of(source, HOME, rates).homePerForeign(Quotation.ofOne(code, figure, on, value.place()));
    }

    private static String codeIn(String file) {
        var named = new TreeSet<String>();
        CODE.matcher(file)
                .results()
                .map(found -> found.group())
                .filter(CentralBankOfBrazil::isForeign)
                .forEach(named::add);
        if (named.size() != 1) {
            throw new TableError(
                    Place.of(file),
                    "PTAX does not say of which currency it is: put its code into the name of the file, as in ptax-EUR.json");
        }
        return named.first();
    }

    private static boolean isForeign(String code) {
        return !code.equals(HOME)
                && CurrencyUnit.registeredCurrencies().stream()
                        .anyMatch(currency -> currency.getCode().equals(code));
    }
}
