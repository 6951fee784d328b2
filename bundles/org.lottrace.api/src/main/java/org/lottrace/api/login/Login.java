package org.lottrace.api.login;

import java.util.Objects;
import org.lottrace.api.operation.Caller;

/**
 * Somebody who has logged in.
 *
 * @param caller who it is, and what it may do
 * @param standing what was known about that user at the login, as a digest; for {@link Logins#isCurrent} only
 */
public record Login(Caller caller, String standing) {
    public Login {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(standing);
    }
}
