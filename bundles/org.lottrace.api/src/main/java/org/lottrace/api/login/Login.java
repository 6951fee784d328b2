package org.lottrace.api.login;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.operation.Caller;

/**
 * Somebody who has logged in.
 *
 * @param caller who it is, and what it may do
 * @param standing what was known about that user at the login, as a digest; for {@link Logins#isCurrent} only
 * @param ends when it is over because whoever vouched for it has to be asked again; absent when its standing says that
 */
public record Login(Caller caller, String standing, Optional<Instant> ends) {
    public Login {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(standing);
        Objects.requireNonNull(ends);
    }

    /** A login that lasts as long as what is known about the user does not change. */
    public Login(Caller caller, String standing) {
        this(caller, standing, Optional.empty());
    }
}
