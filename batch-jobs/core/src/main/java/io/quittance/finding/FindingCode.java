// Long because it is a list: one entry a rule, all in one documented order.
package io.quittance.finding;

import java.util.Optional;

/**
 * One code per rule, in the documented order: reading, document, parties, duplicates, contracts, rates, tax, bank, tax registers.
 * When several rules speak, findings are listed in this order. The ids are stable: they are printed, filtered and linked.
 */
public enum FindingCode {
    // Reading a file
    /** The file cannot be read as what it claims to be. */
    FILE_UNREADABLE(
            "Q101",
            Severity.REJECT,
            "the file cannot be read as what it claims to be",
            "Send the file again in UTF-8, complete, without a DOCTYPE."),
    /** The format is not one that is taken in. */
    FILE_FORMAT_UNKNOWN(
            "Q102",
            Severity.REJECT,
            "the format is not one that is taken in",
            "Send a format of docs/reference/intake-formats.md."),
    /** The file passes a size limit. */
    FILE_TOO_LARGE(
            "Q103",
            Severity.REJECT,
            "the file passes a size limit",
            "Split the file or shorten the text; what was expected is the limit."),
    /** A required column is not in the header. */
    COLUMN_MISSING(
            "Q104",
            Severity.REJECT,
            "a required column is not in the header",
            "Add the column; the header is in the README of fixtures."),
    /** A column is not known and was ignored. */
    COLUMN_UNKNOWN(
            "Q105",
            Severity.WARN,
            "a column is not known and was ignored",
            "Remove or rename the column if its content matters."),
    /** A row has another number of fields than the header. */
    ROW_MALFORMED(
            "Q106",
            Severity.REJECT,
            "a row has another number of fields than the header",
            "Check quotes and separators in this row."),
    /** Rows of one document give different header fields. */
    HEADER_FIELDS_DISAGREE(
            "Q107",
            Severity.REJECT,
            "rows of one document give different header fields",
            "Repeat the same header fields on every row of a document."),
    /** A required field is empty. */
    FIELD_MISSING("Q108", Severity.REJECT, "a required field is empty", "Fill in the field."),
    /** A number is not written as a plain decimal. */
    AMOUNT_MALFORMED(
            "Q109",
            Severity.REJECT,
            "a number is not written as a plain decimal",
            "Write digits with a decimal point, no grouping, no exponent: 1234.50"),
    /** An amount has more decimals than its currency. */
    AMOUNT_SCALE(
            "Q110",
            Severity.REJECT,
            "an amount has more decimals than its currency",
            "Round to the minor unit of the currency."),
    /** A date is not a calendar date as YYYY-MM-DD. */
    DATE_MALFORMED(
            "Q111", Severity.REJECT, "a date is not a calendar date as YYYY-MM-DD", "Write the date as 2026-11-24."),
    /** A coded value is not in its code list. */
    VALUE_UNKNOWN(
            "Q112",
            Severity.REJECT,
            "a coded value is not in its code list",
            "Use a code of the list named in the message."),
    /** A figure is larger, or finer, than any that is booked. */
    FIGURE_OUT_OF_RANGE(
            "Q113",
            Severity.REJECT,
            "a figure is outside the range that is booked",
            "Check the figure; if it is right, split the document."),
    /** The format is read, but no sample of its authority was at hand to prove the reading. */
    FORMAT_UNVERIFIED(
            "Q114",
            Severity.WARN,
            "the reading of this format was not proven with samples of its authority",
            "Compare what was understood with the document before it is paid."),
    /** The bytes are no UTF-8 and were read in the encoding that the profile names. */
    ENCODING_ASSUMED(
            "Q115",
            Severity.WARN,
            "the bytes are no UTF-8 and were read in the encoding that the profile names",
            "Look at names with accents; save the file as CSV UTF-8 the next time."),
    /** A cell holds a formula, an error or only a part of a merged range, or its row is hidden. */
    CELL_UNUSABLE(
            "Q116",
            Severity.REJECT,
            "a cell holds a formula, an error or only a part of a merged range, or its row is hidden",
            "Write the value itself into each cell, and show what is hidden or delete it."),
    /** A workbook holds sheets, rows, columns or links that nobody sees. */
    CONTENT_HIDDEN(
            "Q117",
            Severity.WARN,
            "a workbook holds sheets, rows, columns or links that are hidden or not read",
            "Look at what is hidden; delete it if it is not meant."),
    /** An amount was stored as a binary number that is not exactly it. */
    AMOUNT_INEXACT(
            "Q118",
            Severity.WARN,
            "an amount was stored as a binary number that is not exactly it",
            "Nothing to do when the amount named is right; rounding in the spreadsheet avoids it."),
    /** A line states its net amount finer than the currency, as its syntax allows, and was rounded. */
    LINE_ROUNDED(
            "Q130",
            Severity.WARN,
            "a line's net amount is finer than its currency and was rounded half up",
            "Nothing to do: the taxable amounts and totals are what is paid."),
    /** An official rule for this kind of invoice is broken (EN 16931, Peppol, XRechnung, Factur-X). */
    OFFICIAL_RULE_BROKEN(
            "Q150",
            Severity.HOLD,
            "an official rule for this kind of invoice is broken (EN 16931, Peppol, XRechnung, Factur-X)",
            "Ask for a corrected invoice; the rule and what it says stand in the message."),
    /** An official rule warns, or one is broken that the document's own profile does not know. */
    OFFICIAL_RULE_WARNING(
            "Q151",
            Severity.WARN,
            "an official rule warns, or one is broken that the document's own profile does not know",
            "Tell the sender; the document goes on."),
    /** The official rules should have been applied and were not. */
    OFFICIAL_RULES_NOT_RUN(
            "Q152",
            Severity.HOLD,
            "the official rules should have been applied and were not",
            "Look at the reason; raise the limit in config/rules.yaml, or have the document checked elsewhere."),

