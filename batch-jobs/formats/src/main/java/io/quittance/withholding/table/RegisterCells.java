package io.quittance.withholding.table;

import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.withholding.Certificate;
import io.quittance.withholding.CertificateKind;
import io.quittance.withholding.ContractTerms;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.PartyTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of the register that withholding alone reads: certificates, and what parties and contracts say beside their other facts. */
final class RegisterCells {

    static final List<String> CERTIFICATE = List.of(
            "id",
            "payee",
            "kind",
            "jurisdiction",
            "scheme",
            "rate_percent",
            "valid_from",
            "valid_to",
            "document_hash",
            "checked_by");
    private static final List<String> PARTY = List.of("party", "tax_residence", "tin", "roles");
    private static final List<String> CONTRACT = List.of("contract", "income_kind", "performed_in", "borne_by");
    private static final List<String> CONTRACT_LATER = List.of("materials");

    private RegisterCells() {}

    static Certificate certificate(Row row) {
        CertificateKind kind = row.oneOf(CertificateKind.class, "kind");
        if ((kind == CertificateKind.SCHEME) != (row.optional("scheme") != null)) {
            throw row.wrong("scheme", "a certificate of a scheme names it, no other does");
        }
        if (kind == CertificateKind.LOWER_RATE && row.optional("rate_percent") == null) {
            throw row.wrong("rate_percent", "a lower rate must be said");
        }
        String hash = row.text("document_hash");
        if (!hash.matches("[0-9a-f]{64}")) {
            throw row.wrong("document_hash", "no SHA-256 in lower-case hexadecimal digits");
        }
        return new Certificate(
                row.text("id"),
                row.text("payee"),
                kind,
                row.text("jurisdiction"),
                row.optional("scheme"),
                row.optional("rate_percent") == null ? null : WithholdingFiles.percent(row, "rate_percent"),
                WithholdingFiles.validity(row, row.date("valid_from")),
                hash,
                row.text("checked_by"));
    }

    static Map<String, PartyTerms> parties(Path file) throws IOException {
        return byId(
                file,
                PARTY,
                List.of(),
                "party",
                row -> new PartyTerms(country(row, "tax_residence"), tin(row), roles(row)));
    }

    static Map<String, ContractTerms> contracts(Path file) throws IOException {
        return byId(
                file,
                CONTRACT,
                CONTRACT_LATER,
                "contract",
                row -> new ContractTerms(
                        row.optional("income_kind") == null ? null : row.oneOf(IncomeKind.class, "income_kind"),
                        country(row, "performed_in"),
                        payerBears(row),
                        materials(row)));
    }

    /** Letters, digits and blanks: it is looked for at the beginning of descriptions. */
    private static @Nullable String materials(Row row) {
        String word = row.optional("materials");
        if (word != null && !word.matches("[\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)*")) {
            throw row.wrong("materials", "expected NONE, or the word that lines of materials begin with");
        }
        return word;
    }

    private static Set<String> roles(Row row) {
        return Set.copyOf(row.words("roles"));
    }

    private static @Nullable String country(Row row, String column) {
        String country = row.optional(column);
        if (country != null && !country.matches("[A-Z]{2}")) {
            throw row.wrong(column, "expected two capital letters (ISO 3166-1)");
        }
        return country;
    }

    private static @Nullable Boolean tin(Row row) {
        String tin = row.optional("tin");
        if (tin == null) {
            return null;
        }
        return switch (tin) {
            case "GIVEN" -> Boolean.TRUE;
            case "NONE" -> Boolean.FALSE;
            default -> throw row.wrong("tin", "expected GIVEN, NONE or nothing");
        };
    }

    private static boolean payerBears(Row row) {
        String who = row.optional("borne_by");
        if (who == null || who.equals("PAYEE")) {
            return false;
        }
        if (who.equals("PAYER")) {
            return true;
        }
        throw row.wrong("borne_by", "expected PAYEE, PAYER or nothing");
    }

    private static <T> Map<String, T> byId(
            Path file, List<String> columns, List<String> later, String id, Function<Row, T> reading)
            throws IOException {
        Map<String, T> rows = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (Row row : Table.read(file, columns, later).rows()) {
                if (rows.put(row.text(id), reading.apply(row)) != null) {
                    throw row.wrong(id, "stands in another row already");
                }
            }
        }
        return rows;
    }
}
