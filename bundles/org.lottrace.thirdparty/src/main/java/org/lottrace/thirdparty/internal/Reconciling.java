package org.lottrace.thirdparty.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LaterLine;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.store.StockDocumentStore;

/** Holds what was sent, ordered or booked against what the warehouse says of it. */
final class Reconciling {
    private final StockDocumentStore documents;
    private final ItemStore items;
    private final StockOnHand stock;
    private final LedgerStore events;
    private final Reversals reversals;

    Reconciling(StockDocumentStore documents, ItemStore items, StockOnHand stock, LedgerStore events) {
        this.documents = documents;
        this.items = items;
        this.stock = stock;
        this.events = events;
        this.reversals = new Reversals(events);
    }

    /** @return the document with what answers it by now */
    StockComparison compare(ThirdPartyWarehouse warehouse, KeptDocument document, Instant now) {
        return compare(warehouse, List.of(document), now).get(0);
    }

    /**
     * @param ours documents of one kind
     * @return each with what answers it by now, in their order
     */
    List<StockComparison> compare(ThirdPartyWarehouse warehouse, List<KeptDocument> ours, Instant now) {
        if (ours.isEmpty()) {
            return List.of();
        }
        StockDocumentKind kind = ours.get(0).document().kind();
        if (kind == StockDocumentKind.INVENTORY) {
            return inventories(warehouse, ours);
        }
        List<KeptDocument> all = new ArrayList<>(ours);
        all.addAll(documents.about(
                warehouse.site(),
                kind.counterpart(),
                ours.stream().map(document -> document.document().number()).toList()));
        items.withNumbers(all.stream()
                .flatMap(document -> document.document().lines().stream())
                .map(StockDocument.Line::item)
                .collect(Collectors.toSet()));
        Set<KeptDocument> inForce = new LinkedHashSet<>(reversals.inForce(all));
        return ours.stream()
                .map(document -> answered(
                        warehouse,
                        document,
                        inForce.contains(document),
                        inForce.stream()
                                .filter(answer -> answer.document().kind() == kind.counterpart()
                                        && answer.document()
                                                .about()
                                                .equals(Optional.of(
                                                        document.document().number()))
                                        && mayAnswer(answer, document))
                                .toList(),
                        now))
                .toList();
    }

    /** @return the documents in force that answer that one */
    List<KeptDocument> answers(KeptDocument kept) {
        StockDocument document = kept.document();
        return reversals
                .inForce(documents.about(
                        document.warehouse(), document.kind().counterpart(), List.of(document.number())))
                .stream()
                .filter(answer -> mayAnswer(answer, kept))
                .toList();
    }

    /**
     * Goods may come before we have told what we sent; but nobody ships for an order that is given later, even when it gets the number
     * that the warehouse wrongly named before.
     */
    private static boolean mayAnswer(KeptDocument answer, KeptDocument document) {
        return document.document().kind() != StockDocumentKind.SHIPPING_ORDER
                || answer.position() > document.position();
    }

    boolean isInForce(KeptDocument document) {
        return !reversals.inForce(List.of(document)).isEmpty();
    }

    private StockComparison answered(
            ThirdPartyWarehouse warehouse,
            KeptDocument document,
            boolean isInForce,
            List<KeptDocument> answers,
            Instant now) {
        Comparing comparing = new Comparing(warehouse.tolerancePercent());
        if (isInForce) {
            document.document().lines().forEach(line -> comparing.expect(line, base(line)));
        }
        answers.forEach(answer -> answer.document().lines().forEach(line -> comparing.state(line, base(line))));
        List<StockComparison.Row> rows = comparing.rows();
        return new StockComparison(
                document,
                answers.isEmpty() && isInForce ? waiting(warehouse, document, now) : state(rows),
                numbers(answers),
                rows);
    }

    private static ComparisonState waiting(ThirdPartyWarehouse warehouse, KeptDocument document, Instant now) {
        Instant due = document.recorded().plus(Duration.ofHours(warehouse.answerHours()));
        return warehouse.answerHours() > 0 && now.isAfter(due) ? ComparisonState.LATE : ComparisonState.OPEN;
    }

    /** Asks once for all of them. */
    private List<StockComparison> inventories(ThirdPartyWarehouse warehouse, List<KeptDocument> inventories) {
        Map<LotKey, Quantity> now = new HashMap<>();
        stock.at(warehouse.site()).forEach(balance -> now.merge(balance.lot(), balance.quantity(), Quantity::plus));
        Set<LotKey> lots = new HashSet<>(now.keySet());
        inventories.forEach(inventory -> lots.addAll(named(inventory)));
        items.withNumbers(lots.stream().map(LotKey::item).collect(Collectors.toSet()));
        Instant first = inventories.stream()
                .map(inventory -> inventory.document().at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<LaterLine> later = events.linesAfter(lots, first);
        return inventories.stream()
                .map(inventory -> inventory(warehouse, inventory, book(inventory, now, later)))
                .toList();
    }

    private StockComparison inventory(
            ThirdPartyWarehouse warehouse, KeptDocument inventory, Map<LotKey, Quantity> book) {
        StockDocument document = inventory.document();
        Comparing comparing = new Comparing(warehouse.tolerancePercent());
        book.forEach(comparing::expect);
        document.lines().forEach(line -> comparing.state(line, base(line)));
        List<StockComparison.Row> rows = comparing.rows();
        return new StockComparison(
                inventory, state(rows), List.of(document.warehouse() + "/" + document.number()), rows);
    }

    /** What we had there at the time of the inventory, as far as is known by now, of each lot that is there now or that they name. */
    private static Map<LotKey, Quantity> book(
            KeptDocument inventory, Map<LotKey, Quantity> now, List<LaterLine> laterLines) {
        StockDocument document = inventory.document();
        Set<LotKey> lots = named(inventory);
        lots.addAll(now.keySet());
        Map<LotKey, Quantity> book = new TreeMap<>(now);
        for (LaterLine later : laterLines) {
            EventLine line = later.line();
            if (!later.happened().isAfter(document.at()) || !lots.contains(line.lot())) {
                continue;
            }
            if (isAt(line.to().place(), document.warehouse())) {
                book.merge(line.lot(), line.quantity().negated(), Quantity::plus);
            }
            if (isAt(line.from().place(), document.warehouse())) {
                book.merge(line.lot(), line.quantity(), Quantity::plus);
            }
        }
        return book;
    }

    private static Set<LotKey> named(KeptDocument inventory) {
        return inventory.document().lines().stream()
                .flatMap(line -> MeantLots.known(line).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isAt(Place place, SiteId site) {
        return place.kind() == PlaceKind.LOCATION && place.site().equals(site);
    }

    private static ComparisonState state(List<StockComparison.Row> rows) {
        return rows.stream().anyMatch(StockComparison.Row::differs) ? ComparisonState.DIFFERS : ComparisonState.AGREES;
    }

    private static List<String> numbers(List<KeptDocument> answers) {
        return answers.stream().map(answer -> answer.document().number()).toList();
    }

    private Quantity base(StockDocument.Line line) {
        return Amounts.inBaseUnit(items.find(line.item()).orElseThrow(), line.quantity())
                .orElseThrow();
    }
}
