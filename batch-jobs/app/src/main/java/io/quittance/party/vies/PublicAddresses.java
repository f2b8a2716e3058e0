package io.quittance.party.vies;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Refuses to connect to this machine or its network: a name that somebody made point there would let a configured address
 * reach what only we can reach (cloud metadata at 169.254.169.254, the database). The virtual machine keeps a resolved name
 * for its own time to live, so that the connection that follows goes to what was looked at; the certificate is checked
 * against the name beside.
 */
final class PublicAddresses {

    private static final int OCTET = 0xFF;

    private PublicAddresses() {}

    /** Why an address must not be asked; empty when it may. */
    static Optional<String> fault(URI uri) {
        String host = uri.getHost();
        if (!"https".equals(uri.getScheme()) || host == null) {
            return Optional.of("its address is no https address");
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(PublicAddresses::isPublic)
                    ? Optional.empty()
                    : Optional.of("its name points into a private network");
        } catch (UnknownHostException unknown) {
            return Optional.of("its name is not known");
        }
    }

    static boolean isPublic(InetAddress address) {
        boolean local = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        byte[] octets = address.getAddress();
        return !local && (octets.length == 4 ? !isShared(octets) : !isUniqueLocal(octets));
    }

    /** 0.0.0.0/8, and 100.64.0.0/10, which carriers use inside their networks (RFC 6598). */
    private static boolean isShared(byte[] octets) {
        int second = octets[1] & OCTET;
        return octets[0] == 0 || ((octets[0] & OCTET) == 100 && second >= 64 && second < 128);
    }

    /** fc00::/7, RFC 4193. */
    private static boolean isUniqueLocal(byte[] octets) {
        return (octets[0] & 0xFE) == 0xFC;
    }
}
