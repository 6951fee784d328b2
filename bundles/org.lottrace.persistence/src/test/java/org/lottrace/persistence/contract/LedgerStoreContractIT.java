package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.SALES_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.REVERSE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementLine;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.event.NewestEvents;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.fixture.WholeEvent;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;

class LedgerStoreContractIT extends StoreContract {
    private static final Instant RECORDED = Instant.parse("2026-03-02T08:00:00.123456789Z");

    @Test
    void an_event_comes_back_exactly() {
        LotKey flour = stored(aLot("F").build());
        LotKey dough = stored(aLot("D").of(DOUGH).madeAt(BERLIN).build());
        TraceEvent event = anEvent("e1", PRODUCE)
                .in(aContext("e1")
                        .at("2025-10-26T00:30:00.000000001Z")
                        .countingOn("2025-10-25")
                        .on("Linie 2", "früh")
                        .build())
                .of(PRODUCTION_ORDER, "P1")
                .of(SALES_ORDER, "S1")
                .correcting("e0")
                .moving(
                        flour,
                        "0.000001 KGM",
                        Position.at(in(SHELF), pallet(1)),
                        Position.at(Place.transformation(BERLIN)),
                        new OrderLineReference(new DocumentReference(PRODUCTION_ORDER, "P1"), 3))
                .moving(dough, "999999999999999.999999 KGM", Place.transformation(BERLIN), in(SHELF))
                .making(dough, flour, "12.5 KGM")
                .setting(dough, Disposition.ON_HOLD, "too warm: 31 °C")
                .build();

        RecordedEvent recorded = append(event);

        assertEquals(Optional.of(recorded), db.ledger().find(event.id()));
        assertEquals(Optional.empty(), db.ledger().find(new EventId("e2")));
    }

    @Test
    void everything_that_an_event_can_say_comes_back() {
        LotKey flour = stored(aLot("F").build());
        LotKey other = stored(aLot("G").build());

        RecordedEvent recorded = append(WholeEvent.of(flour, other));

        assertEquals(List.of(recorded), db.ledger().after(0, 10));
        assertEquals(List.of(1L), positionsOf(List.of(other), 0, 10));
    }

    @Test
    void the_form_and_the_cell_of_an_event_come_back() {
        TraceEvent event = anEvent("e1", RECEIVE).build();
        RecordedEvent old = new RecordedEvent(event, 1, 7, 1, RECORDED, "ab");

        db.unitOfWork().run(() -> {
            db.ledger().lockHead();
            db.ledger().append(old);
        });

        assertEquals(Optional.of(old), db.ledger().find(event.id()));
    }

    @Test
    void an_event_id_is_taken_once_whatever_the_event_is() {
        append(anEvent("e1", RECEIVE).build());

        assertThrows(RuntimeException.class, () -> append(anEvent("e1", SHIP).build()));
    }

    @Test
    void the_head_follows_the_events() {
        assertEquals(LedgerHead.EMPTY, db.ledger().head());

        RecordedEvent first = append(anEvent("e1", HOLD).build());

        assertEquals(new LedgerHead(1, first.hash()), db.ledger().head());
    }

    @Test
    void an_event_that_does_not_follow_the_head_is_refused() {
        TraceEvent event = anEvent("e1", HOLD).build();

        assertThrows(IllegalStateException.class, () -> db.ledger().append(recorded(event, 2)));
        assertThrows(IllegalStateException.class, () -> db.ledger().lockHead(), "a lock without a unit of work");
        assertEquals(LedgerHead.EMPTY, db.ledger().head());
    }

    @Test
    void two_threads_get_positions_without_gaps() {
        contend(20, () -> append(anEvent(UUID.randomUUID().toString(), HOLD).build()));

        assertEquals(
                LongStream.rangeClosed(1, 40).boxed().toList(),
                db.ledger().after(0, 100).stream().map(RecordedEvent::position).toList());
    }

