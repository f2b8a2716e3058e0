package io.quittance.platform.configuration;

import io.quittance.invoice.profile.ColumnProfile;
import io.quittance.invoice.profile.ColumnProfile.Derivation;
import io.quittance.invoice.profile.ColumnProfile.TaxCode;
import io.quittance.invoice.profile.ProfileTerm;
import io.quittance.invoice.profile.SheetRow;
import io.quittance.invoice.profile.SheetRow.CellKind;
import io.quittance.invoice.xlsx.RowBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invoices of a seed, written as a sheet of any profile: what its senders would write, by its own aliases and conventions. */
final class ShapedSheet {

    /** What was meant, to compare with what was read. */
    record Meant(String number, LocalDate date, String contractor, String currency, List<Line> lines) {
        BigDecimal net() {
            return lines.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal vat() {
            return lines.stream().map(Line::vat).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    record Line(String text, int quantity, BigDecimal price, String taxName, TaxCode tax) {
        BigDecimal net() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }

        /** Prices are multiples of one, so the VAT of whole rates has two decimals. */
        BigDecimal vat() {
            BigDecimal rate = tax.rate() == null ? BigDecimal.ZERO : tax.rate();
            return net().multiply(rate).divide(BigDecimal.valueOf(100), 2, RoundingMode.UNNECESSARY);
        }
    }

    private final ColumnProfile profile;
    private final Random random;
    private final List<Meant> meant = new ArrayList<>();
    private final List<ProfileTerm> terms;

    ShapedSheet(ColumnProfile profile, long seed, int documents) {
        this.profile = profile;
        this.random = new Random(seed);
        this.terms = profile.headings().keySet().stream().sorted().toList();
        for (int i = 1; i <= documents; i++) {
            meant.add(document(i));
        }
    }

    List<Meant> meant() {
        return meant;
    }

    char separator() {
        return profile.conventions().separators().getFirst();
    }

    /** Header and rows as texts. */
    List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        rows.add(terms.stream().map(this::heading).toList());
        for (Meant one : meant) {
            for (int i = 0; i < one.lines().size(); i++) {
                int line = i;
                rows.add(terms.stream().map(term -> cell(term, one, line)).toList());
            }
        }
        return rows;
    }

    String csv() {
        var text = new StringBuilder();
        for (List<String> row : rows()) {
            text.append(String.join(
                            String.valueOf(separator()),
                            row.stream().map(this::quoted).toList()))
                    .append("\r\n");
        }
        return text.toString();
    }

    /** The same as a workbook: what looks like a plain number is stored as one. */
    byte[] xlsx() throws IOException {
        List<List<String>> rows = rows();
        var out = new ByteArrayOutputStream();
        try (var book = new RowBook(rows.getFirst())) {
            List<Integer> columns = IntStream.range(0, terms.size()).boxed().toList();
            for (int i = 1; i < rows.size(); i++) {
                List<String> texts = rows.get(i);
                var kinds = columns.stream()
                        .filter(column -> texts.get(column).matches("[0-9]+\\.[0-9]{2}"))
                        .collect(Collectors.toMap(column -> column, column -> CellKind.NUMBER));
                book.add(new SheetRow(i + 1L, texts, kinds, Map.of(), false, 0, Map.of()), columns);
            }
            book.write(out);
        }
        return out.toByteArray();
    }

    private String quoted(String cell) {
        return cell.indexOf(separator()) >= 0 || cell.indexOf('"') >= 0 || random.nextInt(5) == 0
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }

    /** One of the aliases, written as people do. */
    private String heading(ProfileTerm term) {
        List<String> aliases = profile.headings().get(term);
        String alias = aliases.get(random.nextInt(aliases.size()));
        return switch (random.nextInt(4)) {
            case 0 -> "*" + alias;
            case 1 -> alias.toUpperCase(Locale.ROOT);
            case 2 -> " " + alias + " ";
            default -> alias;
        };
    }