    // The document itself
    /** Quantity x unit price is not the line's net amount. */
    LINE_NET_MISMATCH(
            "Q201",
            Severity.REJECT,
            "quantity x unit price is not the line's net amount",
            "Correct quantity, price or net amount of the line."),
    /** The lines do not add up to the net total (EN 16931 BR-CO-10, BR-CO-13). */
    NET_TOTAL_MISMATCH(
            "Q202",
            Severity.REJECT,
            "the lines do not add up to the net total (EN 16931 BR-CO-10, BR-CO-13)",
            "Correct the total or the lines."),
    /** Base x rate is not the VAT of its category (BR-CO-17). */
    VAT_AMOUNT_MISMATCH(
            "Q203",
            Severity.REJECT,
            "base x rate is not the VAT of its category (BR-CO-17)",
            "Correct the VAT amount or the rate."),
    /** The VAT of the categories does not add up to the VAT total (BR-CO-14). */
    VAT_TOTAL_MISMATCH(
            "Q204",
            Severity.REJECT,
            "the VAT of the categories does not add up to the VAT total (BR-CO-14)",
            "Correct the VAT total."),
    /** Net + VAT is not gross (BR-CO-15). */
    GROSS_MISMATCH("Q205", Severity.REJECT, "net + VAT is not gross (BR-CO-15)", "Correct the gross total."),
    /** Gross less prepaid plus rounding is not the amount due (BR-CO-16). */
    AMOUNT_DUE_MISMATCH(
            "Q206",
            Severity.REJECT,
            "gross less prepaid plus rounding is not the amount due (BR-CO-16)",
            "Correct the amount due."),
    /** An amount has a sign that its document cannot have. */
    SIGN_WRONG(
            "Q207",
            Severity.REJECT,
            "an amount has a sign that its document cannot have",
            "Send a credit note for money that comes back."),
    /** The dates of the document contradict each other or the business date. */
    DATE_IMPLAUSIBLE(
            "Q208",
            Severity.REJECT,
            "the dates of the document contradict each other or the business date",
            "Check the dates of invoice, supply and due date."),
    /** A credit note names no invoice (BT-25), nor a contract (BT-12) where that is enough. */
    PRECEDING_INVOICE_MISSING(
            "Q209", Severity.HOLD, "a credit note names no invoice (BT-25)", "Name the invoice that is credited."),
    /** A credit note names an invoice that was never accepted. */
    PRECEDING_INVOICE_UNKNOWN(
            "Q210",
            Severity.HOLD,
            "a credit note names an invoice that was never accepted",
            "Check the number, or send the invoice first."),
    /** The document asks for no money. */
    NOTHING_DUE(
            "Q211", Severity.HOLD, "the document asks for no money", "Check the amount due; it may be paid already."),