    @Test
    void events_are_read_by_the_lots_they_name() {
        LotKey flour = stored(aLot("F").build());
        LotKey salt = stored(aLot("S").build());
        LotKey dough = stored(aLot("D").of(DOUGH).madeAt(BERLIN).build());
        append(anEvent("e1", RECEIVE)
                .moving(flour, "1 KGM", Place.party(MILL), in(SHELF))
                .moving(flour, "2 KGM", Place.party(MILL), in(GATE))
                .build());
        append(anEvent("e2", RECEIVE)
                .moving(salt, "1 KGM", Place.party(MILL), in(SHELF))
                .build());
        append(anEvent("e3", PRODUCE).making(dough, flour, "1 KGM").build());
        append(anEvent("e4", HOLD)
                .setting(dough, Disposition.ON_HOLD, "too warm")
                .build());

        assertEquals(List.of(1L, 3L), positionsOf(List.of(flour), 0, 9));
        assertEquals(List.of(3L, 4L), positionsOf(List.of(dough), 0, 9));
        assertEquals(List.of(2L, 3L), positionsOf(List.of(flour, salt, dough), 1, 2));
        assertEquals(List.of(), positionsOf(List.of(salt), 2, 9));
        assertEquals(
                db.ledger().after(0, 1), db.ledger().eventsOf(List.of(flour), 0, 1), "the whole event, with all lines");
    }

    @Test
    void events_are_read_by_document_and_by_position() {
        append(anEvent("e1", RECEIVE)
                .of(SHIP_NOTICE, "N1")
                .of(PURCHASE_ORDER, "1")
                .build());
        append(anEvent("e2", RECEIVE).of(SHIP_NOTICE, "N2").of(SHIPMENT, "1").build());
        append(anEvent("e3", RECEIVE)
                .of(PURCHASE_ORDER, "1")
                .of(PURCHASE_ORDER, "1")
                .build());

        assertEquals(List.of("e1", "e3"), ids(db.ledger().byDocument(new DocumentReference(PURCHASE_ORDER, "1"))));
        assertEquals(
                db.ledger().byDocument(new DocumentReference(PURCHASE_ORDER, "1")).stream()
                        .map(RecordedEvent::position)
                        .toList(),
                db.ledger().positionsOf(new DocumentReference(PURCHASE_ORDER, "1")));
        assertEquals(List.of("e2"), ids(db.ledger().after(1, 1)));
        assertEquals(List.of("e2", "e3"), ids(db.ledger().after(1, 10)));
        assertEquals(List.of(), ids(db.ledger().after(3, 10)));
    }

    @Test
    void the_newest_events_come_first_by_type_site_and_lot_a_stretch_at_a_time() {
        LotKey flour = stored(aLot("F").build());
        append(anEvent("e1", RECEIVE)
                .moving(flour, "1 KGM", Place.transformation(BERLIN), in(SHELF))
                .build());
        append(anEvent("e2", HOLD).setting(flour, Disposition.ON_HOLD, "why").build());
        append(anEvent("e3", RECEIVE).build());
        append(anEvent("e4", HOLD).build());

        NewestEvents all = db.ledger().newest(EventFilter.NONE, 5, 3);
        assertEquals(List.of("e4", "e3", "e2"), ids(all.events()));
        assertEquals(Optional.of(2L), all.before());
        assertEquals(
                new NewestEvents(db.ledger().after(0, 1), Optional.empty()),
                db.ledger().newest(EventFilter.NONE, all.before().get(), 3));
        assertEquals(List.of("e3", "e1"), newest(Optional.of(RECEIVE), Optional.of(BERLIN), Optional.empty()));
        assertEquals(List.of(), newest(Optional.empty(), Optional.of(new SiteId("POT")), Optional.empty()));
        assertEquals(List.of("e2", "e1"), newest(Optional.empty(), Optional.empty(), Optional.of(flour)));
        assertEquals(List.of("e2"), newest(Optional.of(HOLD), Optional.of(BERLIN), Optional.of(flour)));
        assertEquals(
                List.of(), newest(Optional.empty(), Optional.empty(), Optional.of(LotKey.parse("MILL/FLOUR/NOBODY"))));
        assertEquals(new NewestEvents(List.of(), Optional.empty()), db.ledger().newest(EventFilter.NONE, 1, 3));
    }

    private List<String> newest(Optional<EventType> type, Optional<SiteId> site, Optional<LotKey> lot) {
        return ids(db.ledger().newest(new EventFilter(type, site, lot), 5, 10).events());
    }

