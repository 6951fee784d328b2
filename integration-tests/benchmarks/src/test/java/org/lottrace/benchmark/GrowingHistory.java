package org.lottrace.benchmark;

import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Batch after batch in the ledger: a lot of flour comes in and is moved, two lots of bread are baked of it, and all of that is
 * shipped in ten shipments. So the history grows and the stock does not. 19 events, 3 lots; each event a second after the one before.
 */
final class GrowingHistory {
    private static final int BATCHES_AT_ONCE = 50;
    private static final int LOAVES = 240;
    private static final int BREADS = 2;
    private static final int SHIPMENTS_OF_A_BREAD = 5;
    private static final int MOVES = 3;
    private static final int EVENTS_OF_A_BATCH = 19;
    private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

    private final TestDatabase database;
    private final Ledger ledger;
    private final LinePrice price;
    private int batches;
    private long events;

    /** Goes on with the history that is there. */
    GrowingHistory(TestDatabase database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
        Item flour = database.unitOfWork()
                .required(() -> database.items().find(FLOUR))
                .orElseThrow();
        batches = Integer.parseInt(database.texts("select count(*) from lot where lot_number like 'F%'")
                .get(0));
        events = (long) batches * EVENTS_OF_A_BATCH;
        price = LinePrice.of(
                flour,
                new UnitPrice(new BigDecimal("0.50"), "EUR", quantity("1 KGM").unit()));
    }

    /** Appends whole batches until there are that many events of them. */
    void growTo(long number) {
        while (events < number) {
            database.unitOfWork().run(this::appendBatches);
        }
    }

    /** As a bulk capture does it: the lots and events of all are locked and looked up once, then each is appended. */
    private void appendBatches() {
        List<Lot> lots = new ArrayList<>();
        List<TraceEvent> all = new ArrayList<>();
        for (int one = 0; one < BATCHES_AT_ONCE; one++) {
            addBatch(lots, all);
        }
        database.lots().insert(lots.toArray(Lot[]::new));
        ledger.lockFor(
                all.stream().map(TraceEvent::id).toList(),
                lots.stream().map(Lot::key).toList(),
                all.get(0).context().effective());
        all.forEach(event -> done(ledger.append(event)));
    }

    long events() {
        return events;
    }

    int batches() {
        return batches;
    }

    static Lot flour(int batch) {
        return aLot("F" + batch).of(FLOUR).from(MILL).build();
    }

    static Lot bread(int batch, int number) {
        return aLot("B" + batch + "-" + number)
                .of(BREAD)
                .madeAt(BERLIN)
                .producedOn("2026-01-05")
                .expiring("2026-12-31")
                .build();
    }

    static String shipment(int batch, int bread, int number) {
        return "S" + batch + "-" + bread + "-" + number;
    }

    private void addBatch(List<Lot> lots, List<TraceEvent> all) {
        int batch = batches;
        batches++;
        Lot flour = flour(batch);
        lots.add(flour);
        Place oven = Place.transformation(BERLIN);
        String purchaseOrder = "PO" + batch;
        add(all, event(RECEIVE).of(DocumentType.PURCHASE_ORDER, purchaseOrder).with(received(flour, purchaseOrder)));
        for (int move = 0; move < MOVES; move++) {
            add(
                    all,
                    event(TRANSFER)
                            .moving(
                                    flour.key(),
                                    "200 KGM",
                                    in(move % 2 == 0 ? SHELF : DOCK),
                                    in(move % 2 == 0 ? DOCK : SHELF)));
        }
        add(all, event(TRANSFER).moving(flour.key(), "200 KGM", in(DOCK), in(SHELF)));
        for (int number = 0; number < BREADS; number++) {
            Lot bread = bread(batch, number);
            lots.add(bread);
            String order = "P" + batch + "-" + number;
            Place process = Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, order));
            add(
                    all,
                    event(CONSUME)
                            .of(DocumentType.PRODUCTION_ORDER, order)
                            .moving(flour.key(), "100 KGM", in(SHELF), process));
            add(
                    all,
                    event(PRODUCE)
                            .of(DocumentType.PRODUCTION_ORDER, order)
                            .moving(flour.key(), "100 KGM", process, oven)
                            .moving(bread.key(), LOAVES + " C62", oven, in(SHELF))
                            .making(bread.key(), flour.key(), "100 KGM"));
            for (int shipment = 0; shipment < SHIPMENTS_OF_A_BREAD; shipment++) {
                add(all, shipped(bread, shipment(batch, number, shipment)));
            }
        }
    }

    private EventBuilder shipped(Lot bread, String shipment) {
        return event(SHIP)
                .of(DocumentType.SHIPMENT, shipment)
                .moving(
                        bread.key(),
                        LOAVES / SHIPMENTS_OF_A_BREAD + " C62",
                        Position.at(in(SHELF)),
                        Position.at(Place.party(MARKET)),
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "O" + shipment), 1));
    }

    private EventLine received(Lot flour, String purchaseOrder) {
        Quantity all = quantity("200 KGM");
        return new EventLine(
                        flour.key(),
                        Position.at(Place.party(MILL)),
                        Position.at(in(SHELF)),
                        all,
                        all,
                        Optional.of(new OrderLineReference(
                                new DocumentReference(DocumentType.PURCHASE_ORDER, purchaseOrder), 1)))
                .at(price);
    }

    private EventBuilder event(EventType type) {
        events++;
        return anEvent("h" + events, type)
                .in(aContext("h" + events)
                        .at(BEGIN.plusSeconds(events).toString())
                        .build());
    }

    private static void add(List<TraceEvent> all, EventBuilder event) {
        all.add(event.build());
    }
}
