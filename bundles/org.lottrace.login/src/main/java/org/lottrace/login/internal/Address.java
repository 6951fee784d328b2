package org.lottrace.login.internal;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/** Where a login comes from. Karaf's SSH server and our gate say so by a principal {@code METHOD(ADDRESS)} before the login. */
final class Address {
    static final String UNKNOWN = "unknown";

    /** A class of Karaf's or of ours: neither needs to see the other. */
    private static final String PRINCIPAL = "ClientPrincipal";

    private Address() {}

    static String of(Set<Principal> principals) {
        return client(principals).map(Address::host).orElse(UNKNOWN);
    }

    /** @return {@code ssh} or {@code http} */
    static String channelOf(Set<Principal> principals) {
        return client(principals)
                .map(client -> client.substring(0, Math.max(0, client.indexOf('('))))
                .orElse(UNKNOWN);
    }

    /** @return with the port of the client, where it is told: another one for each connection */
    static String connection(Set<Principal> principals) {
        return client(principals).orElse(UNKNOWN);
    }

    private static Optional<String> client(Set<Principal> principals) {
        return principals.stream()
                .filter(principal -> principal.getClass().getSimpleName().equals(PRINCIPAL))
                .map(Principal::getName)
                .findFirst();
    }

    /** {@code ssh(/127.0.0.1:40312)}, {@code ssh(/[0:0:0:0:0:0:0:1]:40312)} and {@code http(127.0.0.1)}. */
    private static String host(String client) {
        String address = client.substring(client.indexOf('(') + 1).replaceFirst("\\)$", "");
        String numbers = address.substring(address.lastIndexOf('/') + 1);
        if (numbers.startsWith("[")) {
            return numbers.substring(1, numbers.indexOf(']'));
        }
        boolean hasPort = numbers.indexOf(':') == numbers.lastIndexOf(':') && numbers.indexOf(':') >= 0;
        return hasPort ? numbers.substring(0, numbers.indexOf(':')) : numbers;
    }
}
