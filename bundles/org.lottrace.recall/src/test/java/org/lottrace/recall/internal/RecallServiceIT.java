package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.Outcomes.refusals;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallScope;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Wheat became dough; the dough became two lots of bread, one partly shipped; what is left of the wheat is partly on the
 * shelf and partly consumed by a production order that has no output yet. Rye became a third bread.
 */
class RecallServiceIT {
    private static final Lot WHEAT = aLot("WHEAT").of(FLOUR).build();
    private static final Lot RYE = aLot("RYE").of(FLOUR).build();
    private static final Lot KNEADED = aLot("KNEADED").of(DOUGH).madeAt(BERLIN).build();
    private static final Lot MONDAY = bread("MONDAY", "2026-03-20");
    private static final Lot TUESDAY = bread("TUESDAY", "2026-03-21");
    private static final Lot RYE_BREAD = bread("RYE-BREAD", "2026-03-30");
    private static final Place ON_SHELF = in(SHELF);
    private static final Place MADE = Place.transformation(BERLIN);

    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final Ledger ledger = company.service(Ledger.class);
    private final Holds holds = company.service(Holds.class);
    private final Recall recall = company.service(Recall.class);
    private final Allocation allocation = company.service(Allocation.class);

    @BeforeEach
    void days_in_the_bakery() {
        database.unitOfWork().run(() -> {
            List.of(WHEAT, RYE, KNEADED, MONDAY, TUESDAY, RYE_BREAD).forEach(database.lots()::insert);
            database.salesOrders()
                    .save(aSalesOrder("O1").ordering(BREAD, "25 C62").build());
        });
        Place order = Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P9"));
        append(anEvent("n1", RECEIVE)
                .moving(WHEAT.key(), "100 KGM", Place.party(MILL), ON_SHELF)
                .moving(RYE.key(), "50 KGM", Place.party(MILL), ON_SHELF)
                .build());
        append(anEvent("p1", PRODUCE)
                .moving(WHEAT.key(), "60 KGM", ON_SHELF, MADE)
                .making(KNEADED.key(), WHEAT.key(), "60 KGM")
                .build());
        append(anEvent("p2", PRODUCE)
                .moving(MONDAY.key(), "10 C62", MADE, ON_SHELF)
                .making(MONDAY.key(), KNEADED.key(), "10 KGM")
                .build());
        append(anEvent("p3", PRODUCE)
                .moving(TUESDAY.key(), "20 C62", MADE, ON_SHELF)
                .making(TUESDAY.key(), KNEADED.key(), "20 KGM")
                .build());
        append(anEvent("p4", PRODUCE)
                .moving(RYE_BREAD.key(), "15 C62", MADE, ON_SHELF)
                .making(RYE_BREAD.key(), RYE.key(), "15 KGM")
                .build());
        append(anEvent("c1", CONSUME)
                .moving(WHEAT.key(), "5 KGM", ON_SHELF, order)
                .build());
        append(anEvent("s1", SHIP)
                .of(DocumentType.SHIPMENT, "S1")
                .moving(MONDAY.key(), "4 C62", ON_SHELF, Place.party(MARKET))
                .build());
    }

    @Test
    void the_scope_is_every_lot_that_contains_a_suspect_where_it_is_and_who_received_it() {
        RecallScope scope = recall.scope(List.of(WHEAT.key()));

        assertEquals("WHEAT0 KNEADED1 MONDAY2 TUESDAY2", affected(scope));
        assertEquals(
                List.of(
                        "MONDAY 6 C62 BER/A-01",
                        "TUESDAY 20 C62 BER/A-01",
                        "WHEAT 35 KGM BER/A-01",
                        "WHEAT 5 KGM PRODUCTION_ORDER P9"),
                scope.onHand().stream()
                        .map(b -> b.lot().number() + " " + b.quantity() + " " + b.position())
                        .toList());
        assertEquals(
                List.of("MONDAY 4 C62 MARKET"),
                scope.shipments().stream()
                        .map(h -> h.lot().number() + " " + h.quantity() + " " + h.party())
                        .toList());
        assertEquals(7, scope.ledgerPosition());
        assertEquals(List.of(), holds.notSellable());
    }

    @Test
    void the_scope_is_told_as_it_was_when_a_decision_was_taken() {
        RecallScope now = recall.scope(List.of(WHEAT.key()));

        RecallScope then = recall.scope(List.of(WHEAT.key()), AsOf.position(6));

        assertEquals(affected(now), affected(then));
        assertEquals(List.of(), then.shipments(), "the bread had not left");
        assertTrue(
                then.onHand().stream()
                        .anyMatch(one -> one.lot().equals(MONDAY.key())
                                && one.quantity().toString().equals("10 C62")),
                () -> then.onHand().toString());
        assertEquals(6, then.ledgerPosition());
        assertEquals("WHEAT0", affected(recall.scope(List.of(WHEAT.key()), AsOf.position(0))));
        assertEquals(now, recall.scope(List.of(WHEAT.key()), AsOf.position(7)));
    }

