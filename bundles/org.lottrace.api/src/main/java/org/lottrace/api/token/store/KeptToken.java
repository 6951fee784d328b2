package org.lottrace.api.token.store;

import java.util.Objects;
import org.lottrace.api.token.Token;

/**
 * A token as it is kept.
 *
 * @param token the token
 * @param hash SHA-256 of its secret, in lower-case hexadecimal
 */
public record KeptToken(Token token, String hash) {
    public KeptToken {
        Objects.requireNonNull(token);
        Objects.requireNonNull(hash);
    }
}
