package org.lottrace.cost.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;

/**
 * In whose books an event is: those of the company whose site goods were at, of what is no movement those of the site that says it, of a
 * reversal those in which the original is. Goods on the road belong to the site that they are going to, so they change hands when they
 * leave. The company of a site never changes once something was recorded there, so books that are built again are the same.
 */
final class EventsOfBooks {
    private final Set<PartyId> keepers;
    private final SiteStore sites;
    private final CostStore costs;
    private final Map<SiteId, PartyId> companies = new HashMap<>();

    EventsOfBooks(List<CompanyBooks> companies, SiteStore sites, CostStore costs) {
        this.keepers = companies.stream().map(CompanyBooks::company).collect(Collectors.toSet());
        this.sites = sites;
        this.costs = costs;
    }

    /** @return the common books and those of each company */
    List<Optional<PartyId>> all() {
        return Stream.concat(
                        Stream.of(Optional.<PartyId>empty()),
                        keepers.stream()
                                .sorted(Comparator.comparing(PartyId::value))
                                .map(Optional::of))
                .toList();
    }

    /**
     * @param write writes what is booked and not in the journal yet
     * @return one part for each books, the seller's first; at least one
     */
    List<PartOfEvent> parts(TraceEvent event, Runnable write) {
        if (keepers.isEmpty()) {
            return List.of(whole(Optional.empty(), event));
        }
        return event.corrects().isPresent() && event.type() == EventType.REVERSE
                ? ofReversal(event, write)
                : ofLines(event);
    }

    /** @return the company whose books hold what happens at the site; empty for the common books */
    Optional<PartyId> keeper(SiteId site) {
        return keepers.isEmpty() ? Optional.empty() : Optional.of(company(site)).filter(keepers::contains);
    }

    private PartyId company(SiteId site) {
        return companies.computeIfAbsent(site, code -> sites.find(code)
                .map(Site::company)
                .orElseThrow(() -> new UnbookableEventException(
                        "site " + code + " is unknown, so nobody knows whose books it is in; save it again")));
    }

    private List<PartOfEvent> ofReversal(TraceEvent event, Runnable write) {
        write.run(); // the original may be in the same page, in any books
        List<JournalEntry> undone =
                CurrentBooks.ofAll(() -> costs.ofEvents(List.of(event.corrects().orElseThrow())));
        return undone.isEmpty()
                ? List.of(whole(keeper(event.context().site()), event))
                : undone.stream()
                        .map(JournalEntry::company)
                        .distinct()
                        .map(books -> whole(books, event))
                        .toList();
    }

    private List<PartOfEvent> ofLines(TraceEvent event) {
        List<EventLine> crossing = event.lines().stream().filter(this::isTrade).toList();
        if (!crossing.isEmpty()) {
            return trades(event, crossing);
        }
        Map<Optional<PartyId>, List<EventLine>> lines = new LinkedHashMap<>();
        for (EventLine line : event.lines()) {
            Optional<PartyId> books = sitesOf(line)
                    .findFirst()
                    .map(this::keeper)
                    .orElseGet(() -> keeper(event.context().site()));
            lines.computeIfAbsent(books, first -> new ArrayList<>()).add(line);
        }
        if (lines.size() <= 1) {
            return List.of(whole(
                    lines.keySet().stream()
                            .findFirst()
                            .orElseGet(() -> keeper(event.context().site())),
                    event));
        }
        return lines.entrySet().stream()
                .map(part -> whole(part.getKey(), with(event, event.type(), part.getValue())))
                .toList();
    }

    private boolean isTrade(EventLine line) {
        return BookingRule.isInventory(line.from())
                && BookingRule.isInventory(line.to())
                && !keeper(site(line.from())).equals(keeper(site(line.to())));
    }

    private List<PartOfEvent> trades(TraceEvent event, List<EventLine> lines) {
        Set<PartyId> sellers = new LinkedHashSet<>();
        Set<PartyId> buyers = new LinkedHashSet<>();
        lines.forEach(line -> {
            sellers.add(company(site(line.from())));
            buyers.add(company(site(line.to())));
        });
        if (sellers.size() > 1
                || buyers.size() > 1
                || lines.size() < event.lines().size()) {
            throw new UnbookableEventException(
                    "it moves goods within a company and between companies, or between more than"
                            + " two; reverse it, and record a transfer for each pair of companies");
        }
        PartyId seller = sellers.iterator().next();
        PartyId buyer = buyers.iterator().next();
        List<EventLine> sold = lines.stream()
                .map(line -> moved(line, line.from(), outside(buyer)))
                .toList();
        List<EventLine> bought = lines.stream()
                .map(line -> moved(line, outside(seller), line.to()))
                .toList();
        return List.of(
                new PartOfEvent(
                        Optional.of(seller).filter(keepers::contains),
                        with(event, EventType.SHIP, sold),
                        Optional.of(new PartOfEvent.Trade(seller, buyer, true))),
                new PartOfEvent(
                        Optional.of(buyer).filter(keepers::contains),
                        with(event, EventType.RECEIVE, bought),
                        Optional.of(new PartOfEvent.Trade(seller, buyer, false))));
    }

    private static PartOfEvent whole(Optional<PartyId> books, TraceEvent event) {
        return new PartOfEvent(books, event, Optional.empty());
    }

    private static Position outside(PartyId company) {
        return new Position(new Place.Outside(company), Optional.empty());
    }

    private static EventLine moved(EventLine line, Position from, Position to) {
        return new EventLine(
                line.lot(), from, to, line.quantity(), line.entered(), line.orderLine(), line.price(), line.keyData());
    }

    private static TraceEvent with(TraceEvent event, EventType type, List<EventLine> lines) {
        return new TraceEvent(
                event.context(),
                type,
                event.documents(),
                event.corrects(),
                lines,
                event.edges(),
                event.dispositionChanges(),
                event.lotChanges(),
                event.keyData(),
                event.anchors());
    }

    /** @return where its goods are; of what moves none, who says it */
    static SiteId siteOf(TraceEvent event) {
        return event.lines().stream()
                .flatMap(EventsOfBooks::sitesOf)
                .findFirst()
                .orElseGet(() -> event.context().site());
    }

    /** @return all sites at which its goods were, are, or are going to; of what moves none, who says it */
    static Stream<SiteId> sitesOf(TraceEvent event) {
        List<SiteId> sites = event.lines().stream()
                .flatMap(EventsOfBooks::sitesOf)
                .distinct()
                .toList();
        return sites.isEmpty() ? Stream.of(event.context().site()) : sites.stream();
    }

    private static Stream<SiteId> sitesOf(EventLine line) {
        return Stream.of(line.from(), line.to()).flatMap(position -> siteOf(position).stream());
    }

    private static SiteId site(Position position) {
        return siteOf(position).orElseThrow();
    }

    private static Optional<SiteId> siteOf(Position position) {
        Place place = position.place();
        if (place instanceof Place.StorageLocation location) {
            return Optional.of(location.site());
        } else if (place instanceof Place.Road road) {
            return Optional.of(road.to());
        } else if (place instanceof Place.SiteAccount account) {
            return Optional.of(account.site());
        } else if (place instanceof Place.Equipment equipment) {
            return Optional.of(equipment.site());
        }
        return Optional.empty();
    }
}
