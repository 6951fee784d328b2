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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceFilter;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.testing.TestDatabase;

/** Two lots of flour and one of salt become dough, dough becomes bread, bread is sold and some of it comes back. */
class GenealogyServiceIT {
    private static final Lot WHEAT = aLot("WHEAT").of(FLOUR).build();
    private static final Lot RYE = aLot("RYE").of(FLOUR).build();
    private static final Lot SEA = aLot("SEA").of(SALT).build();
    private static final Lot KNEADED = aLot("KNEADED").of(DOUGH).madeAt(BERLIN).build();
    private static final Lot LOAVES = aLot("LOAVES").of(BREAD).madeAt(BERLIN).build();
    private static final Lot LATER = aLot("LATER").of(BREAD).madeAt(BERLIN).build();

    private final RecordedEvents recorded = new RecordedEvents(TestDatabase.h2().withBakery());
    private final Genealogy genealogy = recorded.genealogy();

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
                .moving(LOAVES.key(), "120 C62", Place.transformation(BERLIN), in(DOCK))
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

    /** 120 loaves were made and 20 of them came back: 60 are half of the lot, not 60 of 140. */
    @Test
    void what_came_back_does_not_make_a_share_smaller() {
        recorded.append(anEvent("p3", PRODUCE)
                .making(LATER.key(), LOAVES.key(), "60 C62")
                .build());

        assertEquals(
                List.of("0.500000"),
                genealogy.trace(TraceRequest.of(Direction.BACKWARD, LATER.key())).edges().stream()
                        .filter(edge -> edge.edge().output().equals(LATER.key()))
                        .map(edge -> edge.shareOfInput().orElseThrow().toString())
                        .toList());
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

    @Test
    void a_unit_of_work_sees_what_it_has_appended_and_nobody_else_does() {
        database().unitOfWork().run(() -> {
            recorded.append(bakedAgain());
            assertEquals("WHEAT0 KNEADED1 LOAVES2 LATER3", lots(forward(WHEAT)));
            database().unitOfWork().rollbackOnly();
        });

        assertEquals("WHEAT0 KNEADED1 LOAVES2", lots(forward(WHEAT)));
        assertEquals(7, forward(WHEAT).ledgerPosition());
    }

    @Test
    void what_another_program_records_is_seen_at_once() {
        forward(WHEAT);
        recorded.append(bakedAgain());

        assertEquals("WHEAT0 KNEADED1 LOAVES2 LATER3", lots(forward(WHEAT)));
        assertEquals(8, forward(WHEAT).ledgerPosition());
    }

    /** odoo/odoo#262008: the past was filtered by what there is today, and lots used up since were missing. */
    @Test
    void as_of_a_past_position_stock_is_where_it_was_then() {
        TraceRequest request = TraceRequest.of(Direction.FORWARD, WHEAT.key());

        assertEquals("BER/DOCK WHEAT 100 KGM", onHand(genealogy.trace(request.asOf(AsOf.position(1)))));
        Trace then = genealogy.trace(request.asOf(AsOf.position(4)));
        assertEquals("WHEAT0 KNEADED1", lots(then));
        assertEquals(4, then.ledgerPosition());
        assertEquals("n1 RECEIVE MILL WHEAT 100 KGM", handovers(then));
    }

    @ParameterizedTest
    @CsvSource({
        // every event is recorded at 08:00; the days are those on which it happened
        "2026-03-02T07:59:59Z, , WHEAT0",
        "2026-03-02T08:00:00Z, , WHEAT0 KNEADED1 LOAVES2",
        ", 2026-03-01T00:00:00Z, WHEAT0",
        ", 2026-03-02T08:00:00Z, WHEAT0 KNEADED1 LOAVES2",
    })
    void as_of_a_time_it_shows_what_was_known_or_had_happened_then(Instant knownAt, Instant happenedBy, String lots) {
        AsOf then = new AsOf(Optional.empty(), Optional.ofNullable(knownAt), Optional.ofNullable(happenedBy));

        assertEquals(
                lots,
                lots(genealogy.trace(
                        TraceRequest.of(Direction.FORWARD, WHEAT.key()).asOf(then))));
    }

    @Test
    void both_ways_is_both_answers_in_one() {
        Trace both = genealogy.trace(TraceRequest.of(Direction.BOTH, KNEADED.key()));

        assertEquals("KNEADED0 LOAVES1 RYE1 WHEAT1 SEA1", lots(both));
        assertEquals(4, both.edges().size());
    }

    @Test
    void edges_say_what_part_they_are_of_the_lots_at_their_ends() {
        Trace trace = forward(RYE);

        assertEquals(
                "0.800000 0.392157, ? 1.000000",
                trace.edges().stream()
                        .map(e -> e.shareOfInput().map(BigDecimal::toString).orElse("?") + " "
                                + e.shareOfOutput().orElseThrow())
                        .collect(Collectors.joining(", ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        BREAD |     |        |         | WHEAT0 LOAVES2         | p2 | s1 r1 | 20 C62
              | POT |        |         | WHEAT0                 |    |       |
              |     | MARKET |         | WHEAT0 LOAVES2         |    | s1 r1 |
              |     |        | 70 KGM  | WHEAT0 KNEADED1 LOAVES2| p2 | n1 s1 r1 | 20 C62, 100 KGM
              |     |        | 100 C62 | WHEAT0 KNEADED1 LOAVES2| p1 p2 | n1 s1 | 100 KGM
        """)
    void a_filter_hides_and_never_stops(
            ItemNumber item,
            SiteId site,
            PartyId party,
            String minimum,
            String lots,
            String edges,
            String handovers,
            String onHand) {
        TraceFilter filter = new TraceFilter(
                Set.copyOf(given(item)),
                Set.copyOf(given(site)),
                Set.copyOf(given(party)),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(minimum).map(EventBuilder::quantity));

        Trace trace =
                genealogy.trace(TraceRequest.of(Direction.FORWARD, WHEAT.key()).showing(filter));

        assertEquals(lots, lots(trace));
        assertEquals(
                Optional.ofNullable(edges).orElse(""),
                trace.edges().stream().map(e -> e.event().value()).collect(Collectors.joining(" ")));
        assertEquals(
                Optional.ofNullable(handovers).orElse(""),
                trace.handovers().stream().map(h -> h.event().value()).collect(Collectors.joining(" ")));
        assertEquals(
                Optional.ofNullable(onHand).orElse(""),
                trace.onHand().stream().map(b -> b.quantity().toString()).collect(Collectors.joining(", ")));
    }

    private static <T> List<T> given(T value) {
        return Optional.ofNullable(value).stream().toList();
    }

    private static TraceEvent bakedAgain() {
        return anEvent("p3", PRODUCE).making(LATER.key(), LOAVES.key(), "3 C62").build();
    }

    private Trace forward(Lot lot) {
        return genealogy.trace(TraceRequest.of(Direction.FORWARD, lot.key()));
    }

    private TestDatabase database() {
        return recorded.database();
    }

    private static String onHand(Trace trace) {
        return trace.onHand().stream()
                .map(b -> b.position() + " " + b.lot().number() + " " + b.quantity())
                .collect(Collectors.joining(", "));
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
