package org.lottrace.api.right.store;

import java.util.List;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Versions of the rights to lots. They are only added. */
@ProviderType
public interface LotRightStore {
    /** Adds a version, whose number is higher than that of every other. */
    @Writes
    void insert(LotRight right);

    /** @return every version, by number; kept in memory until there are new ones */
    List<LotRight> all();
}
