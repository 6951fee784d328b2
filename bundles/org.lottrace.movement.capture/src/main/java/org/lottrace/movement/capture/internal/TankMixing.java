package org.lottrace.movement.capture.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.quantity.Quantity;

/**
 * A tank holds one mixture of an item: whichever lot is named, what is taken out comes from every lot that is in it, in proportion.
 * The lines say so ({@link KeyDataElement#EQUIPMENT}), and what is made of them contains those lots as concluded. A tank that was
 * emptied, or whose rest was disposed of when it was cleaned, has none of them left.
 */
final class TankMixing {
    private final SiteStore sites;
    private final StockStore stock;
    private final LotMaster lots;

    private record Content(Position position, ItemNumber item) {}

    TankMixing(SiteStore sites, StockStore stock, LotMaster lots) {
        this.sites = sites;
        this.stock = stock;
        this.lots = lots;
    }

    /** @return places of the site in which goods run together */
    private Set<Place> tanks(SiteId site) {
        return sites.find(site).stream()
                .flatMap(known -> known.locations().stream())
                .filter(location -> location.type() == LocationType.TANK)
                .map(Location::id)
                .map(id -> Place.location(site, id))
                .collect(Collectors.toSet());
    }

    /** @return the goods; what comes from a tank is spread over all that is in it. Under the lock of the items */
    List<Goods> spread(SiteId site, List<Goods> goods) {
        Set<Place> tanks = tanks(site);
        Set<Position> asked = goods.stream()
                .map(Goods::position)
                .filter(position -> tanks.contains(position.place()))
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return goods;
        }
        Map<Content, SortedMap<LotKey, BigDecimal>> there = new HashMap<>();
        for (StockBalance balance : stock.at(asked)) {
            there.computeIfAbsent(new Content(balance.position(), balance.lot().item()), none -> new TreeMap<>())
                    .put(balance.lot(), balance.quantity().amount());
        }
        List<Goods> spread = new ArrayList<>();
        goods.forEach(line -> spread.addAll(spread(
                line,
                there.getOrDefault(new Content(line.position(), line.lot().key().item()), new TreeMap<>()))));
        return spread;
    }

    private List<Goods> spread(Goods line, SortedMap<LotKey, BigDecimal> there) {
        if (there.size() < 2) {
            return List.of(line);
        }
        List<Goods> parts = new ArrayList<>();
        new SharedInputs(there).split(line.quantity()).forEach((lot, part) -> lots.find(lot)
                // What else is said is of the mixture: it stands once, with the first part.
                .ifPresent(known -> parts.add(new Goods(
                        line.line(),
                        known,
                        line.position(),
                        part,
                        part,
                        parts.isEmpty() ? line.keyData() : List.of()))));
        return parts;
    }

    /** @return the lines, those of a mixture saying from which tank it came */
    List<EventLine> told(SiteId site, List<EventLine> lines) {
        Set<Place> tanks = tanks(site);
        Map<Content, Set<LotKey>> mixed = new HashMap<>();
        lines.forEach(line ->
                mixed.computeIfAbsent(content(line), none -> new HashSet<>()).add(line.lot()));
        return lines.stream()
                .map(line -> tanks.contains(line.from().place())
                                && mixed.get(content(line)).size() > 1
                        ? told(line)
                        : line)
                .toList();
    }

    private static EventLine told(EventLine line) {
        return new EventLine(
                line.lot(),
                line.from(),
                line.to(),
                line.quantity(),
                line.entered(),
                line.orderLine(),
                line.price(),
                List.of(KeyDataElement.EQUIPMENT.is(
                        new KeyDataValue.At(line.from().place()))));
    }

    private static Content content(EventLine line) {
        return new Content(line.from(), line.lot().item());
    }

    private static boolean isOfMixture(EventLine line) {
        return KeyDatum.find(line.keyData(), KeyDataElement.EQUIPMENT).isPresent();
    }

    /** @return the lines as they were asked for: a mixture is one line of the first of its lots that the request may mean */
    static List<EventLine> asAsked(List<EventLine> lines, Predicate<LotKey> isMeant) {
        List<EventLine> asked = new ArrayList<>();
        Map<Content, List<EventLine>> mixtures = new LinkedHashMap<>();
        for (EventLine line : lines) {
            if (isOfMixture(line)) {
                mixtures.computeIfAbsent(content(line), none -> new ArrayList<>())
                        .add(line);
            } else {
                asked.add(line);
            }
        }
        mixtures.values().forEach(parts -> {
            EventLine named = parts.stream()
                    .filter(part -> isMeant.test(part.lot()))
                    .findFirst()
                    .orElse(parts.get(0));
            Quantity all = parts.stream()
                    .map(EventLine::quantity)
                    .reduce(Quantity::plus)
                    .orElseThrow();
            asked.add(new EventLine(named.lot(), named.from(), named.to(), all, all, named.orderLine()));
        });
        return asked;
    }

    /** @return the lots that went into an order as part of a mixture, of which nobody knows where they went */
    static Set<LotKey> concluded(List<RecordedEvent> ofOrder) {
        return InForce.of(ofOrder).stream()
                .filter(recorded -> recorded.event().type() == EventType.CONSUME)
                .flatMap(recorded -> recorded.event().lines().stream())
                .filter(TankMixing::isOfMixture)
                .map(EventLine::lot)
                .collect(Collectors.toSet());
    }

    boolean hasTanks(SiteId site) {
        return !tanks(site).isEmpty();
    }
}
