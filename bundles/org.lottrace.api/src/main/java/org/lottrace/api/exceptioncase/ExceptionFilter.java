package org.lottrace.api.exceptioncase;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Role;

/**
 * Which exception cases are wanted: those for which everything that is said here is true.
 *
 * @param open true: only open ones; false: only closed ones
 * @param owner of that owner
 * @param site of events at that site
 * @param code with that code
 * @param late true: only open ones whose deadline is over; false: whether it is or not
 */
public record ExceptionFilter(
        Optional<Boolean> open, Optional<Role> owner, Optional<SiteId> site, Optional<String> code, boolean late) {
    /** Every case there ever was. */
    public static final ExceptionFilter NONE =
            new ExceptionFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public ExceptionFilter {
        Objects.requireNonNull(open);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(site);
        Objects.requireNonNull(code);
    }
}
