package org.lottrace.api.recall;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.lot.LotKey;

/**
 * What a case affects, as it was known once. Never changed: what is found later is another version with its reason.
 *
 * @param number 1, 2, 3 …
 * @param criteria what was looked for
 * @param reason why there is this version, for people
 * @param ledgerPosition the newest event that is taken into account
 * @param lots every affected lot, by level and key
 */
public record ScopeVersion(
        int number, ScopeCriteria criteria, String reason, long ledgerPosition, List<ScopeLot> lots) {
    public ScopeVersion {
        Objects.requireNonNull(criteria);
        Objects.requireNonNull(reason);
        lots = List.copyOf(lots);
    }

    /** @return the affected lots, in the order of {@link #lots()} */
    public List<LotKey> keys() {
        return lots.stream().map(ScopeLot::lot).toList();
    }
}