    @Test
    void movements_are_found_by_each_thing_that_can_be_asked_for_alone() {
        LotKey flour = stored(aLot("F").build());
        LotKey dough = stored(aLot("D").of(DOUGH).madeAt(BERLIN).build());
        append(anEvent("came", RECEIVE)
                .in(aContext("came").at("2026-02-01T10:00:00Z").by("Anna").build())
                .of(PURCHASE_ORDER, "PO1")
                .moving(flour, "10 KGM", Position.at(Place.party(MILL)), Position.at(in(SHELF), pallet(1)))
                .moving(flour, "5 KGM", Position.at(Place.party(MILL)), Position.at(in(SHELF)))
                .build());
        append(anEvent("made", PRODUCE)
                .in(aContext("made").at("2026-02-02T10:00:00Z").by("Ben").build())
                .moving(dough, "3 KGM", Place.transformation(BERLIN), in(SHELF))
                .build());
        append(anEvent("left", SHIP)
                .in(aContext("left").at("2026-02-03T10:00:00Z").by("Ben").build())
                .of(SHIPMENT, "S1")
                .moving(flour, "10 KGM", Position.at(in(SHELF), pallet(1)), Position.at(Place.party(MARKET), pallet(1)))
                .build());
        append(anEvent("held", HOLD).setting(flour, Disposition.ON_HOLD, "why").build());

        assertEquals(List.of("3-1", "2-1", "1-2", "1-1"), found(movementsOf("nothing", "")));
        assertEquals(List.of("3-1", "1-2", "1-1"), found(movementsOf("lot", flour.toString())));
        assertEquals(List.of("2-1"), found(movementsOf("item", dough.item().value())));
        assertEquals(List.of("3-1", "1-1"), found(movementsOf("unit", pallet(1).value())));
        assertEquals(List.of("3-1", "2-1", "1-2", "1-1"), found(movementsOf("site", BERLIN.value())));
        assertEquals(List.of("1-2", "1-1"), found(movementsOf("party", MILL.value())));
        assertEquals(List.of("3-1"), found(movementsOf("party", MARKET.value())));
        assertEquals(List.of("3-1"), found(movementsOf("document", "S1")));
        assertEquals(List.of("2-1"), found(movementsOf("type", PRODUCE.code())));
        assertEquals(List.of("1-2", "1-1"), found(movementsOf("actor", "Anna")));
        assertEquals(List.of("2-1"), found(movementsOf("happened", "2026-02-02T10:00:00Z")));
        assertEquals(List.of(), found(movementsOf("happened", "2026-02-02T10:00:01Z")));
        assertEquals(List.of("3-1", "2-1", "1-2", "1-1"), found(movementsOf("recorded", RECORDED.toString())));
        assertEquals(
                List.of(),
                found(movementsOf("recorded", RECORDED.minusSeconds(5).toString())));
        assertEquals(List.of(), found(movementsOf("lot", "MILL/FLOUR/NOBODY")));
        assertEquals(List.of(), found(movementsOf("item", "NOTHING")));
    }

    @Test
    void movements_go_on_within_an_event_and_say_what_took_them_back() {
        LotKey flour = stored(aLot("F").build());
        RecordedEvent came = append(anEvent("came", RECEIVE)
                .moving(flour, "1 KGM", Place.party(MILL), in(SHELF))
                .moving(flour, "2 KGM", Place.party(MILL), in(DOCK))
                .moving(flour, "3 KGM", Place.party(MILL), in(GATE))
                .build());
        RecordedEvent back = append(reversalOf(came.event()));

        List<String> all = new ArrayList<>();
        Optional<MovementPlace> next = Optional.of(new MovementPlace(3, 0));
        List<MovementLine> lines = new ArrayList<>();
        while (next.isPresent()) {
            MovementPage page = db.ledger().movements(MovementFilter.NONE, next.get(), 2);
            lines.addAll(page.lines());
            page.lines().forEach(line -> all.add(line.place().toString()));
            next = page.next();
        }

        assertEquals(List.of("2-3", "2-2", "2-1", "1-3", "1-2", "1-1"), all);
        assertEquals(Optional.of(new EventId("came")), lines.get(0).corrects());
        assertEquals(Optional.empty(), lines.get(0).reversedBy());
        assertEquals(Optional.of(back.event().id()), lines.get(3).reversedBy());
        assertEquals(List.of(), lines.get(3).correctedBy());
        assertEquals("3 KGM", lines.get(3).quantity().toString());
        assertEquals(
                came.recorded().truncatedTo(ChronoUnit.MICROS),
                lines.get(3).recorded().truncatedTo(ChronoUnit.MICROS));
    }

    private List<String> found(MovementFilter filter) {
        MovementPage page = db.ledger().movements(filter, new MovementPlace(5, 0), 10);
        assertEquals(Optional.empty(), page.next());
        return page.lines().stream().map(line -> line.place().toString()).toList();
    }

