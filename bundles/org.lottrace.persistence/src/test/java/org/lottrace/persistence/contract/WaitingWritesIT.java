package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.testing.SentStatements;

/** What a unit of work appends and saves waits until it asks the database something else, or commits. */
class WaitingWritesIT extends StoreContract {
    private static final Instant RECORDED = Instant.parse("2026-03-02T08:00:00Z");

    private LotKey flour;

    @BeforeEach
    void stock() {
        flour = stored(aLot("F").build());
        inOne(() -> db.stock().save(List.of(balance("5 KGM"))));
    }

    @Test
    void two_events_and_what_they_move_travel_together() {
        inOne(() -> {
            db.stock().lock(List.of(flour));
            db.ledger().lockHead();
            assertEquals(List.of(), SentStatements.of(() -> {
                move("e1", "4 KGM");
                move("e2", "3 KGM");
            }));

            List<String> sent = SentStatements.of(() -> db.sites().all());

            assertEquals(
                    1,
                    sent.stream()
                            .filter(sql -> sql.contains("update ledger_head"))
                            .count());
            assertEquals(
                    1,
                    sent.stream()
                            .filter(sql -> sql.contains("insert into event_line"))
                            .count());
            assertEquals(engine == Engine.POSTGRESQL, sent.get(0).contains("merge into stock"), sent.get(0));
        });

        assertEquals(new LedgerHead(2, hash(2)), db.ledger().head());
        assertEquals(2, db.ledger().after(0, 10).size());
        assertEquals(List.of(balance("3 KGM")), db.stock().ofLots(List.of(flour)));
    }

    @Test
    void what_the_unit_of_work_asks_knows_what_it_has_written() {
        inOne(() -> {
            db.stock().lock(List.of(flour));
            db.ledger().lockHead();
            move("e1", "4 KGM");

            assertEquals(new LedgerHead(1, hash(1)), db.ledger().lockHead());
            assertEquals(List.of(balance("4 KGM")), db.stock().lock(List.of(flour)));
            assertEquals(
                    "e1",
                    db.ledger()
                            .find(new EventId("e1"))
                            .orElseThrow()
                            .event()
                            .id()
                            .value());
            assertEquals(
                    List.of(balance("4 KGM")),
                    db.stock().at(balance("4 KGM").position().place()));
        });
    }

    @Test
    void an_event_that_does_not_follow_the_one_that_waits_is_refused() {
        TraceEvent gap = anEvent("e3", HOLD).build();

        assertThrows(
                IllegalStateException.class,
                () -> inOne(() -> {
                    db.ledger().lockHead();
                    append(anEvent("e1", HOLD).build());
                    db.ledger().append(new RecordedEvent(gap, 3, RECORDED, hash(3)));
                }));

        assertEquals(LedgerHead.EMPTY, db.ledger().head());
    }

    @Test
    void a_balance_that_becomes_nothing_is_gone() {
        inOne(() -> {
            db.stock().lock(List.of(flour));
            db.stock().save(List.of(balance("0 KGM")));
            assertEquals(List.of(), db.stock().ofLots(List.of(flour)));
        });

        assertEquals(List.of(), db.stock().all());
    }

    @Test
    void what_waits_goes_with_the_unit_of_work_that_is_rolled_back() {
        inOne(() -> {
            db.ledger().lockHead();
            append(anEvent("e1", HOLD).build());
            db.unitOfWork().rollbackOnly();
        });

        assertEquals(LedgerHead.EMPTY, db.ledger().head());
        assertEquals(List.of(), db.ledger().after(0, 10));
    }

    private void move(String id, String left) {
        append(anEvent(id, TRANSFER).moving(flour, "1 KGM", in(SHELF), in(DOCK)).build());
        db.stock().save(List.of(balance(left)));
    }

    private void append(TraceEvent event) {
        long position = db.ledger().lockHead().position() + 1;
        db.ledger().append(new RecordedEvent(event, position, RECORDED, hash(position)));
    }

    private static String hash(long position) {
        return String.format("%064x", position);
    }

    private StockBalance balance(String quantity) {
        return new StockBalance(flour, new Position(in(SHELF), Optional.empty()), quantity(quantity));
    }
}