    // Parties
    /** The invoice is addressed to nobody we pay for. */
    ENTITY_UNKNOWN(
            "Q301",
            Severity.REJECT,
            "the invoice is addressed to nobody we pay for",
            "Address it to an entity of the register."),
    /** The entity was not active on the date. */
    ENTITY_INACTIVE(
            "Q302",
            Severity.HOLD,
            "the entity was not active on the date",
            "Reactivate the entity or reject the invoice."),
    /** The sender is not in the register of contractors. */
    CONTRACTOR_UNKNOWN(
            "Q303",
            Severity.REJECT,
            "the sender is not in the register of contractors",
            "Register the contractor first; intake never changes master data."),
    /** The contractor was not active on the date. */
    CONTRACTOR_INACTIVE(
            "Q304",
            Severity.HOLD,
            "the contractor was not active on the date",
            "Reactivate the contractor or reject the invoice."),
    /** The name on the invoice is not the registered one. */
    CONTRACTOR_NAME_DIFFERS(
            "Q305",
            Severity.WARN,
            "the name on the invoice is not the registered one",
            "Check that sender and contractor are the same."),
    /** No valid evidence says that this payee is a contractor and not an employee. */
    CLASSIFICATION_MISSING(
            "Q306",
            Severity.HOLD,
            "no valid evidence says that this payee is a contractor and not an employee",
            "Add classification evidence that is valid on the invoice date."),
    /** The contractor is not paid in this currency. */
    CURRENCY_NOT_AGREED(
            "Q307",
            Severity.HOLD,
            "the contractor is not paid in this currency",
            "Register a verified account in this currency, or ask for another invoice."),
    /** The account on the invoice is no valid account number. */
    ACCOUNT_INVALID(
            "Q308",
            Severity.REJECT,
            "the account on the invoice is no valid account number",
            "Ask the contractor for the right account; never correct it yourself."),
    /** The account on the invoice is not the verified one. */
    ACCOUNT_DIFFERS(
            "Q309",
            Severity.HOLD,
            "the account on the invoice is not the verified one",
            "Confirm by a known telephone number; the classic fraud looks like this."),
    /** The contractor has no verified account. */
    ACCOUNT_UNVERIFIED(
            "Q310",
            Severity.HOLD,
            "the contractor has no verified account",
            "Have a second person verify the account."),
    /** The payee's address lacks town or country. */
    ADDRESS_INCOMPLETE(
            "Q311",
            Severity.HOLD,
            "the payee's address lacks town or country",
            "Add them: banks refuse unstructured addresses since November 2026."),
    /** A VAT id fails its format or checksum. */
    VAT_ID_INVALID("Q312", Severity.HOLD, "a VAT id fails its format or checksum", "Ask for the right VAT id."),
    /** The VAT id on the invoice is not the registered one. */
    VAT_ID_DIFFERS(
            "Q313",
            Severity.HOLD,
            "the VAT id on the invoice is not the registered one",
            "Check which one is right and change the register."),

    // Duplicates
    /** The same document was taken in before. */
    DUPLICATE_EXACT(
            "Q401",
            Severity.REJECT,
            "the same document was taken in before",
            "Nothing to do if it was sent twice; otherwise give it a number of its own."),
    /** A document with the same number, but for spelling, and the same amount was taken in before. */
    DUPLICATE_NORMALISED(
            "Q402",
            Severity.REJECT,
            "a document with the same number, but for spelling, and the same amount was taken in before",
            "Compare the two; send a credit note or give the new one a number of its own."),
    /** The same document was taken in before in another syntax, or under another id of its contractor. */
    DUPLICATE_DOCUMENT(
            "Q403",
            Severity.REJECT,
            "the same document was taken in before in another syntax, or under another id of its contractor",
            "Nothing to do: the one that was taken in first counts."),
    /** The contractor's number belongs to a document over another amount. Never overwritten, never paid beside it. */
    NUMBER_CONFLICT(
            "Q404",
            Severity.HOLD,
            "the number belongs to a document over another amount",
            "Ask the contractor which one holds; have the other credited, or sent again under a number of its own."),
    /** The document resembles an earlier one so much that a person has to compare them. */
    DUPLICATE_SUSPECTED(
            "Q405",
            Severity.HOLD,
            "the document looks like one that was taken in before",
            "Compare the two; lift the hold if both are owed, else leave it: docs/reference/duplicates.md."),
    /** Credit notes take back more than was asked for. */
    CREDIT_EXCEEDS_INVOICE(
            "Q406",
            Severity.HOLD,
            "credit notes take back more than was asked for",
            "Ask the contractor for the sum of what is credited; lift the hold if he owes you the rest."),

