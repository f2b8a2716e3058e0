package io.quittance.party.vies;

import io.quittance.json.JsonText;
import io.quittance.json.JsonValue;
import io.quittance.party.Address;
import io.quittance.party.RegistryQuestion;
import io.quittance.party.RegistryResult;
import io.quittance.party.RegistryResult.Silent;
import io.quittance.party.TaxRegister;
import io.quittance.party.VatId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * VIES over its REST interface ({@code POST check-vat-number}). One question is one connection with one time limit; redirects
 * are not followed, since no answer of VIES is one.
 */
public final class ViesRegister implements TaxRegister, AutoCloseable {

    private static final int PREFIX = 2;

    private final ViesSettings settings;
    private final InstantSource clock;
    private final HttpClient client;

    /** @param clock what an answer is dated with */
    public ViesRegister(ViesSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    @Override
    public RegistryResult ask(RegistryQuestion question) {
        return refusal(question)
                .<RegistryResult>map(reason -> new Silent(reason, false))
                .orElseGet(() -> send(question));
    }

    private Optional<String> refusal(RegistryQuestion question) {
        if (!settings.enabled()) {
            return Optional.of("VIES is switched off");
        }
        if (!VatId.isInVies(question.territory())) {
            return Optional.of("VIES has no numbers of " + question.territory());
        }
        if (!VatId.check(question.territory(), question.number()).valid()) {
            return Optional.of("the number has not the form of its country");
        }
        return settings.publicOnly()
                ? PublicAddresses.fault(settings.endpoint()).map(fault -> "VIES is not asked: " + fault)
                : Optional.empty();
    }

    private RegistryResult send(RegistryQuestion question) {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request(question), headers -> new BoundedBody(settings.maximumBytes()));
        try {
            HttpResponse<byte[]> response = sent.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new ViesAnswers(question, clock.instant()).read(response.statusCode(), response.body());
        } catch (TimeoutException slow) {
            sent.cancel(true);
            return new Silent("VIES did not answer within " + settings.timeout().toSeconds() + " s", true);
        } catch (ExecutionException failed) {
            return new Silent("VIES could not be asked: " + cause(failed), true);
        } catch (InterruptedException interrupted) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Silent("the question to VIES was interrupted", true);
        }
    }

    /** The kind of trouble and not its text, which may quote what was asked. */
    private static String cause(ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return cause.getClass().getSimpleName();
    }

    private HttpRequest request(RegistryQuestion question) {
        return HttpRequest.newBuilder(URI.create(settings.endpoint() + "/check-vat-number"))
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body(question)))
                .build();
    }

    private static String body(RegistryQuestion question) {
        var members = new LinkedHashMap<String, JsonValue>();
        put(members, "countryCode", question.number().substring(0, PREFIX));
        put(members, "vatNumber", question.number().substring(PREFIX));
        String requester = question.requester();
        if (requester != null) {
            put(members, "requesterMemberStateCode", requester.substring(0, PREFIX));
            put(members, "requesterNumber", requester.substring(PREFIX));
        }
        put(members, "traderName", question.name());
        Address address = question.address();
        if (address != null) {
            put(members, "traderStreet", street(address));
            put(members, "traderPostalCode", address.postCode());
            put(members, "traderCity", address.town());
        }
        return JsonText.of(new JsonValue.Members(members, 0));
    }

    private static @Nullable String street(Address address) {
        return address.building() == null || address.street() == null
                ? address.street()
                : address.street() + " " + address.building();
    }

    private static void put(Map<String, JsonValue> members, String name, @Nullable String text) {
        if (text != null) {
            members.put(name, new JsonValue.Text(text, 0));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
