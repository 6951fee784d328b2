package org.lottrace.api.event.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The disposition each lot has now. Derived from the ledger, written by it alone. */
@ProviderType
public interface DispositionStore {
    /**
     * Inserts or replaces the dispositions of lots, each lot once, and adds the holds that are not there yet. Holds that
     * stand no more are deleted by {@link #end}.
     */
    @Writes
    void save(Collection<LotDisposition> states);

    /**
     * Deletes holds.
     *
     * @param ended the holds that ended, by lot; none for a lot is nothing to do
     */
    @Writes
    void end(Map<LotKey, List<Hold>> ended);

    /** Deletes the disposition and the holds of every lot, to derive them again. */
    @Writes
    void clear();

    /** @return the dispositions of all lots that ever got one, by lot */
    List<LotDisposition> all();

    /** @return the dispositions of those lots that ever got one, by lot */
    List<LotDisposition> of(Collection<LotKey> lots);

    /** @return all lots that are not sellable, by lot */
    List<LotDisposition> notSellable();
}
