package io.quittance.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.identity.Uuid5;
import io.quittance.party.Address;
import io.quittance.party.Bic;
import io.quittance.party.Iban;
import io.quittance.party.PayeeAccount;
import io.quittance.payment.PayeePlan.Netting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Whatever may be changed in a run changes what people signed. */
class RunDigestTest {

    private static final RunTerms TERMS = Due.terms("EUR");
    private static final Address ADDRESS = Due.address();
    private static final Settlement SETTLEMENT = settlement("I1", "EUR 100.00", "EUR 100.00");

    @Test
    void theSameContentHasTheSameDigest() {
        assertThat(digest(digest -> digest.add(payment())))
                .isEqualTo(digest(digest -> digest.add(payment())))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void everyFieldCounts() {
        Map<String, String> digests = new TreeMap<>();
        digests.put("nothing", digest(digest -> {}));
        digests.put("payment", digest(digest -> digest.add(payment())));
        changes().forEach((what, changed) -> digests.put(what, digest(digest -> digest.add(changed))));
        Netting netting = new Netting("n", "C1", List.of(SETTLEMENT));
        digests.put("netting", digest(digest -> digest.add(netting)));
        digests.put("netting id", digest(digest -> digest.add(new Netting("m", "C1", List.of(SETTLEMENT)))));
        digests.put("netting of another", digest(digest -> digest.add(new Netting("n", "C2", List.of(SETTLEMENT)))));
        digests.put("netting of nothing", digest(digest -> digest.add(new Netting("n", "C1", List.of()))));
        for (Outcome outcome : Outcome.values()) {
            digests.put(outcome.name(), digest(digest -> digest.add(decision("I1", outcome, "r", null))));
        }
        digests.put("outcome of another", digest(digest -> digest.add(decision("I2", Outcome.PAID, "r", null))));
        digests.put("reason", digest(digest -> digest.add(decision("I1", Outcome.PAID, "s", null))));
        digests.put("its payment", digest(digest -> digest.add(decision("I1", Outcome.PAID, "r", "p"))));
        digests.put("file", digest(digest -> digest.addFile("M", "00")));
        digests.put("file id", digest(digest -> digest.addFile("N", "00")));
        digests.put("file hash", digest(digest -> digest.addFile("M", "01")));
        assertThat(digests.values()).doesNotHaveDuplicates();
    }

    @Test
    void theTermsCount() {
        List<RunTerms> terms = new ArrayList<>(List.of(TERMS));
        terms.add(new RunTerms("other", TERMS.entity(), TERMS.payDate(), TERMS.horizon(), TERMS.businessDate()));
        terms.add(new RunTerms(
                TERMS.run(), TERMS.entity(), TERMS.payDate().plusDays(1), TERMS.horizon(), TERMS.businessDate()));
        terms.add(new RunTerms(
                TERMS.run(), TERMS.entity(), TERMS.payDate(), TERMS.horizon().plusDays(1), TERMS.businessDate()));
        terms.add(new RunTerms(
                TERMS.run(),
                TERMS.entity(),
                TERMS.payDate(),
                TERMS.horizon(),
                TERMS.businessDate().plusDays(1)));
        assertThat(terms.stream().map(one -> new RunDigest(one).toHex())).doesNotHaveDuplicates();
    }

    /** Fields are length-prefixed: what moves from one to the next is another content. */
    @Test
    void fieldsDoNotRunIntoEachOther() {
        assertThat(digest(digest -> digest.addFile("AB", "C")))
                .isNotEqualTo(digest(digest -> digest.addFile("A", "BC")));
    }

    @Test
    void theOrderCounts() {
        Payment second = with(payment(), "2", payment().payeeName());
        assertThat(digest(digest -> digest.add(payment()).add(second)))
                .isNotEqualTo(digest(digest -> digest.add(second).add(payment())));
    }

    private static Map<String, Payment> changes() {
        Payment p = payment();
        PayeeAccount local = new PayeeAccount.LocalAccount("NL91ABNA0417164300", null, null, null, "NL");
        Map<String, Payment> changes = new TreeMap<>();
        changes.put("id", with(p, "2", p.payeeName()));
        changes.put("name", with(p, p.id(), "Mallory"));
        changes.put("account", at(p, iban("DE89370400440532013000", null)));
        changes.put("bank", at(p, iban("NL91ABNA0417164300", Bic.of("TESTNL2A"))));
        changes.put("kind of account", at(p, local));
        changes.put("street", living(p, new Address("Other", "1", "1000 AA", "Amsterdam", null, "NL")));
        changes.put("building", living(p, new Address("Street", "2", "1000 AA", "Amsterdam", null, "NL")));
        changes.put("post code", living(p, new Address("Street", "1", "1000 AB", "Amsterdam", null, "NL")));
        changes.put("town", living(p, new Address("Street", "1", "1000 AA", "Utrecht", null, "NL")));
        changes.put("subdivision", living(p, new Address("Street", "1", "1000 AA", "Amsterdam", "NH", "NL")));
        changes.put("country", living(p, new Address("Street", "1", "1000 AA", "Amsterdam", null, "BE")));
        changes.put("amount", moving(p, "EUR 100.01"));
        changes.put("currency", moving(p, "USD 100.00"));
        changes.put("settled", p.settling(List.of(settlement("I1", "EUR 99.99", "EUR 100.00"))));
        changes.put("booked", p.settling(List.of(settlement("I1", "EUR 100.00", "EUR 99.99"))));
        changes.put("document", p.settling(List.of(settlement("I2", "EUR 100.00", "EUR 100.00"))));
        changes.put("two documents", p.settling(List.of(SETTLEMENT, SETTLEMENT)));
        changes.put("contractor", carrying(p, "C2", "Q1", "u1", "text", Rail.SEPA));
        changes.put("end-to-end id", carrying(p, "C1", "Q2", "u1", "text", Rail.SEPA));
        changes.put("uetr", carrying(p, "C1", "Q1", "u2", "text", Rail.SEPA));
        changes.put("remittance", carrying(p, "C1", "Q1", "u1", "other", Rail.SEPA));
        changes.put("rail", carrying(p, "C1", "Q1", "u1", "text", Rail.CROSS_BORDER));
        return changes;
    }

    private static Payment payment() {
        return payment("1", "Payee", ADDRESS, iban("NL91ABNA0417164300", null), "EUR 100.00");
    }

    private static Payment payment(String id, String name, Address address, PayeeAccount account, String amount) {
        return new Payment(
                id,
                "C1",
                name,
                address,
                account,
                Money.parse(amount),
                Rail.SEPA,
                "Q1",
                "u1",
                "text",
                List.of(SETTLEMENT));
    }

    private static Payment with(Payment p, String id, String name) {
        return payment(id, name, p.payeeAddress(), p.account(), p.amount().toString());
    }

    private static Payment living(Payment p, Address address) {
        return payment(p.id(), p.payeeName(), address, p.account(), p.amount().toString());
    }

    private static Payment at(Payment p, PayeeAccount account) {
        return payment(
                p.id(), p.payeeName(), p.payeeAddress(), account, p.amount().toString());
    }

    private static Payment moving(Payment p, String amount) {
        return payment(p.id(), p.payeeName(), p.payeeAddress(), p.account(), amount);
    }

    private static Payment carrying(
            Payment p, String contractor, String endToEndId, String uetr, String remittance, Rail rail) {
        return new Payment(
                p.id(),
                contractor,
                p.payeeName(),
                p.payeeAddress(),
                p.account(),
                p.amount(),
                rail,
                endToEndId,
                uetr,
                remittance,
                p.settlements());
    }

    private static PayeeAccount iban(String number, Bic bic) {
        return new PayeeAccount.IbanAccount(Iban.parse(number).found().orElseThrow(), bic);
    }

    private static Settlement settlement(String number, String amount, String functional) {
        return new Settlement(Uuid5.of(number), number, Money.parse(amount), Money.parse(functional));
    }

    private static Decision decision(String document, Outcome outcome, String reason, String payment) {
        return new Decision(Uuid5.of(document), outcome, reason, payment);
    }

    private static String digest(Consumer<RunDigest> content) {
        var digest = new RunDigest(TERMS);
        content.accept(digest);
        return digest.toHex();
    }
}
