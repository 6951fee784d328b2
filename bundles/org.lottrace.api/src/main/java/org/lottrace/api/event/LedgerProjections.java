package org.lottrace.api.event;

import java.util.List;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** What is derived from the ledger with each event ({@link LedgerProjection}), and deriving it again. */
@ProviderType
public interface LedgerProjections {
    /** @return the names of those that are here, in alphabetical order */
    @Operation(name = "projection.list")
    List<String> names();

    /**
     * Derives one of them again from the first event on, in one transaction; nobody records an event meanwhile, so it takes
     * as long as reading the whole ledger.
     *
     * @return what was kept and what is derived now where the two differed, and what cannot be derived and stays as it is, one
     *     text each: the first 100, and how many more there are; the log says the same. Refused with
     *     {@code PROJECTION_UNKNOWN}
     */
    @Operation(
            name = "projection.rebuild",
            roles = Role.ADMINISTRATOR,
            repeat = Repeat.SAME_STATE,
            refusals = "PROJECTION_UNKNOWN")
    Outcome<List<String>> rebuild(String name);
}