    // Contracts
    /** The invoice names no contract. */
    CONTRACT_MISSING("Q501", Severity.HOLD, "the invoice names no contract", "Name the contract."),
    /** The contract is not in the register. */
    CONTRACT_UNKNOWN(
            "Q502",
            Severity.HOLD,
            "the contract is not in the register",
            "Register the contract or correct the reference."),
    /** The contract is between other parties. */
    CONTRACT_OF_OTHERS(
            "Q503",
            Severity.HOLD,
            "the contract is between other parties",
            "Name the contract of this entity and contractor."),
    /** The supply lies outside the dates of the contract. */
    CONTRACT_PERIOD(
            "Q504",
            Severity.HOLD,
            "the supply lies outside the dates of the contract",
            "Extend the contract or correct the supply date."),
    /** The invoice takes the contract over its cap. */
    CONTRACT_CAP(
            "Q505",
            Severity.HOLD,
            "the invoice takes the contract over its cap",
            "Raise the cap or reject the invoice."),
    /** The contract was agreed in another currency. */
    CONTRACT_CURRENCY(
            "Q506",
            Severity.HOLD,
            "the contract was agreed in another currency",
            "Ask for an invoice in the contract's currency."),
    /** Nothing that was approved covers what is billed. */
    WORK_NOT_APPROVED(
            "Q507",
            Severity.HOLD,
            "no approved time sheet or milestone covers what is billed",
            "Have the work approved and drop its row into inbox/timesheets."),
    /** The price of a unit is more than the contract says. */
    RATE_NOT_AGREED(
            "Q508",
            Severity.HOLD,
            "the price is higher than the rate of the contract",
            "Ask for an invoice at the agreed rate, or enter the new rate in contract-terms.csv."),
    /** More units than were approved. */
    WORK_OVER_BILLED(
            "Q509",
            Severity.HOLD,
            "more is billed than was approved",
            "Ask for a corrected invoice, or have the time sheet corrected and drop its next revision."),
    /** What was approved was billed by an earlier document. */
    WORK_BILLED_BEFORE(
            "Q510",
            Severity.HOLD,
            "the approved work was billed before",
            "Compare with the earlier invoice; ask for a credit note of one of them."),
    /** The milestone was approved with a lower amount. */
    MILESTONE_AMOUNT(
            "Q511",
            Severity.HOLD,
            "the amount is higher than that of the approved milestone",
            "Ask for an invoice over the approved amount, or drop the milestone's next revision."),
    /** The contract has no term for what the line bills. */
    LINE_WITHOUT_TERM(
            "Q512",
            Severity.HOLD,
            "a line is billed in a way that the contract does not know",
            "Ask for the unit that the contract bills in, or enter the term in contract-terms.csv."),
    /** A time sheet cannot be priced: two rates hold in its period. */
    RATE_CHANGES_INSIDE(
            "Q513",
            Severity.HOLD,
            "the rate changes within an approved time sheet",
            "Withdraw the time sheet and drop one for each rate."),
    /** The billed period is not all within the contract. */
    WORK_OUTSIDE_CONTRACT(
            "Q514",
            Severity.HOLD,
            "the billed period lies outside the dates of the contract",
            "Extend the contract or ask for an invoice of the days within it."),
    /** Price and quantity are tolerated, but together they come to too much. */
    AMOUNT_OVER_TOLERANCE(
            "Q515",
            Severity.HOLD,
            "the amount exceeds the approved work by more than is tolerated",
            "Ask for a corrected invoice, or raise the tolerance in contract-terms.csv."),
    /** A row of a time sheet file is not understood, or names what we do not know. */
    TIME_SHEET_INVALID(
            "Q516",
            Severity.REJECT,
            "a row of a time sheet is not understood",
            "Correct the row and drop the file again into inbox/timesheets."),
    /** A row says something else than one that was taken in before. */
    TIME_SHEET_CONTRADICTS(
            "Q517",
            Severity.REJECT,
            "a row contradicts a time sheet that was taken in before",
            "Give a correction the next revision; withdraw a time sheet before another one of the same days."),
    /** The correction approves less than was billed already. */
    TIME_SHEET_BELOW_BILLED(
            "Q518",
            Severity.WARN,
            "a correction approves less than was billed already",
            "Ask the contractor for a credit note of the difference."),

