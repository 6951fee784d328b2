package org.lottrace.api.master.store;

import java.util.List;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterUse;
import org.osgi.annotation.versioning.ProviderType;

/** What uses a piece of master data. */
@ProviderType
public interface MasterUseStore {
    /** @return stock, holds, open orders and notices, and EDI files that wait, by kind; kinds of which there are none are left out */
    List<MasterUse> open(MasterReference master);

    /**
     * Looks through everything that was ever recorded when nothing has used it: for the rare case that it is to be deleted.
     *
     * @return whatever names it, by kind; kinds of which there are none are left out
     */
    List<MasterUse> ever(MasterReference master);
}