    private static MovementFilter movementsOf(String by, String value) {
        Optional<Instant> moment =
                by.equals("happened") || by.equals("recorded") ? Optional.of(Instant.parse(value)) : Optional.empty();
        return new MovementFilter(
                only("lot", by, value, LotKey::parse),
                only("item", by, value, ItemNumber::new),
                only("unit", by, value, Sscc::new),
                only("site", by, value, SiteId::new),
                only("party", by, value, PartyId::new),
                only("document", by, value, number -> new DocumentReference(SHIPMENT, number)),
                only("type", by, value, code -> Coded.of(EventType.class, code)),
                by.equals("actor") ? value : "",
                moment.filter(from -> by.equals("happened")),
                moment.filter(from -> by.equals("happened")).map(from -> from.plusSeconds(1)),
                moment.filter(from -> by.equals("recorded")).map(from -> from.minusSeconds(1)),
                moment.filter(from -> by.equals("recorded")).map(from -> from.plusSeconds(1)));
    }

    private static <T> Optional<T> only(String field, String by, String value, Function<String, T> read) {
        return Optional.of(value).filter(text -> by.equals(field)).map(read);
    }

    @Test
    void hundreds_of_events_are_read_at_once() {
        inOne(() -> IntStream.rangeClosed(1, 600)
                .forEach(
                        i -> append(anEvent("e" + i, HOLD).of(SHIPMENT, "S" + i).build())));

        assertEquals(
                IntStream.rangeClosed(1, 600).mapToObj(i -> "S" + i).toList(),
                db.ledger().after(0, 1000).stream()
                        .map(recorded -> recorded.event().documents().get(0).number())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "1582-10-10", "1893-03-31", "9999-12-31"})
    void the_time_and_the_day_of_an_event_come_back_exactly_whenever_it_was(String day) {
        RecordedEvent recorded = append(anEvent("e1", HOLD)
                .in(aContext("e1").at(day + "T12:00:00.123456Z").countingOn(day).build())
                .build());

        assertEquals(Optional.of(recorded), db.ledger().find(new EventId("e1")));
    }

    @Test
    void lines_after_a_moment_are_those_of_events_in_force() {
        LotKey flour = stored(aLot("F").build());
        append(anEvent("early", RECEIVE)
                .moving(flour, "9 KGM", Place.party(MILL), in(SHELF))
                .build());
        TraceEvent wrong = append(anEvent("wrong", HOLD)
                        .in(aContext("wrong").at("2026-03-02T09:00:00Z").build())
                        .moving(flour, "4 KGM", in(SHELF), in(GATE))
                        .build())
                .event();
        append(reversalOf(wrong));
        append(anEvent("right", HOLD)
                .in(aContext("right").at("2026-03-02T09:00:00.000001Z").build())
                .moving(flour, "3 KGM", in(SHELF), in(GATE))
                .build());

        assertEquals(
                List.of("2026-03-02T09:00:00.000001Z 3 KGM"),
                db.ledger().linesAfter(List.of(flour), Bakery.NOW).stream()
                        .map(later -> later.happened() + " " + later.line().quantity())
                        .toList());
    }

    @Test
    void what_has_left_for_an_order_is_told_by_line_without_what_was_reversed() {
        LotKey flour = stored(aLot("F").build());
        DocumentReference order = new DocumentReference(SALES_ORDER, "S1");
        append(shipped("s1", flour, order, 1, "2 KGM", "3 KGM"));
        append(shipped("s2", flour, order, 2, "4 KGM"));
        append(reversalOf(append(shipped("s3", flour, order, 2, "5 KGM")).event()));
        append(shipped("s4", flour, new DocumentReference(SALES_ORDER, "S2"), 1, "6 KGM"));

        assertEquals(
                Map.of(
                        new OrderLineReference(order, 1), quantity("5 KGM"),
                        new OrderLineReference(order, 2), quantity("4 KGM")),
                db.ledger().shipped(order));
        assertEquals(Map.of(), db.ledger().shipped(new DocumentReference(SALES_ORDER, "S3")));
        assertEquals(
                Map.of(
                        new OrderLineReference(order, 1), quantity("5 KGM"),
                        new OrderLineReference(order, 2), quantity("4 KGM"),
                        new OrderLineReference(new DocumentReference(SALES_ORDER, "S2"), 1), quantity("6 KGM")),
                db.ledger().shippedForSalesOrders(List.of("S1", "S2", "S3")));
    }

    private static TraceEvent shipped(String id, LotKey lot, DocumentReference order, int line, String... quantities) {
        EventBuilder event = anEvent(id, SHIP).of(SHIPMENT, id).of(order.type(), order.number());
        for (String quantity : quantities) {
            event.moving(
                    lot,
                    quantity,
                    Position.at(in(SHELF)),
                    Position.at(Place.party(MARKET)),
                    new OrderLineReference(order, line));
        }
        return event.build();
    }