    // Exchange rates
    /** There is no rate for this currency and purpose. */
    RATE_MISSING(
            "Q601",
            Severity.HOLD,
            "there is no rate for this currency and purpose",
            "Deliver the rate into inbox/rates."),
    /** The newest rate is older than the policy allows. */
    RATE_STALE(
            "Q602",
            Severity.HOLD,
            "the newest rate is older than the policy allows",
            "Deliver a newer rate into inbox/rates."),
    /** The currency was withdrawn before the date. */
    CURRENCY_WITHDRAWN(
            "Q603",
            Severity.HOLD,
            "the currency was withdrawn before the date",
            "Ask for an invoice in the successor currency."),
    /** A rate moved by more than a fifth since the one before. Real jumps exist, so it asks and does not refuse. */
    RATE_JUMP(
            "Q604",
            Severity.WARN,
            "a rate moved by more than 20 % since the one before",
            "Compare with a second source; deliver a corrected file if it is wrong."),
    /** A file of rates contradicts itself or its format. None of it is used. */
    RATE_FILE_INVALID(
            "Q605",
            Severity.REJECT,
            "a file of rates contradicts itself or its format",
            "Fetch the file again from its publisher; none of its rates is used."),

    // VAT and GST
    /** No rule decides the VAT treatment of this case. */
    TREATMENT_UNKNOWN(
            "Q701",
            Severity.HOLD,
            "no rule decides the VAT treatment of this case",
            "Add a row to config/tax/treatment-rules.csv with its source."),
    /** VAT is charged where this supplier may not charge it. */
    VAT_WRONGLY_CHARGED(
            "Q702",
            Severity.REJECT,
            "VAT is charged where this supplier may not charge it",
            "Ask for a corrected invoice without VAT."),
    /** The rate on the invoice is not in force at the tax point. */
    VAT_RATE_NOT_IN_FORCE(
            "Q703",
            Severity.HOLD,
            "the rate on the invoice is not in force at the tax point",
            "Check rate and tax point."),
    /** The VAT category on the invoice contradicts the treatment. */
    VAT_CATEGORY_CONTRADICTS(
            "Q704",
            Severity.HOLD,
            "the VAT category on the invoice contradicts the treatment",
            "Ask for a corrected invoice, or correct the register."),
    /** The treatment needs a VAT id that is not there. */
    VAT_ID_REQUIRED("Q705", Severity.HOLD, "the treatment needs a VAT id that is not there", "Add the VAT id."),
    /** The rate row is not marked as certain by its source. */
    VAT_RATE_UNCERTAIN(
            "Q706",
            Severity.WARN,
            "the rate row is not marked as certain by its source",
            "Have the rate confirmed and set its confidence to high."),
    /** The document keeps back tax, or asks for a duty or a way of paying of its own, that the normal form does not know. */
    LEVY_STATED(
            "Q707",
            Severity.HOLD,
            "the document states withholding, stamp duty or split payment",
            "Decide who pays the levy to whom."),
    /** A person holds the document. It is booked as it would be; no run pays it. */
    HELD_BY_PERSON("Q709", Severity.HOLD, "a person holds the document", "Clear it with who holds it."),
    /** The case is known, and no sourced rule decides it. */
    TREATMENT_UNSUPPORTED(
            "Q710",
            Severity.HOLD,
            "the case is known, but no sourced rule decides its VAT",
            "Have a tax adviser decide it, and add the row with its source to config/tax/treatment-rules.csv."),
    /** A territory or rule row is not marked as certain by its source. */
    TAX_ROW_UNCERTAIN(
            "Q711",
            Severity.WARN,
            "a territory or rule row is not marked as certain by its source",
            "Have the row confirmed, and record a correction with confidence high."),
    /** The rate depends on a state, province or municipality that the register does not name. */
    TERRITORY_PART_UNKNOWN(
            "Q712",
            Severity.HOLD,
            "the rate depends on a state, province or municipality that the register does not name",
            "State it as vat_country in the register, such as CA-ON, IN-KA or BR-3550308."),
    /** A small business of another Member State claims an exemption that no EX number covers. */
    EXEMPTION_UNPROVEN(
            "Q713",
            Severity.WARN,
            "a small business of another Member State claims an exemption that no EX number covers",
            "Ask for the EX number and its countries, or for an invoice under reverse charge."),
    /** The rule holds only for a service of which no document and no contract tells enough. */
    TREATMENT_SUPPOSES(
            "Q714",
            Severity.WARN,
            "the treatment supposes something of the service that no document tells",
            "Look whether it is so; where it is not, correct the contract, and withdraw the document or ask for another one."),
    /** No row of the tax points speaks, or one document would have several tax points. */
    TAX_POINT_UNKNOWN(
            "Q720",
            Severity.HOLD,
            "it is not known when the tax of this document arises",
            "Ask for one document for each calendar year, or add a row to config/tax/tax-points.csv with its source."),

