package org.lottrace.api.event;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What its owner derives from the events of the ledger in the transaction that records them, such as the stock. A service of
 * each owner; what follows the ledger after the commit is a {@link LedgerFollower} instead.
 */
@ProviderType
public interface LedgerProjection {
    /** @return its stable name, such as {@code stock} */
    String name();

    /**
     * Derives all of it again, from the first event on, in one transaction; nobody records an event meanwhile. Joins the
     * caller's unit of work or opens one. Nothing goes or stays in silence: what no event says is named, too.
     *
     * @param differences is given what was kept and what is derived now where the two differ, and what cannot be derived, one
     *     text each, for people; nothing when all was right
     */
    void rebuild(Consumer<String> differences);
}
