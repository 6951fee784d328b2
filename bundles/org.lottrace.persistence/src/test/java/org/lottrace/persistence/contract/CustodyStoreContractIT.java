package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.lot.LotKey;

class CustodyStoreContractIT extends StoreContract {
    private static final long ALL = Long.MAX_VALUE;
    private static final Place ORDER = Place.productionOrder(new DocumentReference(PRODUCTION_ORDER, "P1"));
    private static final Place OTHER_ORDER = Place.productionOrder(new DocumentReference(PRODUCTION_ORDER, "P2"));

    private LotKey flour;
    private LotKey salt;

    @BeforeEach
    void flour_and_salt() {
        flour = stored(aLot("F").build());
        salt = stored(aLot("S").build());
        append(anEvent("receive", RECEIVE)
                .moving(flour, "100 KGM", Place.party(MILL), in(DOCK))
                .moving(salt, "10 KGM", Place.party(MILL), in(DOCK)));
        append(anEvent("mix", CONSUME)
                .of(PRODUCTION_ORDER, "P1")
                .moving(flour, "20 KGM", Position.at(in(DOCK)), Position.at(ORDER))
                .moving(salt, "1 KGM", Position.at(in(DOCK)), Position.at(ORDER)));
        append(anEvent("mix-other", CONSUME).moving(flour, "30 KGM", in(DOCK), OTHER_ORDER));
        append(anEvent("send", TRANSFER)
                .moving(flour, "5 KGM", Position.at(in(DOCK)), Position.at(Place.inTransit(POTSDAM), pallet(1))));
    }

    @Test
    void all_steps_of_a_lot_come_in_ledger_order() {
        assertEquals("1 DOCK, 2 P1, 3 P2, 4 POT", of(() -> db.custody().steps(List.of(flour), ALL)));
        assertEquals("1 DOCK, 2 P1", of(() -> db.custody().steps(List.of(flour), 2)));
        assertEquals(
                "1 DOCK, 1 DOCK, 2 P1, 2 P1, 3 P2, 4 POT", of(() -> db.custody().steps(List.of(salt, flour), ALL)));
        assertEquals("", of(() -> db.custody().steps(List.of(), ALL)));
    }

    @Test
    void a_step_has_what_its_event_says() {
        TraceEvent mix = event("mix").event();

        assertEquals(
                List.of(new CustodyStep(
                        mix.id(),
                        2,
                        CONSUME,
                        mix.context().effective().atOffset(mix.context().offset()),
                        mix.context().actor(),
                        mix.context().site(),
                        List.of(new DocumentReference(PRODUCTION_ORDER, "P1")),
                        salt,
                        Position.at(in(DOCK)),
                        Position.at(ORDER),
                        quantity("1 KGM"))),
                db.unitOfWork().required(() -> db.custody().stepsTo(List.of(ORDER), List.of(salt), ALL)));
    }

    @Test
    void steps_outside_of_production_are_those_into_other_stock() {
        append(anEvent("back", CONSUME).moving(flour, "1 KGM", OTHER_ORDER, in(SHELF)));
        append(anEvent("away", CONSUME).moving(flour, "1 KGM", in(SHELF), Place.party(MILL)));

        assertEquals("1 DOCK, 4 POT, 5 A-01", of(() -> db.custody().stepsOutsideProduction(List.of(flour), ALL)));
    }

    @Test
    void steps_to_places_are_only_those_of_the_lots() {
        assertEquals("2 P1", of(() -> db.custody().stepsTo(List.of(ORDER), List.of(flour), ALL)));
        assertEquals("2 P1, 3 P2, 4 POT", of(() -> db.custody()
                .stepsTo(Set.of(Place.inTransit(POTSDAM), OTHER_ORDER, ORDER), List.of(flour), ALL)));
        assertEquals("", of(() -> db.custody().stepsTo(List.of(ORDER), List.of(flour), 1)));
        assertEquals("", of(() -> db.custody().stepsTo(List.of(), List.of(flour), ALL)));
    }

    @Test
    void steps_at_positions_are_those_of_every_lot() {
        assertEquals("2 P1, 2 P1, 3 P2", of(() -> db.custody().stepsAt(List.of(3L, 2L), ALL)));
    }

    @Test
    void what_was_reversed_by_then_is_no_step_and_before_it_was_one() {
        append(reversalOf(event("mix-other").event()));

        assertEquals("1 DOCK, 2 P1, 4 POT", of(() -> db.custody().steps(List.of(flour), ALL)));
        assertEquals("1 DOCK, 2 P1, 3 P2, 4 POT", of(() -> db.custody().steps(List.of(flour), 4)));
        assertEquals("", of(() -> db.custody().stepsTo(List.of(OTHER_ORDER), List.of(flour), ALL)));
        assertEquals("3 P2", of(() -> db.custody().stepsAt(List.of(3L), 4)));
    }

    @Test
    void the_newest_steps_come_page_by_page_and_what_was_reversed_takes_no_room() {
        append(reversalOf(event("mix-other").event()));
        append(anEvent("late", TRANSFER)
                .in(aContext("late").at("2026-02-01T10:00:00Z").build())
                .moving(flour, "1 KGM", in(DOCK), in(SHELF)));

        assertEquals("6 A-01, 4 POT, 2 P1, 1 DOCK", newest(flour, ALL, ALL, Optional.empty(), 10));
        assertEquals("6 A-01, 4 POT", newest(flour, ALL, ALL, Optional.empty(), 2));
        assertEquals("2 P1, 1 DOCK", newest(flour, 4, ALL, Optional.empty(), 2));
        assertEquals("4 POT, 3 P2", newest(flour, ALL, 4, Optional.empty(), 2));
        assertEquals("6 A-01", newest(flour, ALL, ALL, Optional.of(Instant.parse("2026-02-02T10:00:00Z")), 2));
        assertEquals("", newest(aLot("unknown").key(), ALL, ALL, Optional.empty(), 2));
    }

    private String newest(LotKey lot, long before, long upTo, Optional<Instant> happenedBy, int events) {
        return of(() -> db.custody().newestSteps(lot, before, upTo, happenedBy, events));
    }

    private void append(EventBuilder event) {
        append(event.build());
    }

    private void append(TraceEvent event) {
        inOne(() -> {
            long position = db.ledger().lockHead().position() + 1;
            db.ledger().append(new RecordedEvent(event, position, Bakery.NOW, String.format("%064x", position)));
        });
    }

    private RecordedEvent event(String id) {
        return db.ledger().find(new EventId(id)).orElseThrow();
    }

    private String of(Supplier<List<CustodyStep>> question) {
        return String.join(
                ", ",
                db.unitOfWork().required(question).stream()
                        .map(step -> step.position() + " " + where(step.to().place()))
                        .toList());
    }

    private static String where(Place place) {
        return place.code().substring(place.code().indexOf('/') + 1);
    }
}
