package org.lottrace.persistence.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A JDBC URL as PostgreSQL's own programs read it (manual, chapter 34.1.1.2, Connection URIs): they know other settings, and without
 * a host they take a socket of the machine where the driver takes localhost.
 */
public final class PostgresqlAddress {
    private static final String JDBC = "jdbc:postgresql:";

    private PostgresqlAddress() {}

    /** @return without user and password */
    public static String of(String url) {
        String rest = url.substring(JDBC.length());
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        String settings = question < 0
                ? ""
                : Arrays.stream(rest.substring(question + 1).split("&"))
                        .flatMap(setting -> known(setting).stream())
                        .collect(Collectors.joining("&"));
        return "postgresql://" + withHost(place) + (settings.isEmpty() ? "" : "?" + settings);
    }

    private static String withHost(String place) {
        if (!place.startsWith("//")) {
            return "localhost/" + place.replaceFirst("^/", "");
        }
        String named = place.substring(2);
        return named.isEmpty() || named.startsWith("/") ? "localhost" + named : named;
    }

    /** How the connection is encrypted is all that both say in the same way. */
    private static Optional<String> known(String setting) {
        String name = setting.replaceFirst("=.*", "");
        return switch (name) {
            case "sslmode", "sslrootcert", "sslcert", "sslkey" -> Optional.of(setting);
            case "ssl" ->
                setting.equals("ssl") || setting.equals("ssl=true")
                        ? Optional.of("sslmode=verify-full")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
