package org.lottrace.trace.drawing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Segregation;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/** Traces as the genealogy would answer them, said in a few words. The start of an item number says what the item is. */
final class Traces {
    private static final SiteId SITE = new SiteId("PLANT");
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private final Direction direction;
    private final Set<LotKey> lots = new LinkedHashSet<>();
    private final Set<LotKey> seeds = new LinkedHashSet<>();
    private final List<TracedEdge> edges = new ArrayList<>();
    private final List<Handover> handovers = new ArrayList<>();
    private final List<StockBalance> onHand = new ArrayList<>();
    private final Map<LotKey, SuspectContent> suspects = new TreeMap<>();
    private final Map<LotKey, LotState> states = new TreeMap<>();
    private final Map<ItemNumber, String> descriptions = new TreeMap<>(Comparator.comparing(ItemNumber::value));
    private final Map<PartyId, String> names = new TreeMap<>(Comparator.comparing(PartyId::value));
    private int position;

    private Traces(Direction direction) {
        this.direction = direction;
    }

    static Traces trace(Direction direction) {
        return new Traces(direction);
    }

    static LotKey lot(String text) {
        String[] parts = text.split("/", 2);
        return new LotKey(new PartyId("ACME"), new ItemNumber(parts[0]), new LotNumber(parts[1]));
    }

    Traces seed(String lot) {
        seeds.add(reached(lot));
        return this;
    }

    Traces edge(String input, String output, String kilograms, String share) {
        return edge(input, output, kilograms, share, Edge.Certainty.KNOWN);
    }

    Traces inferred(String input, String output, String kilograms, String share) {
        return edge(input, output, kilograms, share, Edge.Certainty.INFERRED);
    }

    private Traces edge(String input, String output, String kilograms, String share, Edge.Certainty certainty) {
        Optional<BigDecimal> part =
                Optional.of(share).filter(text -> !text.isEmpty()).map(BigDecimal::new);
        position++;
        edges.add(new TracedEdge(
                new EventId("E-" + position),
                position,
                AT,
                SITE,
                new Edge(reached(input), reached(output), Quantity.of(kilograms, "KGM"), certainty),
                part,
                part));
        return this;
    }

    Traces received(String lot, String party, String kilograms) {
        return handover(EventType.RECEIVE, lot, party, Quantity.of(kilograms, "KGM"));
    }

    Traces shipped(String lot, String party, String cases) {
        return handover(EventType.SHIP, lot, party, Quantity.of(cases, "CS"));
    }

    Traces cameBack(String lot, String party, String cases) {
        return handover(EventType.RETURN, lot, party, Quantity.of(cases, "CS"));
    }

    private Traces handover(EventType type, String lot, String party, Quantity quantity) {
        position++;
        handovers.add(new Handover(
                new EventId("H-" + position),
                position,
                type,
                AT,
                SITE,
                reached(lot),
                new PartyId(party),
                List.of(),
                quantity,
                Optional.empty()));
        return this;
    }

    Traces onHand(String lot, String amount, String unit) {
        onHand.add(new StockBalance(
                reached(lot), Position.at(Place.location(SITE, new LocationId("A-01"))), Quantity.of(amount, unit)));
        return this;
    }

    Traces suspect(String lot, String least, String most) {
        SuspectQuantity content =
                new SuspectQuantity(Quantity.of(least, "KGM"), Quantity.of(most, "KGM"), Quantity.of(most, "KGM"));
        suspects.put(reached(lot), new SuspectContent(content, content, content));
        return this;
    }

    Traces state(String lot, LotState state) {
        states.put(reached(lot), state);
        return this;
    }

    Traces named(String item, String description) {
        descriptions.put(new ItemNumber(item), description);
        return this;
    }

    Traces party(String party, String name) {
        names.put(new PartyId(party), name);
        return this;
    }

    Trace trace() {
        TraceRequest request = TraceRequest.of(direction, seeds);
        return new Trace(
                suspects.isEmpty() ? request : request.withSuspectQuantities(),
                lots.stream()
                        .map(lot -> new TracedLot(
                                lot,
                                0,
                                Optional.ofNullable(suspects.get(lot))
                                        .map(List::of)
                                        .orElse(List.of())))
                        .toList(),
                edges,
                handovers,
                onHand,
                position);
    }

    TraceFacts facts() {
        Map<ItemNumber, Item> items = new TreeMap<>(Comparator.comparing(ItemNumber::value));
        lots.stream()
                .map(LotKey::item)
                .filter(item -> !item.value().startsWith("X"))
                .forEach(item -> items.put(item, item(item)));
        return new TraceFacts(items, names, states, Map.of());
    }

    TraceGraph graph(Folding folding) {
        return TraceGraph.of(trace(), facts(), folding);
    }

    private Item item(ItemNumber number) {
        ItemType type = number.value().startsWith("RM")
                ? ItemType.RAW_MATERIAL
                : number.value().startsWith("SF") ? ItemType.SEMI_FINISHED : ItemType.FINISHED_GOOD;
        return new Item(
                number,
                descriptions.getOrDefault(number, ""),
                type,
                Optional.empty(),
                new UnitOfMeasure("KGM"),
                List.of(),
                Optional.empty(),
                Segregation.NONE);
    }

    private LotKey reached(String text) {
        LotKey lot = lot(text);
        lots.add(lot);
        states.putIfAbsent(lot, LotState.SELLABLE);
        return lot;
    }
}
