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
 * bulletin counts. The answer for the dollar says so; those for other currencies do not say which, so there whoever
 * fetches it says so: by a member {@code moeda} (the name of the parameter that was asked with), or by the name of the file.
 */
final class CentralBankOfBrazil {

    static final String BUY = "BCB-BUY";
    static final String SELL = "BCB-SELL";

    private static final String CONTEXT = "@odata.context";
    private static final String CURRENCY = "moeda";
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
        String code = dollar ? "USD" : codeOf(root);
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

    /** What stands in the file counts; a name that says something else is a mistake of one of both. */
    private static String codeOf(JsonSpot root) {
        var named = new TreeSet<String>();
        CODE.matcher(root.file())
                .results()
                .map(found -> found.group())
                .filter(CentralBankOfBrazil::isForeign)
                .forEach(named::add);
        JsonSpot stated = root.find(CURRENCY);
        if (stated == null && named.size() != 1) {
            throw new TableError(
                    Place.of(root.file()),
                    "PTAX does not say of which currency it is: add \"moeda\":\"EUR\" to it, or put its code into the name of the"
                            + " file, as in ptax-EUR.json");
        }
        if (stated == null) {
            return named.first();
        }
        String code = stated.text();
        if (!isForeign(code) || !(named.isEmpty() || named.contains(code))) {
            throw new TableError(
                    stated.place(),
                    "\"%s\" is no foreign currency that we know, or the name of the file says another one"
                            .formatted(code));
        }
        return code;
    }

    private static boolean isForeign(String code) {
        return !code.equals(HOME)
                && CurrencyUnit.registeredCurrencies().stream()
                        .anyMatch(currency -> currency.getCode().equals(code));
    }
}
