package org.lottrace.web.gate.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * User name and password of an {@code Authorization} header.
 *
 * <p>Source: RFC 7617 (Basic), read as UTF-8.
 */
record BasicCredentials(String user, String password) {
    private static final String SCHEME = "basic ";

    /** @return the credentials, or empty when the header is missing, of another scheme or malformed */
    static Optional<BasicCredentials> of(String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 && !parts[0].isEmpty()
                    ? Optional.of(new BasicCredentials(parts[0], parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
        return "user " + user;
    }
}