    // Withholding at payment
    /** The payer's country withholds on services, and no row says what from this one. */
    WITHHOLDING_UNKNOWN(
            "Q730",
            Severity.HOLD,
            "no rule says what to withhold from this payment",
            "Add a row to config/tax/withholding-rules.csv with its source."),
    /** The rule depends on where the work was done. */
    PLACE_OF_WORK_UNKNOWN(
            "Q731",
            Severity.HOLD,
            "what is withheld depends on where the work was done",
            "Say it in config/register/withholding-contracts.csv."),
    /** What the tax is taken from is not known: materials, a rate of exchange, a net fee. */
    WITHHOLDING_BASE_UNKNOWN(
            "Q732",
            Severity.HOLD,
            "what the withholding is taken from is not known",
            "Give the missing figure or rate, or agree the fee before tax."),
    /** The tax takes the whole payment or more. */
    WITHHOLDING_EXCEEDS(
            "Q733",
            Severity.HOLD,
            "what is to be withheld leaves nothing to pay",
            "Pay it with later documents, or look at what was paid before without tax."),
    /** A VAT rule of EN 16931 is broken; its id stands in the finding. */
    CORE_VAT_RULE_BROKEN(
            "Q760",
            Severity.HOLD,
            "a VAT rule of EN 16931 is broken (BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-AF, BR-AG, BR-CO, BR-48, BR-53)",
            "Ask for a corrected invoice; the rule and what it says stand in the message."),
    /** A VAT rule of EN 16931 is broken by a document whose own profile extends EN 16931. */
    CORE_VAT_RULE_INFORMS(
            "Q761",
            Severity.WARN,
            "a VAT rule of EN 16931 is broken that the document's own profile extends",
            "Look at the rule; the document goes on."),

    // The bank's answers
    /** A statement is for an account that is not ours. */
    BANK_FILE_UNKNOWN_ACCOUNT(
            "Q801",
            Severity.HOLD,
            "a statement is for an account that is not ours",
            "Add the account to config/register/bank-accounts.csv and deliver the file again, or return it."),
    /** A status report speaks of a payment or file that we never sent. */
    STATUS_UNMATCHED(
            "Q802",
            Severity.HOLD,
            "a status report speaks of a payment or file that we never sent",
            "Ask the bank; nothing was changed."),
    /** A status contradicts an earlier final one. */
    STATUS_CONFLICT(
            "Q803", Severity.HOLD, "a status contradicts an earlier final one", "Ask the bank which one holds."),
    /** Opening balance + entries is not the closing balance. */
    STATEMENT_UNBALANCED(
            "Q804",
            Severity.REJECT,
            "opening balance + entries is not the closing balance",
            "Ask the bank for the complete statement."),
    /** A statement entry matches no payment of ours. */
    ENTRY_UNMATCHED(
            "Q805", Severity.HOLD, "a statement entry matches no payment of ours", "Match it by hand with a reason."),
    /** A statement entry has another amount than its payment and no fee or rate explains it. */
    ENTRY_AMOUNT_DIFFERS(
            "Q806",
            Severity.HOLD,
            "a statement entry has another amount than its payment and no fee or rate explains it",
            "Ask the bank for the reason."),
    /** The statement does not follow the last one. */
    STATEMENT_GAP(
            "Q807", Severity.WARN, "the statement does not follow the last one", "Ask for the missing statement."),
    /** A status report speaks of another number or sum of payments than we sent. Nothing in it is acted on. */
    STATUS_TOTALS_DIFFER(
            "Q808",
            Severity.REJECT,
            "a status report speaks of another number or sum of payments than we sent",
            "Ask the bank which file it means; nothing was changed."),
    /** An earlier statement of the account is held. In the wrong order a return would look like new money. */
    STATEMENT_WAITS(
            "Q809",
            Severity.HOLD,
            "an earlier statement of the account is held",
            "Remove what holds the earlier one; this one is taken in right after it."),
    /** The bank executed a payment that it had refused or given back. Its documents may be paid already. */
    EXECUTED_AFTER_ALL(
            "Q810",
            Severity.HOLD,
            "the bank executed a payment that it had refused or given back",
            "Ask the bank where the money is; until 'quittance bank clear' its documents are not paid again."),
    /** A person ended the bank work set that failed every time. Nothing in this message was acted on. */
    GIVEN_UP(
            "Q811",
            Severity.REJECT,
            "somebody gave the work set up before this was acted on",
            "Mend the file or the program, and deliver the file again."),

