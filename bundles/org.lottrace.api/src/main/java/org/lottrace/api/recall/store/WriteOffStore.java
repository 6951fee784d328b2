package org.lottrace.api.recall.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.recall.report.WriteOff;
import org.osgi.annotation.versioning.ProviderType;

/** What the journal has on the account WRITE_OFF, by accounting date, in {@link org.lottrace.api.cost.CurrentBooks}. Reads only. */
@ProviderType
public interface WriteOffStore {
    /**
     * @param onlyExpired only goods that had expired by then
     * @return all of these days, both included, added up; empty when there is nothing
     */
    Optional<Money> sum(LocalDate from, LocalDate to, boolean onlyExpired);

    /**
     * @param after the last line of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return the lines, by entry
     */
    List<WriteOff> lines(LocalDate from, LocalDate to, boolean onlyExpired, Optional<WriteOff.Key> after, int limit);
}
