package io.quittance.payment.pain001;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.payment.Payment;
import io.quittance.payment.PaymentFile;
import io.quittance.payment.Rail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

class SchemaCheckTest {

    private static final Path ISO20022 = Path.of(System.getProperty("quittance.root", "."))
            .resolveSibling("shared/reference/iso20022")
            .normalize();

    private static PaymentFile sepa() {
        return Orders.file(
                Rail.SEPA,
                Orders.batch(
                        "B1",
                        Orders.payment(Rail.SEPA, 1, "EUR 0.01"),
                        Orders.saying(Orders.payment(Rail.SEPA, 2, "EUR 999999999.99"), "RF18539007547034"),
                        Orders.to(Orders.payment(Rail.SEPA, 3, "EUR 12.00"), Orders.iban(Orders.CH, "")),
                        Orders.to(Orders.payment(Rail.SEPA, 4, "EUR 12.00"), Orders.iban(Orders.GB, "NWBKGB2L")),
                        Orders.named(Orders.payment(Rail.SEPA, 5, "EUR 3.50"), "Ж".repeat(90))));
    }

    private static PaymentFile crossBorder() {
        return Orders.file(
                Rail.CROSS_BORDER,
                Orders.batch("B1", Orders.payment(Rail.CROSS_BORDER, 1, "JPY 120000")),
                Orders.batch("B2", Orders.payment(Rail.CROSS_BORDER, 2, "BHD 12.345")),
                Orders.batch(
                        "B3",
                        Orders.to(
                                Orders.payment(Rail.CROSS_BORDER, 3, "USD 99.90"),
                                Orders.local("000123456789", "USABA", "021000021", "US"))));
    }

    @ParameterizedTest
    @EnumSource(Rail.class)
    void ourFilesAreValid(Rail rail) throws IOException {
        PaymentFile file = rail == Rail.SEPA ? sepa() : crossBorder();
        assertThat(SchemaCheck.pain001(Orders.stream(file))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rail.class)
    void alsoByTheReferenceCopyOfTheIsoSchema(Rail rail) throws IOException, SAXException {
        PaymentFile file = rail == Rail.SEPA ? sepa() : crossBorder();
        assertThat(SchemaCheck.check(reference("pain/pain.001.001.09.xsd"), Orders.stream(file)))
                .isEmpty();
    }

    @Test
    void germanBanksAcceptTheSepaFile() throws IOException, SAXException {
        Schema schema = reference("pain-profiles/pain.001.001.09_GBIC_5.xsd");
        assertThat(SchemaCheck.check(schema, Orders.stream(sepa()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rail.class)
    void theSwissSchemaAcceptsBothProfiles(Rail rail) throws IOException, SAXException {
        Schema schema = reference("pain-profiles/pain.001.001.09.ch.03.xsd");
        PaymentFile file = rail == Rail.SEPA ? sepa() : crossBorder();
        assertThat(SchemaCheck.check(schema, Orders.stream(file))).isEmpty();
    }

    @Test
    void complaintsNameThePlaceAndHideTheContent() throws IOException {
        String text = new String(Orders.bytes(sepa()), StandardCharsets.UTF_8)
                .replace("<IBAN>" + Orders.DE, "<IBAN>DE 89 O'Brien")
                .replaceFirst("Jurgen Gross", "x".repeat(140));
        List<String> complaints = SchemaCheck.pain001(stream(text));
        assertThat(complaints).isNotEmpty().allMatch(complaint -> complaint.startsWith("line "));
        assertThat(complaints).noneMatch(complaint -> complaint.contains("Brien") || complaint.contains("xxxx"));
    }

    @Test
    void doctypeIsRefused() throws IOException {
        String hostile = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>";
        assertThat(SchemaCheck.pain001(stream(hostile)))
                .singleElement()
                .asString()
                .contains("DOCTYPE");
    }

    @Test
    void stopsAfterTwentyComplaints() throws IOException {
        String text = new String(Orders.bytes(Orders.large(Rail.SEPA, 60)), StandardCharsets.UTF_8);
        assertThat(SchemaCheck.pain001(stream(text.replace("Ccy=\"EUR\"", "Ccy=\"E\""))))
                .hasSizeBetween(20, 21);
    }

    /** JDK 24 and later take at most 100,000 predefined entities by default. */
    @Test
    void manyAmpersandsAreNoAttack() throws IOException {
        Payment[] payments = IntStream.range(0, 1_100)
                .mapToObj(number -> Orders.payment(Rail.CROSS_BORDER, number, "USD 1.00"))
                .map(payment -> Orders.named(payment, "A" + "&".repeat(100)))
                .toArray(Payment[]::new);
        PaymentFile file = Orders.file(Rail.CROSS_BORDER, Orders.batch("B1", payments));
        assertThat(SchemaCheck.pain001(Orders.stream(file))).isEmpty();
        assertThat(Pain001Reader.totals(Orders.stream(file)).count()).isEqualTo(1_100);
    }

    private static Schema reference(String xsd) throws SAXException {
        Path path = ISO20022.resolve(xsd);
        assumeTrue(Files.isReadable(path), path + " is not here: nothing to compare with");
        return SchemaFactory.newDefaultInstance().newSchema(new StreamSource(path.toFile()));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
