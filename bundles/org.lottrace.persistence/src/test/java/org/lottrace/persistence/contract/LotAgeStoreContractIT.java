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
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;

class LotAgeStoreContractIT extends StoreContract {
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
                .latestExpiryShipped(MARKET, List.of(BREAD, SALT), Optional.empty())));
        assertEquals(Map.of(), db.unitOfWork().required(() -> db.lotAges()
                .latestExpiryShipped(MILL, List.of(BREAD), Optional.empty())));
    }

    @Test
    void what_a_customer_got_later_does_not_count() {
        moved("in", RECEIVE, late, "2026-02-01T08:00:00Z", Place.party(MILL), in(SHELF));
        moved("first", SHIP, early, "2026-02-02T08:00:00Z", in(SHELF), Place.party(MARKET));
        moved("second", SHIP, late, "2026-02-04T08:00:00Z", in(SHELF), Place.party(MARKET));

        assertEquals(Map.of(BREAD, LocalDate.of(2026, 4, 1)), db.unitOfWork().required(() -> db.lotAges()
                .latestExpiryShipped(MARKET, List.of(BREAD), Optional.of(Instant.parse("2026-02-03T08:00:00Z")))));
    }

    private void moved(String id, EventType type, LotKey lot, String instant, Place from, Place to) {
        append(anEvent(id, type)
                .in(aContext(id).at(instant).build())
                .moving(lot, "1 C62", from, to)
                .build());
    }

    private void append(TraceEvent event) {
        inOne(() -> {
            long position = db.ledger().lockHead().position() + 1;
            db.ledger().append(new RecordedEvent(event, position, Bakery.NOW, String.format("%064x", position)));
        });
    }

    private TraceEvent event(String id) {
        return db.unitOfWork()
                .required(() -> db.ledger().find(new EventId(id)))
                .orElseThrow()
                .event();
    }
}
