package org.lottrace.api.token;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.operation.Role;

/**
 * What is known of a token; its secret is not.
 *
 * @param id stands in the secret, too, so that one that was found somewhere can be told
 * @param name of the program, given once for ever: what it does is recorded as {@code token NAME}
 * @param roles what it may do
 * @param made when, cut to microseconds
 * @param madeBy who
 * @param expires from that moment on it is refused, cut to microseconds
 * @param revoked when somebody revoked it; absent when nobody has
 * @param revokedBy who; absent when nobody has
 * @param lastUsed when it was last seen, to the minute or so; absent when it never was
 */
public record Token(
        String id,
        String name,
        Set<Role> roles,
        Instant made,
        String madeBy,
        Instant expires,
        Optional<Instant> revoked,
        Optional<String> revokedBy,
        Optional<Instant> lastUsed) {
    public Token {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        roles = Set.copyOf(roles);
        made = made.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(madeBy);
        expires = expires.truncatedTo(ChronoUnit.MICROS);
        revoked = revoked.map(at -> at.truncatedTo(ChronoUnit.MICROS));
        Objects.requireNonNull(revokedBy);
        lastUsed = lastUsed.map(at -> at.truncatedTo(ChronoUnit.MICROS));
    }

    /** @return whether it lets its program in at that moment */
    public boolean isUsable(Instant at) {
        return revoked.isEmpty() && at.isBefore(expires);
    }
}
