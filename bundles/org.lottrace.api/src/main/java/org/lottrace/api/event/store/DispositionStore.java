package org.lottrace.api.event.store;

import java.util.Collection;
import java.util.List;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The disposition each lot has now. Derived from the ledger, written by it alone. */
@ProviderType
public interface DispositionStore {
    /** Inserts or replaces the dispositions of lots, each lot once. */
    @Writes
    void save(Collection<LotDisposition> states);

    /** Deletes the disposition of every lot, to derive them again. */
    @Writes
    void clear();

    /** @return the dispositions of all lots that ever got one, by lot */
    List<LotDisposition> all();

    /** @return the dispositions of those lots that ever got one, by lot */
    List<LotDisposition> of(Collection<LotKey> lots);

    /** @return all lots that are not sellable, by lot */
    List<LotDisposition> notSellable();
}
