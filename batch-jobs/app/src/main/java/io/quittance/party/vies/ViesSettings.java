package io.quittance.party.vies;

import java.net.URI;
import java.time.Duration;

/**
 * Whether and how VIES is asked.
 *
 * @param enabled off: nothing leaves this machine
 * @param endpoint the REST interface, without a slash at its end
 * @param timeout for the whole of one question, from the connection to the last byte of the answer
 * @param maximumBytes of one answer
 * @param publicOnly whether only https and public addresses are asked; off for a stub on this machine alone
 */
public record ViesSettings(boolean enabled, URI endpoint, Duration timeout, int maximumBytes, boolean publicOnly) {

    private static final URI COMMISSION = URI.create("https://ec.europa.eu/taxation_customs/vies/rest-api");
    private static final int SIXTY_FOUR_KIB = 64 << 10;

    /** Nothing is asked. */
    public static final ViesSettings OFF =
            new ViesSettings(false, COMMISSION, Duration.ofSeconds(20), SIXTY_FOUR_KIB, true);

    /** The Commission's own interface. */
    public static final ViesSettings ON = new ViesSettings(true, COMMISSION, OFF.timeout(), OFF.maximumBytes(), true);
}
