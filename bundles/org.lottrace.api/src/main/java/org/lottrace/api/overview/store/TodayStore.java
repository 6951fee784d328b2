package org.lottrace.api.overview.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.overview.OpenOrder;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.overview.TodayFigures.Road;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallRegime;
import org.osgi.annotation.versioning.ProviderType;

/** Counts of what is now, each one statement. Current stock may be read as a whole; nothing that grows with history is. */
@ProviderType
public interface TodayStore {
    /** @return each own site with its time zone, by code; without its locations, which would be a question for each */
    List<SiteZone> zones();

    /**
     * @param days the sites whose storage locations are looked at, each with its date
     * @param from the first day whose expiries are told apart
     * @param until the last one
     * @return lots in stock by state; sellable ones that expire on a day from {@code from} to {@code until} by that day
     */
    List<LotCount> lots(List<SiteDay> days, LocalDate from, LocalDate until);

    /** @return logistic units in storage locations of the sites with a lot in that state; a state without any is left out */
    Map<StockState, Long> units(List<SiteDay> days);

    /** @return what is on the road to the sites */
    Road road(List<SiteId> to);

    /**
     * @param days the sites that ship, each with its date
     * @param back how many days before that date are looked at
     * @return orders with a line that is not shipped in full, by whether they are late
     */
    OpenOrders openOrders(List<SiteDay> days, int back);

    /**
     * @param since the first delivery date that is looked at
     * @return the orders that {@link #openOrders(List, int)} counts as late, or as due today, by delivery date and number
     */
    List<OpenOrder> openOrders(
            List<SiteDay> days, LocalDate since, boolean late, Optional<OpenOrder.Key> after, int limit);

    /** @return ship notices of which something is to come, by site and day of shipment */
    List<OpenNotices> openNotices();

    /**
     * @param settled statuses that are counted since that moment
     * @param open statuses that are counted however old they are
     * @return how many interchanges there are; a status without any is left out
     */
    Map<InterchangeStatus, Long> interchanges(List<InterchangeStatus> settled, Instant since, InterchangeStatus open);

    /** @return events that are set aside and were not skipped */
    long eventsSetAside();

    /** @return the recall cases that are not closed, by number */
    List<OpenCase> openCases();

    /**
     * @param site an own site
     * @param zone of its labels and days
     */
    record SiteZone(SiteId site, ZoneId zone) {
        public SiteZone {
            Objects.requireNonNull(site);
            Objects.requireNonNull(zone);
        }
    }

    /**
     * @param state of the stock
     * @param expiry the day; absent for all that are not told apart
     * @param lots how many
     */
    record LotCount(StockState state, Optional<LocalDate> expiry, long lots) {
        public LotCount {
            Objects.requireNonNull(state);
            Objects.requireNonNull(expiry);
        }
    }

    /**
     * @param late with a delivery date that has passed
     * @param dueToday with the date of today
     */
    record OpenOrders(long late, long dueToday) {}

    /**
     * @param site where they are to be received
     * @param shipped day of shipment
     * @param notices how many
     */
    record OpenNotices(SiteId site, LocalDate shipped, long notices) {
        public OpenNotices {
            Objects.requireNonNull(site);
            Objects.requireNonNull(shipped);
        }
    }

    /**
     * @param id the case
     * @param mode of its opening
     * @param regime of its opening
     * @param opened when its first step was taken
     * @param reported when the last status report was given
     */
    record OpenCase(RecallCaseId id, RecallMode mode, RecallRegime regime, Instant opened, Optional<Instant> reported) {
        public OpenCase {
            Objects.requireNonNull(id);
            Objects.requireNonNull(mode);
            Objects.requireNonNull(regime);
            Objects.requireNonNull(opened);
            Objects.requireNonNull(reported);
        }
    }
}