    @Test
    void handovers_name_the_party_and_the_container_on_its_side() {
        LotKey flour = stored(aLot("F").build());
        append(anEvent("e1", RECEIVE)
                .of(SHIP_NOTICE, "N1")
                .of(PURCHASE_ORDER, "P1")
                .moving(flour, "10 KGM", Position.at(Place.party(MILL), pallet(1)), Position.at(in(SHELF), pallet(2)))
                .build());
        append(anEvent("e2", HOLD).moving(flour, "4 KGM", in(SHELF), in(GATE)).build());
        append(anEvent("e3", SHIP)
                .of(SHIPMENT, "S1")
                .moving(flour, "4 KGM", in(GATE), Place.party(MARKET))
                .build());

        Handover receipt = new Handover(
                new EventId("e1"),
                1,
                RECEIVE,
                Bakery.NOW,
                BERLIN,
                flour,
                MILL,
                List.of(new DocumentReference(SHIP_NOTICE, "N1"), new DocumentReference(PURCHASE_ORDER, "P1")),
                EventBuilder.quantity("10 KGM"),
                Optional.of(pallet(1)));
        List<Handover> handovers = db.ledger().handovers(List.of(flour));

        assertEquals(receipt, handovers.get(0));
        assertEquals(
                List.of(MILL, MARKET), handovers.stream().map(Handover::party).toList());
        assertEquals(Optional.empty(), handovers.get(1).container());
    }

    /** What only moves a lot decides nothing about it. */
    @Test
    void what_was_decided_of_a_lot_comes_with_its_reversals_and_without_its_movements() {
        Lot flour = aLot("F").build();
        LotKey other = stored(aLot("G").build());
        stored(flour);
        append(anEvent("registered", RECEIVE)
                .moving(flour.key(), "1 KGM", Place.party(MILL), in(SHELF))
                .build()
                .changing(List.of(LotChange.registered(flour))));
        append(anEvent("moved", TRANSFER)
                .moving(flour.key(), "1 KGM", in(SHELF), in(DOCK))
                .build());
        append(anEvent("held", HOLD)
                .setting(flour.key(), Disposition.ON_HOLD, "too warm")
                .build());
        append(anEvent("held-other", HOLD)
                .setting(other, Disposition.ON_HOLD, "too warm")
                .build());
        append(anEvent("undone", REVERSE).correcting("held").build());

        assertEquals(List.of("registered", "held", "undone"), decisions(flour.key(), Long.MAX_VALUE));
        assertEquals(List.of("registered", "held"), decisions(flour.key(), 4));
        assertEquals(List.of(), decisions(flour.key(), 0));
        assertEquals(List.of(), decisions(aLot("unknown").key(), Long.MAX_VALUE));
    }

    private List<String> decisions(LotKey lot, long upTo) {
        return ids(db.unitOfWork().required(() -> db.ledger().decisionsOf(List.of(lot), upTo)));
    }

    @Test
    void the_last_position_of_a_moment_is_found_in_the_order_of_recording() {
        for (int second = 1; second <= 5; second++) {
            Instant at = RECORDED.plusSeconds(second);
            TraceEvent event = anEvent("e" + second, RECEIVE).build();
            long position = second;
            db.unitOfWork().run(() -> {
                db.ledger().lockHead();
                db.ledger().append(new RecordedEvent(event, position, at, String.format("%064x", position)));
            });
        }

        assertEquals(0, lastRecordedBy(RECORDED));
        assertEquals(1, lastRecordedBy(RECORDED.plusMillis(1500)));
        assertEquals(3, lastRecordedBy(RECORDED.plusSeconds(3)));
        assertEquals(5, lastRecordedBy(RECORDED.plusSeconds(99)));
    }

    private long lastRecordedBy(Instant instant) {
        return db.unitOfWork().required(() -> db.ledger().lastRecordedBy(instant));
    }

    private RecordedEvent append(TraceEvent event) {
        return db.unitOfWork().required(() -> {
            RecordedEvent recorded = recorded(event, db.ledger().lockHead().position() + 1);
            db.ledger().append(recorded);
            return recorded;
        });
    }

    private static RecordedEvent recorded(TraceEvent event, long position) {
        return new RecordedEvent(event, position, RECORDED, String.format("%064x", position));
    }

    private static List<String> ids(List<RecordedEvent> events) {
        return events.stream().map(recorded -> recorded.event().id().value()).toList();
    }

    private List<Long> positionsOf(List<LotKey> lots, long after, int limit) {
        return db.ledger().eventsOf(lots, after, limit).stream()
                .map(RecordedEvent::position)
                .toList();
    }
}
