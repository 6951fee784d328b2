package org.lottrace.api.token;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.lottrace.api.operation.Role;

/**
 * A token that is asked for.
 *
 * @param name of the program
 * @param roles what it may do, some of those of who asks
 * @param expires when it ends
 */
public record TokenRequest(String name, Set<Role> roles, Instant expires) {
    public TokenRequest {
        Objects.requireNonNull(name);
        roles = Set.copyOf(roles);
        Objects.requireNonNull(expires);
    }
}
