package io.quittance.platform.configuration;

import io.quittance.party.VatId;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code registry} of {@code quittance.yaml}: which tax registers are asked over the network. Without the section none is.
 *
 * @param vies the Commission's register of VAT numbers
 */
public record RegistrySettings(Vies vies) {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Nothing leaves this machine. */
    public static final RegistrySettings OFF = new RegistrySettings(new Vies(false, null, TIMEOUT, null, false));

    /** The only hosts that a trial may ask without encryption: stubs on this machine. */
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    /**
     * How VIES is asked.
     *
     * @param address of its REST interface, without a slash at the end; null for the Commission's own
     * @param timeout for the whole of one question
     * @param requester the VAT id in whose name is asked for an entity that has none of a member state; null: in nobody's name
     * @param stub whether the address is a stub on this machine: only where the settings say {@code example: true}
     */
    public record Vies(
            boolean enabled,
            @Nullable URI address,
            Duration timeout,
            @Nullable String requester,
            boolean stub) {}

    static RegistrySettings read(YamlSection registry, boolean example) {
        Vies vies = registry.has("vies") ? vies(registry.section("vies"), example) : OFF.vies();
        registry.done();
        return new RegistrySettings(vies);
    }

    private static Vies vies(YamlSection section, boolean example) {
        URI address = section.has("address")
                ? section.parsed("address", "an address such as https://ec.europa.eu/...", URI::create)
                : null;
        boolean stub = address != null && "http".equals(address.getScheme());
        if (address != null && !mayBeAsked(address, example)) {
            throw section.wrong(
                    "address",
                    "is '" + address + "', expected https; a stub at http://127.0.0.1 only where example: true.");
        }
        Vies vies = new Vies(
                section.flag("enabled"),
                address,
                IntakeSettings.duration(section, "timeout", TIMEOUT),
                section.has("requester")
                        ? section.parsed("requester", "a VAT id of a member state", RegistrySettings::requester)
                        : null,
                stub);
        section.done();
        return vies;
    }

    private static String requester(String text) {
        return VatId.territoryOf(text)
                .filter(VatId::isInVies)
                .map(territory -> VatId.normalise(territory, text))
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static boolean mayBeAsked(URI address, boolean example) {
        String host = Objects.requireNonNullElse(address.getHost(), "");
        return !host.isEmpty()
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && example && THIS_MACHINE.contains(host)));
    }
}
