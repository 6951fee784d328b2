package org.lottrace.genealogy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.testing.TestDatabase;

/** Two lots of flour and one of salt become dough, dough becomes bread, bread is sold and some of it comes back. */
class GenealogyServiceTest {
    private static final Lot WHEAT = aLot("WHEAT").of(FLOUR).build();
    private static final Lot RYE = aLot("RYE").of(FLOUR).build();
    private static final Lot SEA = aLot("SEA").of(SALT).build();
    private static final Lot KNEADED = aLot("KNEADED").of(DOUGH).madeAt(BERLIN).build();
    private static final Lot LOAVES = aLot("LOAVES").of(BREAD).madeAt(BERLIN).build();
    private static final Lot LATER = aLot("LATER").of(BREAD).madeAt(BERLIN).build();

    private final RecordedEvents recorded = new RecordedEvents(TestDatabase.h2().withBakery());
    private final Genealogy genealogy = new GenealogyService(
            recorded.database().unitOfWork(), recorded.database().ledger());

    @BeforeEach
    void a_day_in_the_bakery() {
        recorded.lots(WHEAT, RYE, SEA, KNEADED, LOAVES, LATER);
        recorded.append(receipt("n1", WHEAT, "100 KGM"));
        recorded.append(receipt("n2", RYE, "50 KGM"));
        recorded.append(receipt("n3", SEA, "5 KGM"));
        recorded.append(anEvent("p1", PRODUCE)
                .of(DocumentType.PRODUCTION_ORDER, "P1")
                .making(KNEADED.key(), WHEAT.key(), "60 KGM")
                .making(KNEADED.key(), RYE.key(), "40 KGM")
                .making(KNEADED.key(), SEA.key(), "2 KGM")
                .build());
        recorded.append(anEvent("p2", PRODUCE)
                .of(DocumentType.PRODUCTION_ORDER, "P2")
                .making(LOAVES.key(), KNEADED.key(), "80 KGM")
                .build());
        recorded.append(anEvent("s1", SHIP)
                .of(DocumentType.SHIPMENT, "S1")
                .of(DocumentType.SALES_ORDER, "O1")
                .moving(LOAVES.key(), "120 C62", in(DOCK), Place.party(MARKET))
                .build());
        recorded.append(anEvent("r1", RETURN)
                .of(DocumentType.RETURN_ORDER, "R1")
                .moving(LOAVES.key(), "20 C62", Place.party(MARKET), in(DOCK))
                .build());
    }

    /** OCA/stock-logistics-workflow#1173: all shipments that involved a lot directly or indirectly. */
    @Test
    void forward_from_an_ingredient_to_the_customers_with_quantities() {
        Trace trace = genealogy.trace(TraceRequest.of(Direction.FORWARD, RYE.key()));

        assertEquals("RYE0 KNEADED1 LOAVES2", lots(trace));
        assertEquals("p1 RYE>KNEADED 40 KGM, p2 KNEADED>LOAVES 80 KGM", edges(trace));
        assertEquals(
                "n2 RECEIVE MILL RYE 50 KGM, s1 SHIP MARKET LOAVES 120 C62, r1 RETURN MARKET LOAVES 20 C62",
                handovers(trace));
        assertEquals(7, trace.ledgerPosition());
    }

    /** frappe/erpnext#50279, #51459: shows every lot of a component, and drops no level. */
    @Test
    void backward_from_a_finished_lot_to_every_supplier_lot() {
        Trace trace = genealogy.trace(TraceRequest.of(Direction.BACKWARD, LOAVES.key()));

        assertEquals("LOAVES0 KNEADED1 RYE2 WHEAT2 SEA2", lots(trace));
        assertEquals(
                "p1 RYE>KNEADED 40 KGM, p1 WHEAT>KNEADED 60 KGM, p1 SEA>KNEADED 2 KGM, p2 KNEADED>LOAVES 80 KGM",
                edges(trace));
        assertEquals(5, trace.handovers().size());
    }

    @Test
    void an_unknown_lot_gives_a_trace_with_only_itself() {
        LotKey unknown = aLot("UNKNOWN").key();

        Trace trace = genealogy.trace(TraceRequest.of(Direction.FORWARD, unknown));

        assertEquals("UNKNOWN0", lots(trace));
        assertEquals(List.of(), trace.edges());
        assertEquals(List.of(), trace.handovers());
    }

    /** odoo/odoo#77895: a lot that goes back in as its own ingredient made the trace recurse for ever. */
    @Test
    void a_rework_loop_ends() {
        recorded.append(anEvent("p3", PRODUCE)
                .making(KNEADED.key(), LOAVES.key(), "3 KGM")
                .build());

        assertEquals("WHEAT0 KNEADED1 LOAVES2", lots(genealogy.trace(TraceRequest.of(Direction.FORWARD, WHEAT.key()))));
        assertEquals(
                "KNEADED0 LOAVES1 RYE1 WHEAT1 SEA1",
                lots(genealogy.trace(TraceRequest.of(Direction.BACKWARD, KNEADED.key()))));
    }

    private static TraceEvent receipt(String notice, Lot lot, String quantity) {
        return anEvent(notice, RECEIVE)
                .of(DocumentType.SHIP_NOTICE, notice)
                .moving(lot.key(), quantity, Place.party(MILL), in(DOCK))
                .build();
    }

    private static String lots(Trace trace) {
        return trace.lots().stream()
                .map(l -> l.lot().number().value() + l.level())
                .collect(Collectors.joining(" "));
    }

    private static String edges(Trace trace) {
        return trace.edges().stream()
                .map(e -> e.event() + " " + e.edge().input().number() + ">"
                        + e.edge().output().number() + " " + e.edge().quantity())
                .collect(Collectors.joining(", "));
    }

    private static String handovers(Trace trace) {
        return trace.handovers().stream()
                .map(h -> h.event() + " " + h.type() + " " + h.party() + " "
                        + h.lot().number() + " " + h.quantity())
                .collect(Collectors.joining(", "));
    }
}
