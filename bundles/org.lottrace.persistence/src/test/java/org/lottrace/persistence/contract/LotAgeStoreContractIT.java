package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.store.LotQuestions;
import org.lottrace.api.allocation.store.MeasuredTemperatures;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.testing.SentStatements;

class LotAgeStoreContractIT extends StoreContract {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private LotKey early;
    private LotKey late;

    @BeforeEach
    void two_lots_of_bread() {
        early = stored(aLot("EARLY").of(BREAD).expiring("2026-04-01").build());
        late = stored(aLot("LATE").of(BREAD).expiring("2026-05-01").build());
    }

    @Test
    void a_lot_is_as_old_as_its_first_event_that_was_not_reversed() {
        moved("wrong", RECEIVE, early, "2026-01-01T08:00:00Z", Place.party(MILL), in(SHELF));
        append(reversalOf(event("wrong")));
        moved("right", RECEIVE, early, "2026-02-01T08:00:00Z", Place.party(MILL), in(SHELF));
        moved("later", TRANSFER, early, "2026-02-03T08:00:00Z", in(SHELF), in(PICK_FACE));

        assertEquals(
                Map.of(early, Instant.parse("2026-02-01T08:00:00Z")),
                db.unitOfWork().required(() -> db.lotAges().firstSeen(List.of(early, late))));
    }

    @Test
    void of_what_a_customer_got_the_latest_expiry_counts() {
        moved("in", RECEIVE, late, "2026-02-01T08:00:00Z", Place.party(MILL), in(SHELF));
        moved("out", SHIP, early, "2026-02-02T08:00:00Z", in(SHELF), Place.party(MARKET));
        moved("undone", SHIP, late, "2026-02-02T08:00:00Z", in(SHELF), Place.party(MARKET));
        append(reversalOf(event("undone")));

        assertEquals(Map.of(BREAD, LocalDate.of(2026, 4, 1)), db.unitOfWork().required(() -> db.lotAges()
                .latestExpiryShipped(MARKET, Map.of(BREAD, LONG_AGO, SALT, LONG_AGO), Optional.empty())));
        assertEquals(Map.of(), db.unitOfWork().required(() -> db.lotAges()
                .latestExpiryShipped(MILL, Map.of(BREAD, LONG_AGO), Optional.empty())));
    }

    @Test
    void what_a_customer_got_later_does_not_count() {
        moved("in", RECEIVE, late, "2026-02-01T08:00:00Z", Place.party(MILL), in(SHELF));
        moved("first", SHIP, early, "2026-02-02T08:00:00Z", in(SHELF), Place.party(MARKET));
        moved("second", SHIP, late, "2026-02-04T08:00:00Z", in(SHELF), Place.party(MARKET));

        assertEquals(Map.of(BREAD, LocalDate.of(2026, 4, 1)), db.unitOfWork().required(() -> db.lotAges()
                .latestExpiryShipped(
                        MARKET, Map.of(BREAD, LONG_AGO), Optional.of(Instant.parse("2026-02-03T08:00:00Z")))));
    }

    @Test
    void what_expires_no_later_than_the_given_day_does_not_count() {
        moved("in", RECEIVE, early, "2026-02-01T08:00:00Z", Place.party(MILL), in(SHELF));
        moved("out", SHIP, early, "2026-02-02T08:00:00Z", in(SHELF), Place.party(MARKET));

        assertEquals(Map.of(), shippedAfter("2026-04-01"));
        assertEquals(Map.of(BREAD, LocalDate.of(2026, 4, 1)), shippedAfter("2026-03-31"));
    }

    private Map<ItemNumber, LocalDate> shippedAfter(String day) {
        return db.unitOfWork().required(() -> db.lotAges()
                .latestExpiryShipped(MARKET, Map.of(BREAD, LocalDate.parse(day)), Optional.empty()));
    }