    @Test
    void suspects_may_overlap_and_their_order_changes_nothing() {
        List<LotKey> suspects = new ArrayList<>(List.of(MONDAY.key(), RYE.key(), WHEAT.key(), MONDAY.key()));
        RecallScope scope = recall.scope(suspects);

        Collections.reverse(suspects);

        assertEquals(scope, recall.scope(suspects));
        assertEquals("MONDAY0 RYE0 WHEAT0 RYE-BREAD1 KNEADED1 TUESDAY2", affected(scope));
    }

    @Test
    void isolating_holds_every_affected_lot_in_one_event_and_leaves_out_what_is_held() {
        holds.hold(aContext("h1").request(), List.of(TUESDAY.key()), "burnt");

        RecordedEvent recorded = isolated("i1", WHEAT.key());

        assertEquals(
                "KNEADED MONDAY WHEAT",
                recorded.event().dispositionChanges().stream()
                        .map(c -> c.lot().number().value())
                        .sorted()
                        .collect(Collectors.joining(" ")));
        assertEquals(
                List.of("burnt", "glass in the mill"),
                holds.notSellable().stream()
                        .map(LotDisposition::reason)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** OCA/stock-logistics-workflow#110: a block beats a reservation, and nothing is allocated after it. */
    @Test
    void a_hold_stops_allocation_at_once() {
        assertEquals("MONDAY 6, TUESDAY 19", allocated("O1"));

        isolated("i1", WHEAT.key());

        assertEquals("- 25", text(allocation.show("O1")));
        assertEquals("RYE-BREAD 15 - 10", allocated("O1"));

        holds.release(aContext("r1").request(), List.of(TUESDAY.key()), "laboratory says it is fine");

        assertEquals("TUESDAY 10, RYE-BREAD 15", allocated("O1"));
    }

    @Test
    void sent_again_it_means_what_it_held_then() {
        RecordedEvent first = isolated("i1", WHEAT.key());
        append(anEvent("p5", PRODUCE)
                .making(RYE_BREAD.key(), KNEADED.key(), "1 KGM")
                .build());

        Outcome<RecordedEvent> again =
                recall.isolate(aContext("i1").request(), List.of(WHEAT.key()), "glass in the mill");

        assertEquals(new Outcome.AlreadyDone<>(first), again);
        assertEquals(List.of("EVENT_ID_REUSED"), refused("n1", WHEAT.key()));
        assertEquals(List.of("EVENT_ID_REUSED"), refused("i1", RYE.key()));
        assertEquals(List.of("EVENT_ID_REUSED"), refused("i1", WHEAT.key(), RYE.key()));
        assertEquals(List.of("EVENT_ID_REUSED"), refused("i1", MONDAY.key()));
        assertEquals(List.of(RYE_BREAD.key()), changed(isolated("i2", WHEAT.key())));
    }

    @Test
    void says_why_nothing_is_held() {
        LotKey unknown = aLot("UNKNOWN").key();
        assertEquals(List.of("LOT_UNKNOWN"), refused("i1", WHEAT.key(), unknown));
        assertEquals(List.of(), holds.notSellable());

        isolated("i2", WHEAT.key());

        assertEquals(List.of("NOTHING_TO_HOLD"), refused("i3", MONDAY.key()));
    }

    private void append(TraceEvent event) {
        done(ledger.append(event));
    }

    private RecordedEvent isolated(String event, LotKey... suspects) {
        return done(recall.isolate(aContext(event).request(), List.of(suspects), "glass in the mill"));
    }

    private List<String> refused(String event, LotKey... suspects) {
        return refusals(recall.isolate(aContext(event).request(), List.of(suspects), "glass in the mill"));
    }

    private String allocated(String order) {
        return text(allocation.allocate(order));
    }

    private static List<LotKey> changed(RecordedEvent recorded) {
        return recorded.event().dispositionChanges().stream().map(c -> c.lot()).toList();
    }

    private static String affected(RecallScope scope) {
        return scope.affected().stream()
                .map(l -> l.lot().number().value() + l.level())
                .collect(Collectors.joining(" "));
    }

    private static String text(Outcome<List<LineAllocation>> result) {
        LineAllocation line = done(result).get(0);
        String lots = line.reservations().stream()
                .map(r -> r.lot().number() + " " + r.quantity().amount().toPlainString())
                .collect(Collectors.joining(", "));
        return line.shortBy().isZero()
                ? lots
                : (lots + " - " + line.shortBy().amount().toPlainString()).trim();
    }

    private static Lot bread(String number, String expiry) {
        return aLot(number).of(BREAD).madeAt(BERLIN).expiring(expiry).build();
    }
}
