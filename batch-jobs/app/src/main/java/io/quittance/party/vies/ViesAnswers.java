package io.quittance.party.vies;

import io.quittance.json.JsonDocuments;
import io.quittance.json.JsonLimits;
import io.quittance.json.JsonValue;
import io.quittance.json.JsonValue.Elements;
import io.quittance.json.JsonValue.Members;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.party.RegistryQuestion;
import io.quittance.party.RegistryResult;
import io.quittance.party.RegistryResult.Answered;
import io.quittance.party.RegistryResult.Silent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what VIES sends: JSON of a known form about the number that was asked for, or it is no answer. */
final class ViesAnswers {

    private static final JsonLimits LIMITS = new JsonLimits(1 << 20, 8, 10_000, 100_000);
    private static final int OK = 200;
    private static final Pattern ERROR = Pattern.compile("[A-Z_]{1,60}");
    private static final Pattern CONSULTATION = Pattern.compile("[0-9A-Za-z]{1,40}");

    /** What VIES says of the question itself; to everything else it may answer later. */
    private static final Set<String> OUR_FAULT =
            Set.of("INVALID_INPUT", "INVALID_REQUESTER_INFO", "VAT_BLOCKED", "IP_BLOCKED");

    private final RegistryQuestion question;
    private final Instant at;

    /** @param at to the microsecond: what a database keeps */
    ViesAnswers(RegistryQuestion question, Instant at) {
        this.question = question;
        this.at = at.truncatedTo(ChronoUnit.MICROS);
    }

    RegistryResult read(int status, byte[] body) {
        Map<String, JsonValue> members = members(body);
        Optional<String> error = error(members);
        if (error.isPresent()) {
            return new Silent("VIES answered " + error.get(), !OUR_FAULT.contains(error.get()));
        }
        Optional<Boolean> valid = word(members, "valid");
        if (status != OK || valid.isEmpty()) {
            return new Silent("VIES sent no answer that we know (status " + status + ")", true);
        }
        return isAboutTheNumber(members)
                ? new Answered(answer(members, valid.get()), new String(body, StandardCharsets.UTF_8))
                : new Silent("VIES answered about another number", true);
    }

    private RegistryAnswer answer(Map<String, JsonValue> members, boolean valid) {
        return new RegistryAnswer(
                question.requester(),
                question.territory(),
                question.number(),
                valid,
                question.name() == null ? Match.NOT_COMPARED : match(members, "traderNameMatch"),
                question.address() == null
                        ? Match.NOT_COMPARED
                        : together(members, "traderStreetMatch", "traderPostalCodeMatch", "traderCityMatch"),
                text(members, "requestIdentifier")
                        .filter(number -> CONSULTATION.matcher(number).matches())
                        .orElse(null),
                at,
                "VIES");
    }

    private boolean isAboutTheNumber(Map<String, JsonValue> members) {
        return Objects.equals(
                text(members, "countryCode").orElse("")
                        + text(members, "vatNumber").orElse(""),
                question.number());
    }

    private static Match together(Map<String, JsonValue> members, String... names) {
        List<Match> each = Stream.of(names).map(name -> match(members, name)).toList();
        return each.contains(Match.DIFFERENT)
                ? Match.DIFFERENT
                : each.contains(Match.SAME) ? Match.SAME : Match.NOT_COMPARED;
    }

    private static Match match(Map<String, JsonValue> members, String name) {
        return switch (text(members, name).orElse("")) {
            case "VALID" -> Match.SAME;
            case "INVALID" -> Match.DIFFERENT;
            default -> Match.NOT_COMPARED;
        };
    }

    private static Optional<String> error(Map<String, JsonValue> members) {
        if (members.get("errorWrappers") instanceof Elements(var errors, var line)
                && !errors.isEmpty()
                && errors.getFirst() instanceof Members(var error, var at)) {
            return text(error, "error").filter(code -> ERROR.matcher(code).matches());
        }
        return Optional.empty();
    }

    private static Optional<String> text(Map<String, JsonValue> members, String name) {
        @Nullable JsonValue value = members.get(name);
        return value instanceof JsonValue.Text(var text, var line) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Boolean> word(Map<String, JsonValue> members, String name) {
        @Nullable JsonValue value = members.get(name);
        return value instanceof JsonValue.Word word && !word.isNull()
                ? Optional.of(word.word().equals("true"))
                : Optional.empty();
    }

    private static Map<String, JsonValue> members(byte[] body) {
        try (var documents = new JsonDocuments(new ByteArrayInputStream(body), LIMITS)) {
            return documents.next() instanceof Members(var members, var line) ? members : Map.of();
        } catch (IOException notJson) {
            return Map.of();
        }
    }
}
