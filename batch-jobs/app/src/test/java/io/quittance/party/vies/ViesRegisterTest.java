package io.quittance.party.vies;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quittance.party.Address;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.party.RegistryQuestion;
import io.quittance.party.RegistryResult;
import io.quittance.party.RegistryResult.Answered;
import io.quittance.party.RegistryResult.Silent;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ViesRegisterTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final RegistryQuestion QUESTION = new RegistryQuestion(
            "NL004495445B01",
            "GR",
            "EL094259216",
            "Alpha AE",
            new Address("Leoforos Kifisias", "1", "11523", "Athina", null, "GR"));

    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicInteger questions = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer stub;
    private String sent = "";

    @BeforeEach
    void start() throws IOException {
        stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.setExecutor(threads);
        stub.start();
    }

    @AfterEach
    void stop() {
        stub.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anAnswerIsEvidenceWithItsConsultationNumber() {
        answer(200, """
                {"countryCode": "EL", "vatNumber": "094259216", "requestDate": "2026-11-26T02:00:00.123Z", "valid": true,
                 "requestIdentifier": "WAPIAAAAY1234567", "name": "ALPHA AE", "address": "---",
                 "traderNameMatch": "VALID", "traderStreetMatch": "NOT_PROCESSED",
                 "traderPostalCodeMatch": "VALID", "traderCityMatch": "INVALID"}
                """);
        assertThat(ask(QUESTION))
                .isEqualTo(new Answered(
                        new RegistryAnswer(
                                "NL004495445B01",
                                "GR",
                                "EL094259216",
                                true,
                                Match.SAME,
                                Match.DIFFERENT,
                                "WAPIAAAAY1234567",
                                NOW,
                                "VIES"),
                        sent));
        assertThat(asked.get().replaceAll("\\s+", " ").strip()).isEqualTo("""
                { "countryCode": "EL", "vatNumber": "094259216", "requesterMemberStateCode": "NL", \
                "requesterNumber": "004495445B01", "traderName": "Alpha AE", "traderStreet": "Leoforos Kifisias 1", \
                "traderPostalCode": "11523", "traderCity": "Athina" }""");
    }

    @Test
    void whatWasNotAskedForIsNotCompared() {
        answer(200, """
                {"countryCode": "EL", "vatNumber": "094259216", "valid": false, "requestIdentifier": "",
                 "traderNameMatch": "VALID"}
                """);
        assertThat(ask(new RegistryQuestion(null, "GR", "EL094259216", null, null)))
                .isEqualTo(new Answered(
                        new RegistryAnswer(
                                null,
                                "GR",
                                "EL094259216",
                                false,
                                Match.NOT_COMPARED,
                                Match.NOT_COMPARED,
                                null,
                                NOW,
                                "VIES"),
                        sent));
        assertThat(asked.get()).doesNotContain("requester", "trader");
    }

    /** Silence is never a yes, and never a no. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            400 | {"actionSucceed":false,"errorWrappers":[{"error":"INVALID_INPUT"}]}        | false | VIES answered INVALID_INPUT
            200 | {"actionSucceed":false,"errorWrappers":[{"error":"MS_UNAVAILABLE"}]}       | true  | VIES answered MS_UNAVAILABLE
            500 | {"actionSucceed":false,"errorWrappers":[{"error":"<script>"}]}             | true  | VIES sent no answer that we know (status 500)
            200 | {"countryCode":"EL","vatNumber":"094259216"}                               | true  | VIES sent no answer that we know (status 200)
            200 | {"countryCode":"EL","vatNumber":"094259216","valid":"true"}                | true  | VIES sent no answer that we know (status 200)
            200 | {"countryCode":"EL","vatNumber":"094259216","valid":false,"valid":true}    | true  | VIES sent no answer that we know (status 200)
            200 | {"countryCode":"EL","vatNumber":"999999999","valid":true}                  | true  | VIES answered about another number
            201 | {"countryCode":"EL","vatNumber":"094259216","valid":true}                  | true  | VIES sent no answer that we know (status 201)
            200 | <html>valid</html>                                                         | true  | VIES sent no answer that we know (status 200)
            """)
    void whatIsNoAnswerIsSilence(int status, String body, boolean again, String reason) {
        answer(status, body);
        assertThat(ask(QUESTION)).isEqualTo(new Silent(reason, again));
    }

    /** security.md 123: a redirect to where only we can go. */
    @Test
    void redirectsAreNotFollowed() {
        var followed = new AtomicInteger();
        stub.createContext("/secret", exchange -> {
            followed.incrementAndGet();
            send(exchange, 200, "{\"countryCode\":\"EL\",\"vatNumber\":\"094259216\",\"valid\":true}");
        });
        stub.createContext("/check-vat-number", exchange -> {
            exchange.getResponseHeaders().add("Location", url() + "/secret");
            send(exchange, 307, "");
        });
        assertThat(ask(QUESTION)).isEqualTo(new Silent("VIES sent no answer that we know (status 307)", true));
        assertThat(followed).hasValue(0);
    }

    /** security.md 124: names that point into our own network. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            https://127.0.0.1:1,         VIES is not asked: its name points into a private network
            https://localhost:1,         VIES is not asked: its name points into a private network
            https://169.254.169.254,     VIES is not asked: its name points into a private network
            https://10.1.2.3,            VIES is not asked: its name points into a private network
            https://100.64.0.1,          VIES is not asked: its name points into a private network
            https://[fd00::1],           VIES is not asked: its name points into a private network
            https://[::ffff:10.0.0.1],   VIES is not asked: its name points into a private network
            http://example.org,          VIES is not asked: its address is no https address
            https://no-such-host.invalid, VIES is not asked: its name is not known
            """)
    void onlyPublicAddressesAreAsked(URI endpoint, String reason) {
        var settings = new ViesSettings(true, endpoint, Duration.ofSeconds(5), 1_000, true);
        try (var register = new ViesRegister(settings, () -> NOW)) {
            assertThat(register.ask(QUESTION)).isEqualTo(new Silent(reason, false));
        }
    }

    /** security.md 125: ten gigabytes. The stub would send for ever. */
    @Test
    void anEndlessAnswerIsHungUpOn() {
        stub.createContext("/check-vat-number", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] blanks = " ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
                while (true) {
                    out.write(blanks);
                }
            }
        });
        assertThat(ask(QUESTION)).isEqualTo(new Silent("VIES could not be asked: IOException", true));
    }

    /** security.md 126: a byte now and then. */
    @Test
    void aDrippingAnswerIsGivenUp() {
        stub.createContext("/check-vat-number", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        var settings = new ViesSettings(true, URI.create(url()), Duration.ofSeconds(1), 1_000_000, false);
        try (var register = new ViesRegister(settings, () -> NOW)) {
            assertThat(register.ask(QUESTION)).isEqualTo(new Silent("VIES did not answer within 1 s", true));
        }
    }

    @Test
    void aServerThatIsNotThereIsSilence() {
        stub.stop(0);
        assertThat(ask(QUESTION)).isEqualTo(new Silent("VIES could not be asked: ConnectException", true));
    }

    @Test
    void nothingIsAskedUnlessItIsSwitchedOn() {
        answer(200, "{}");
        var off = new ViesSettings(false, URI.create(url()), Duration.ofSeconds(5), 1_000, false);
        try (var register = new ViesRegister(off, () -> NOW)) {
            assertThat(register.ask(QUESTION)).isEqualTo(new Silent("VIES is switched off", false));
        }
        assertThat(ViesSettings.OFF.enabled()).isFalse();
        assertThat(questions).hasValue(0);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            GB, GB980780684, VIES has no numbers of GB
            CH, CHE107787577IVA, VIES has no numbers of CH
            DE, DE136695978, the number has not the form of its country
            """)
    void onlyWhatViesMayKnowIsAsked(String territory, String number, String reason) {
        answer(200, "{}");
        assertThat(ask(new RegistryQuestion(null, territory, number, null, null)))
                .isEqualTo(new Silent(reason, false));
        assertThat(questions).hasValue(0);
    }

    private void answer(int status, String body) {
        sent = body;
        stub.createContext("/check-vat-number", exchange -> {
            questions.incrementAndGet();
            asked.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            send(exchange, status, body);
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private RegistryResult ask(RegistryQuestion question) {
        var settings = new ViesSettings(true, URI.create(url()), Duration.ofSeconds(20), 65_536, false);
        try (var register = new ViesRegister(settings, () -> NOW)) {
            return register.ask(question);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + stub.getAddress().getPort();
    }
}
