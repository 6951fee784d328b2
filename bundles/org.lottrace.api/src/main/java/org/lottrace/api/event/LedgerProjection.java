package org.lottrace.api.event;

import java.util.List;
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
     * caller's unit of work or opens one.
     *
     * @return what was kept and what is derived now where the two differed, one text each, for people; empty when nothing
     *     has changed
     */
    List<String> rebuild();
}