    @Test
    void what_is_said_ahead_is_read_with_the_reservations_and_answers_as_if_it_were_asked_then() {
        measured("in", early, KeyDataElement.TEMPERATURE, "4.5 CEL");
        says("label", early, "A");
        moved("later", RECEIVE, late, "2026-02-01T08:00:00Z", Place.party(MILL), in(SHELF));
        moved("out", SHIP, late, "2026-02-02T08:00:00Z", in(SHELF), Place.party(MARKET));
        List<Object> oneByOne = db.unitOfWork().required(this::asked);

        db.unitOfWork().run(() -> {
            Set<LotKey> lots = Set.of(early, late);
            db.lots().withKeys(lots);
            db.lotAges().ahead(new LotQuestions(lots, lots, lots, Optional.of(MARKET), Map.of(BREAD, LONG_AGO)));
            db.reservations().ofOrderOrLots(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), lots);
            List<Object> answered = new ArrayList<>();

            assertEquals(List.of(), SentStatements.of(() -> answered.addAll(asked())));
            assertEquals(oneByOne, answered);
        });
    }

    @Test
    void what_was_read_ahead_is_forgotten_with_the_next_lock() {
        db.unitOfWork().run(() -> {
            Set<LotKey> lots = Set.of(early, late);
            db.lotAges().ahead(new LotQuestions(lots, lots, lots, Optional.empty(), Map.of()));
            assertEquals(Map.of(), db.lotAges().firstSeen(lots));

            appendHere(received("in", early));

            assertEquals(Set.of(early), db.lotAges().firstSeen(lots).keySet());
        });
    }

    private List<Object> asked() {
        List<LotKey> lots = List.of(early, late);
        return List.of(
                db.lotAges().firstSeen(lots),
                db.lotAges().attributes(lots),
                db.lotAges().temperatures(lots),
                db.lotAges().latestExpiryShipped(MARKET, Map.of(BREAD, LONG_AGO), Optional.empty()));
    }

    @Test
    void of_what_was_measured_at_a_lot_the_lowest_and_the_highest_are_told_whatever_was_reversed() {
        measured("in", early, KeyDataElement.TEMPERATURE, "4.5 CEL");
        measured("moved", early, KeyDataElement.LOWEST_TEMPERATURE, "-1 CEL");
        measured("wrong", early, KeyDataElement.HIGHEST_TEMPERATURE, "30 CEL");
        append(reversalOf(event("wrong")));
        moved("other", RECEIVE, late, "2026-02-01T08:00:00Z", Place.party(MILL), in(SHELF));

        assertEquals(
                Map.of(early, new MeasuredTemperatures(quantity("-1 CEL"), quantity("4.5 CEL"))),
                db.unitOfWork().required(() -> db.lotAges().temperatures(List.of(early, late))));
    }

    @Test
    void of_a_lot_is_known_what_its_newest_change_says() {
        says("first", early, "A");
        says("second", early, "B");
        moved("other", RECEIVE, late, "2026-02-01T08:00:00Z", Place.party(MILL), in(SHELF));

        assertEquals(
                Map.of(early, List.of(KeyDataElement.GRADE.is(new KeyDataValue.Code("B")))),
                db.unitOfWork().required(() -> db.lotAges().attributes(List.of(early, late))));
    }

    private void says(String id, LotKey key, String grade) {
        Lot lot = db.unitOfWork().required(() -> db.lots().find(key)).orElseThrow();
        append(anEvent(id, EventType.LOT_CHANGE)
                .build()
                .changing(List.of(LotChange.changed(
                        lot,
                        List.of(),
                        lot,
                        List.of(KeyDataElement.GRADE.is(new KeyDataValue.Code(grade))),
                        "label"))));
    }

    private void measured(String id, LotKey lot, KeyDataElement element, String degrees) {
        append(anEvent(id, RECEIVE)
                .with(new EventLine(
                        lot,
                        Position.at(Place.party(MILL)),
                        Position.at(in(SHELF)),
                        quantity("1 C62"),
                        quantity("1 C62"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(element.is(new KeyDataValue.Amount(quantity(degrees))))))
                .build());
    }

    private void moved(String id, EventType type, LotKey lot, String instant, Place from, Place to) {
        append(anEvent(id, type)
                .in(aContext(id).at(instant).build())
                .moving(lot, "1 C62", from, to)
                .build());
    }

    private static TraceEvent received(String id, LotKey lot) {
        return anEvent(id, RECEIVE)
                .moving(lot, "1 C62", Place.party(MILL), in(SHELF))
                .build();
    }

    private void append(TraceEvent event) {
        inOne(() -> appendHere(event));
    }

    private void appendHere(TraceEvent event) {
        long position = db.ledger().lockHead().position() + 1;
        db.ledger().append(new RecordedEvent(event, position, Bakery.NOW, String.format("%064x", position)));
    }

    private TraceEvent event(String id) {
        return db.unitOfWork()
                .required(() -> db.ledger().find(new EventId(id)))
                .orElseThrow()
                .event();
    }
}
