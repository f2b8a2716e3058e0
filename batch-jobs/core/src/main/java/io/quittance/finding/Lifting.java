package io.quittance.finding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which holds a person may lift, and why nobody may lift the others. A hold is lifted where the reason is a matter of judgement and
 * the document can be paid as it stands; it is not where the money could reach the wrong account, where a fact is missing that the
 * books or the tax need, or where the register says no and is the place to say yes.
 */
final class Lifting {

    private Lifting() {}

    /** Why nobody lifts a finding of this code; empty when a person may. A code that nobody has decided about is not lifted. */
    static Optional<String> obstacle(FindingCode code) {
        return switch (code.severity()) {
            case REJECT -> Optional.of("a refused document is corrected and sent again");
            case WARN -> Optional.of("it holds nothing");
            case HOLD -> Optional.ofNullable(ofHold(code));
        };
    }

    private static @Nullable String ofHold(FindingCode code) {
        return switch (code) {
            case OFFICIAL_RULE_BROKEN,
                    CORE_VAT_RULE_BROKEN,
                    OFFICIAL_RULES_NOT_RUN,
                    PRECEDING_INVOICE_MISSING,
                    PRECEDING_INVOICE_UNKNOWN,
                    NUMBER_CONFLICT,
                    DUPLICATE_SUSPECTED,
                    CREDIT_EXCEEDS_INVOICE,
                    CONTRACT_MISSING,
                    CONTRACT_PERIOD,
                    CONTRACT_CAP,
                    LEVY_STATED,
                    HELD_BY_PERSON,
                    REGISTRY_SAYS_NO,
                    REGISTRY_UNCONFIRMED -> null;
            case NOTHING_DUE -> "there is nothing to pay";
            case ENTITY_INACTIVE, CONTRACTOR_INACTIVE -> "the register says who is active, and is where it changes";
            case CLASSIFICATION_MISSING -> "evidence is added to the register, not waived";
            case ADDRESS_INCOMPLETE -> "the bank refuses a payment without town and country";
            case CURRENCY_NOT_AGREED, ACCOUNT_DIFFERS, ACCOUNT_UNVERIFIED ->
                "the money could reach an account that nobody verified";
            case VAT_ID_INVALID, VAT_ID_DIFFERS, VAT_ID_REQUIRED ->
                "who owes the tax hangs on the id: correct the register, or ask for another invoice";
            case CONTRACT_UNKNOWN, CONTRACT_OF_OTHERS, CONTRACT_CURRENCY ->
                "what is accepted is counted against the contract, and this one cannot count it";
            case RATE_MISSING, RATE_STALE, CURRENCY_WITHDRAWN -> "without a rate it cannot be booked";
            case TREATMENT_UNKNOWN,
                    TREATMENT_UNSUPPORTED,
                    TERRITORY_PART_UNKNOWN,
                    VAT_RATE_NOT_IN_FORCE,
                    VAT_CATEGORY_CONTRADICTS,
                    TAX_POINT_UNKNOWN -> "its tax would be booked without a rule that says so";
            case WITHHOLDING_UNKNOWN, PLACE_OF_WORK_UNKNOWN, WITHHOLDING_BASE_UNKNOWN, WITHHOLDING_EXCEEDS ->
                "the payer owes the tax whether it was withheld or not";
            default -> ofNewerRule(code);
        };
    }

    /** Time sheets and milestones (Q507 to Q599) ask for a person's judgement by nature. */
    private static @Nullable String ofNewerRule(FindingCode code) {
        String id = code.id();
        if (id.startsWith("Q5")) {
            return null;
        }
        return id.startsWith("Q8")
                ? "it is about a message of the bank, not about a document"
                : "nobody decided that it may";
    }
}
