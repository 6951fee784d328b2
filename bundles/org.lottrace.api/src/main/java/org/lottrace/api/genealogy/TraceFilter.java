package org.lottrace.api.genealogy;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;

/**
 * Which part of an answer is shown. It hides and never stops: what lies behind something hidden is found all the same.
 * An empty set and an absent value hide nothing.
 *
 * <p>A seed is always shown. Any other lot is shown when its item is asked for and, if sites, parties, a time or a
 * minimum are given, an edge, handover or balance of it is shown.
 *
 * @param items lots of these items, their handovers and balances, and the edges that end at one of them
 * @param sites edges and handovers of events at these own sites, and balances in their locations
 * @param parties handovers with these parties; edges and balances have no party, so they are hidden when one is given
 * @param from edges and handovers that happened at this time or later
 * @param to edges and handovers that happened before this time
 * @param minimum edges, handovers and balances of at least this much; those in another unit cannot be compared and stay
 */
public record TraceFilter(
        Set<ItemNumber> items,
        Set<SiteId> sites,
        Set<PartyId> parties,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Quantity> minimum) {
    /** Everything is shown. */
    public static final TraceFilter ALL =
            new TraceFilter(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public TraceFilter {
        items = Set.copyOf(items);
        sites = Set.copyOf(sites);
        parties = Set.copyOf(parties);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(minimum);
    }

    /** @return the same, with these items instead */
    public TraceFilter ofItems(Set<ItemNumber> newItems) {
        return new TraceFilter(newItems, sites, parties, from, to, minimum);
    }

    /** @return the same, with these sites instead */
    public TraceFilter atSites(Set<SiteId> newSites) {
        return new TraceFilter(items, newSites, parties, from, to, minimum);
    }

    /** @return the same, with these parties instead */
    public TraceFilter withParties(Set<PartyId> newParties) {
        return new TraceFilter(items, sites, newParties, from, to, minimum);
    }

    /** @return the same, with this time span instead; an absent end is open */
    public TraceFilter between(Optional<Instant> newFrom, Optional<Instant> newTo) {
        return new TraceFilter(items, sites, parties, newFrom, newTo, minimum);
    }

    /** @return the same, with this minimum instead */
    public TraceFilter ofAtLeast(Quantity newMinimum) {
        return new TraceFilter(items, sites, parties, from, to, Optional.of(newMinimum));
    }
}
