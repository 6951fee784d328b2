package org.lottrace.api.planning.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.OrderedLine;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.WastedLot;
import org.lottrace.api.quantity.Quantity;
import org.osgi.annotation.versioning.ProviderType;

/** Reads what happened at sites in some days by indices: each question is one statement, that for open orders two. What was reversed did not happen. */
@ProviderType
public interface PlanningStore {
    /** @return lines of orders that were to be there on these days, by day, order and line; at most {@code limit} */
    List<OrderedLine> ordered(List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int limit);

    /** @return what was shipped on these days, by position in the ledger, order line and lot; at most {@code limit} */
    List<ShippedLot> shipped(List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int limit);

    /**
     * A lot that could have gone instead of one that was shipped.
     *
     * @param position of the shipment in the ledger
     * @param shipped the lot that went
     * @param order number of the sales order; empty when it went without one
     * @param line of that order, 0 when it went without one
     * @param earlier the lot that stayed
     * @param expiry its expiry
     * @param free how much of it was free
     */
    record Earlier(
            long position, LotKey shipped, String order, int line, LotKey earlier, LocalDate expiry, Quantity free) {
        public Earlier {
            Objects.requireNonNull(shipped);
            Objects.requireNonNull(order);
            Objects.requireNonNull(earlier);
            Objects.requireNonNull(expiry);
            Objects.requireNonNull(free);
        }
    }

    /**
     * @return lots that were free, good and earlier than one that was shipped on these days, as {@link org.lottrace.api.planning.PassedLot}
     *     says; by position, shipped lot, order line, and the earliest expiry first; at most {@code limit}
     */
    List<Earlier> earlier(List<SiteHours> days, Optional<ItemNumber> item, Optional<PartyId> customer, int limit);

    /**
     * What came in one unit.
     *
     * @param quantity how much
     * @param value what the journal says it was worth; absent when it says nothing
     */
    record Came(Quantity quantity, Optional<Money> value) {
        public Came {
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(value);
        }
    }

    /** @return what came from suppliers and out of production on these days, a row for each unit and currency, by unit */
    List<Came> came(List<SiteHours> days, Optional<ItemNumber> item);

    /**
     * What was wanted of an item.
     *
     * @param site where
     * @param from the first day of the span
     * @param item what
     * @param quantity how much was shipped to customers, consumed by production orders and sent to other own sites
     */
    record Wanted(SiteId site, LocalDate from, ItemNumber item, Quantity quantity) {
        public Wanted {
            Objects.requireNonNull(site);
            Objects.requireNonNull(from);
            Objects.requireNonNull(item);
            Objects.requireNonNull(quantity);
        }
    }

    /**
     * @param spans of a day or more each
     * @return demand of each item in each of them, by site, item and first day; at most {@code limit}
     */
    List<Wanted> wanted(List<SiteHours> spans, Optional<ItemNumber> item, int limit);

    /**
     * What a site got of a lot.
     *
     * @param lot which lot
     * @param day on which it came; of what was there before, the day (UTC) on which the lot was moved for the first time
     * @param expiry of the lot, as it is known now
     * @param quantity how much
     */
    record Arrived(LotKey lot, LocalDate day, Optional<LocalDate> expiry, Quantity quantity) {
        public Arrived {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(day);
            Objects.requireNonNull(expiry);
            Objects.requireNonNull(quantity);
        }
    }

    /** @return what lay in locations and tanks of the site when the day began, by lot; at most {@code limit} */
    List<Arrived> there(SiteHours day, ItemNumber item, int limit);

    /** @return what came into locations and tanks on these days from outside of the site, by day and lot; at most {@code limit} */
    List<Arrived> arrived(List<SiteHours> days, ItemNumber item, int limit);

    /**
     * What an open production order still needs.
     *
     * @param order number of the order
     * @param day on which it is planned
     * @param item which component
     * @param open what is planned with its scrap, less what was consumed
     */
    record Needed(String order, LocalDate day, ItemNumber item, Quantity open) {
        public Needed {
            Objects.requireNonNull(order);
            Objects.requireNonNull(day);
            Objects.requireNonNull(item);
            Objects.requireNonNull(open);
        }
    }

    /**
     * @param until the last day
     * @return components of the open orders of the site that are planned until then, also those whose day is past, of which something is open, by day, order and
     *     item; at most {@code limit}, of at most so many orders
     */
    List<Needed> needed(SiteId site, Optional<ItemNumber> item, LocalDate until, int limit);

    /** @return what was destroyed on these days after its expiry, by day and lot; at most {@code limit} */
    List<WastedLot> destroyed(List<SiteHours> days, Optional<ItemNumber> item, int limit);

    /**
     * @param days today, at each site that is asked about
     * @param from the first expiry
     * @param to the last one
     * @return what lies in locations of these sites, by expiry, site and lot; at most {@code limit}
     */
    List<ExpiringLot> expiring(List<SiteDay> days, Optional<ItemNumber> item, LocalDate from, LocalDate to, int limit);
}
