package org.lottrace.api.token;

import java.util.Objects;

/**
 * A token that was just made.
 *
 * @param token what is kept of it
 * @param secret what the program sends, as {@code Authorization: Bearer SECRET}; it is told this once and kept nowhere
 */
public record MadeToken(Token token, String secret) {
    public MadeToken {
        Objects.requireNonNull(token);
        Objects.requireNonNull(secret);
    }

    /** Without the secret, so that no log can show it. */
    @Override
    public String toString() {
        return "made " + token;
    }
}