    // Answers of tax registers
    /** A register says that a VAT id was not in force on the tax point. */
    REGISTRY_SAYS_NO(
            "Q820",
            Severity.HOLD,
            "a tax register says that the VAT id is not in force",
            "Ask for the right VAT id and correct the register, or bring a later answer by 'quittance registry import'."),
    /** No register has confirmed a VAT id near enough to the tax point, and the policy asks for that. */
    REGISTRY_UNCONFIRMED(
            "Q821",
            Severity.HOLD,
            "no tax register has confirmed the VAT id near enough to the tax point",
            "Ask by 'quittance registry check', or bring an answer by 'quittance registry import'."),
    /** The register knows the number under another name or address. */
    REGISTRY_NAME_DIFFERS(
            "Q822",
            Severity.WARN,
            "the tax register has another name or address for the VAT id",
            "Compare the register of contractors with what the contractor is registered as."),
    /** An answer is about another number than the one that was asked about. */
    REGISTRY_OTHER_NUMBER(
            "Q823",
            Severity.REJECT,
            "the answer is about another number than the one that was asked about",
            "Ask again; an answer counts for its own number only."),
    /** A row of a file of answers of tax registers cannot be taken in. */
    REGISTRY_ROW_INVALID(
            "Q824",
            Severity.REJECT,
            "the row is no answer of a tax register that can be taken in",
            "Correct the row and bring the file again."),
    /** A register is said to have answered otherwise at the same moment than what is recorded. */
    REGISTRY_CONTRADICTS(
            "Q825",
            Severity.REJECT,
            "another answer of the same register, number and moment is recorded",
            "Find out which one is true; the recorded one stays. A later answer has a later time."),

    // Persons' acts
    /** A person withdrew the document while it was held. Another one may take its number. */
    WITHDRAWN_BY_PERSON(
            "Q826",
            Severity.REJECT,
            "a person withdrew the document",
            "Send a corrected document; it may have the same number.");

    private final String id;
    private final Severity severity;
    private final String title;
    private final String hint;

    FindingCode(String id, Severity severity, String title, String hint) {
        this.id = id;
        this.severity = severity;
        this.title = title;
        this.hint = hint;
    }

    /** The stable id, {@code Q} and three digits; the hundred is the area. */
    public String id() {
        return id;
    }

    /** What the rule does unless configuration says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong, in a clause. */
    public String title() {
        return title;
    }

    /** What to do, in a sentence; where a person may overrule it, by which command. */
    public String hint() {
        return notLiftedBecause().isPresent() ? hint : Advice.overruling(hint, id);
    }

    /** Why nobody can lift what this code holds ({@code invoice lift}); empty when a person may. */
    public Optional<String> notLiftedBecause() {
        return Lifting.obstacle(this);
    }

    /** The code with this id. @throws IllegalArgumentException when there is none */
    public static FindingCode ofId(String id) {
        for (FindingCode code : values()) {
            if (code.id.equals(id)) {
                return code;
            }
        }
        throw new IllegalArgumentException("No finding code " + id);
    }
}
