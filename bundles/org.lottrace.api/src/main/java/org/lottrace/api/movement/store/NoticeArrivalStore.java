package org.lottrace.api.movement.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** When ship notices came. Those that came before LotTrace kept it are not here. */
@ProviderType
public interface NoticeArrivalStore {
    /** Inserts the arrival, or replaces the one of the notice. */
    @Writes
    void save(NoticeArrival arrival);

    /** @return when that notice came, or empty when it is not known */
    Optional<NoticeArrival> find(ShipNoticeId notice);

    /**
     * @param after goes on behind that notice; empty: from the first on
     * @return at most {@code limit} of those that were late and of which nobody was told, by sender and number as one text
     */
    List<NoticeArrival> lateAndUntold(Optional<ShipNoticeId> after, int limit);
}