    private Meant document(int number) {
        var lines = new ArrayList<Line>();
        List<Map.Entry<String, TaxCode>> taxes = taxes();
        for (int i = 0; i <= random.nextInt(4); i++) {
            var tax = taxes.get(random.nextInt(taxes.size()));
            int quantity = profile.headings().containsKey(ProfileTerm.UNIT_PRICE) ? 1 + random.nextInt(40) : 1;
            BigDecimal price = BigDecimal.valueOf(10 + random.nextInt(5_000)).setScale(2, RoundingMode.UNNECESSARY);
            lines.add(new Line("Work; \"part\" " + i + ", ü", quantity, price, tax.getKey(), tax.getValue()));
        }
        LocalDate date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(330));
        return new Meant("INV-" + number, date, "C" + (1 + random.nextInt(3)), "EUR", lines);
    }

    private List<Map.Entry<String, TaxCode>> taxes() {
        if (profile.headings().containsKey(ProfileTerm.TAX_NAME)) {
            return List.copyOf(profile.taxes().byName().entrySet());
        }
        if (profile.derives(Derivation.VAT_RATE)) {
            return profile.taxes().candidates().stream()
                    .map(code -> Map.entry("", code))
                    .toList();
        }
        return profile.headings().containsKey(ProfileTerm.VAT_CATEGORY)
                ? List.of(
                        Map.entry("", TaxCode.parse("S 19")),
                        Map.entry("", TaxCode.parse("AE 0")),
                        Map.entry("", TaxCode.parse("O")))
                : List.of(Map.entry("", TaxCode.parse("O")));
    }

    private String cell(ProfileTerm term, Meant document, int index) {
        Line line = document.lines().get(index);
        BigDecimal gross = document.net().add(document.vat());
        return switch (term) {
            case DOCUMENT_TYPE -> "invoice";
            case INVOICE_NUMBER -> document.number();
            case INVOICE_DATE -> date(document.date());
            case DUE_DATE -> date(document.date().plusDays(30));
            case ENTITY -> "NL-BV";
            case CONTRACTOR, CONTRACTOR_NAME -> document.contractor();
            case CONTRACTOR_VAT_ID -> "DE" + document.contractor();
            case CURRENCY -> document.currency();
            case INVOICE_NET -> number(document.net());
            case INVOICE_VAT -> number(document.vat());
            case INVOICE_GROSS, AMOUNT_DUE -> number(gross);
            case LINE_NUMBER -> Integer.toString(index + 1);
            case DESCRIPTION -> line.text();
            case QUANTITY -> number(BigDecimal.valueOf(line.quantity()));
            case UNIT_PRICE -> number(line.price());
            case LINE_AMOUNT -> number(line.net());
            case VAT_AMOUNT -> number(line.vat());
            case LINE_GROSS -> number(line.net().add(line.vat()));
            case VAT_CATEGORY -> line.tax().category().name();
            case VAT_RATE -> line.tax().rate() == null ? "" : number(line.tax().rate());
            case TAX_NAME -> line.taxName();
            case TAX_MODE -> "TaxExcluded";
            case UNIT -> "hours";
            case PERIOD_FROM -> date(document.date().minusDays(7));
            case PERIOD_TO -> date(document.date());
            case SUPPLY_DATE,
                    CONTRACT,
                    PURCHASE_REFERENCE,
                    PAYEE_ACCOUNT,
                    PAYEE_BIC,
                    PAYMENT_REFERENCE,
                    PRECEDING_INVOICE,
                    DISCOUNT -> "";
        };
    }

    private String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(
                profile.conventions().dates().getFirst().pattern(), Locale.ROOT));
    }

    /** With or without grouping, by the profile's decimal sign; our own columns know no grouping. */
    private String number(BigDecimal number) {
        boolean comma = Character.valueOf(',').equals(profile.conventions().decimal());
        String plain = profile.isOurs() || random.nextBoolean()
                ? number.toPlainString()
                : String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
        return comma ? plain.replace('.', '#').replace(',', '.').replace('#', ',') : plain;
    }
}
