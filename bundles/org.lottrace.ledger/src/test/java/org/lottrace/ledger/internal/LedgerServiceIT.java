package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.ledger.internal.LedgerFixture.FLOUR_1;
import static org.lottrace.ledger.internal.LedgerFixture.FLOUR_2;
import static org.lottrace.ledger.internal.LedgerFixture.ON_SHELF;
import static org.lottrace.ledger.internal.LedgerFixture.refusals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.outcome.Outcome;

class LedgerServiceIT {
    private final LedgerFixture fixture = new LedgerFixture();
    private final Ledger ledger = fixture.ledger;

    @Test
    void records_an_event_and_derives_the_stock() {
        Outcome<RecordedEvent> result = fixture.receive("e1", FLOUR_1, "100 KGM");

        assertInstanceOf(Outcome.Done.class, result);
        assertEquals(quantity("100 KGM"), fixture.onShelf(FLOUR_1));
        assertEquals(1, ledger.head());
        assertEquals(
                List.of("e1"),
                ledger.byDocument(new DocumentReference(DocumentType.COUNT_SHEET, "e1")).stream()
                        .map(e -> e.event().id().value())
                        .toList());
    }

    @Test
    void records_the_same_event_once() {
        fixture.receive("e1", FLOUR_1, "100 KGM");

        assertInstanceOf(Outcome.AlreadyDone.class, fixture.receive("e1", FLOUR_1, "100.000 KGM"));
        assertEquals(quantity("100 KGM"), fixture.onShelf(FLOUR_1));
        assertEquals(1, ledger.head());
    }

    @Test
    void refuses_an_event_id_with_other_content() {
        fixture.receive("e1", FLOUR_1, "100 KGM");

        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(fixture.receive("e1", FLOUR_1, "101 KGM")));
    }

    @Test
    void gives_every_reason_at_once() {
        fixture.receive("e1", FLOUR_1, "10 KGM");

        assertEquals(
                List.of("UNIT_NOT_BASE lines[1].quantity", "LOT_UNKNOWN lines[2].lot", "LOT_UNKNOWN edges[1].output"),
                refusals(ledger.append(anEvent("e2", TRANSFER)
                        .moving(FLOUR_1, "1 BG", in(SHELF), in(GATE))
                        .moving(aLot("L9").key(), "1 KGM", in(SHELF), in(GATE))
                        .making(aLot("L8").key(), FLOUR_1, "1 KGM")
                        .build())));
    }

    @Test
    void names_the_line_in_which_the_stock_runs_out() {
        fixture.receive("e1", FLOUR_1, "10 KGM");
        fixture.receive("e2", FLOUR_2, "10 KGM");

        assertEquals(
                List.of("STOCK_INSUFFICIENT lines[3].quantity", "STOCK_INSUFFICIENT lines[2].quantity"),
                refusals(ledger.append(anEvent("e3", DISPOSE)
                        .moving(FLOUR_1, "6 KGM", in(SHELF), Place.disposal(BERLIN))
                        .moving(FLOUR_2, "11 KGM", in(SHELF), Place.disposal(BERLIN))
                        .moving(FLOUR_1, "6 KGM", in(SHELF), Place.disposal(BERLIN))
                        .build())));
    }

    @Test
    void looks_at_the_sum_of_an_event_not_at_the_order_of_its_lines() {
        fixture.receive("e1", FLOUR_1, "10 KGM");

        assertInstanceOf(
                Outcome.Done.class,
                ledger.append(anEvent("e2", TRANSFER)
                        .moving(FLOUR_1, "10 KGM", in(DOCK), in(GATE))
                        .moving(FLOUR_1, "10 KGM", in(SHELF), in(DOCK))
                        .build()));
        assertEquals(quantity("0 KGM"), fixture.onShelf(FLOUR_1));
    }

    @Test
    void does_not_take_what_is_reserved() {
        fixture.receive("e1", FLOUR_1, "10 KGM");
        reserve("7 KGM");

        assertInstanceOf(Outcome.Done.class, dispose("e2", "3 KGM"));
        assertEquals(List.of("STOCK_RESERVED lines[1].quantity"), refusals(dispose("e3", "1 KGM")));
    }

    @Test
    void puts_goods_where_more_is_reserved_than_there_is() {
        reserve("7 KGM");

        assertInstanceOf(Outcome.Done.class, fixture.receive("e1", FLOUR_1, "5 KGM"));
    }

    @Test
    void refuses_an_event_that_does_nothing() {
        assertEquals(
                List.of("EVENT_EMPTY "),
                refusals(ledger.append(
                        anEvent("e1", RECEIVE).of(SHIP_NOTICE, "N1").build())));
    }

    @Test
    void keeps_the_disposition_of_a_lot_with_its_event() {
        ledger.append(anEvent("e1", HOLD)
                .setting(FLOUR_1, Disposition.ON_HOLD, "foreign body")
                .build());

        var dispositions = fixture.unitOfWork.required(
                () -> fixture.database.dispositions().of(List.of(FLOUR_1)));
        assertEquals(Disposition.ON_HOLD, dispositions.get(0).disposition());
        assertEquals("e1", dispositions.get(0).event().value());
    }

    @Test
    void leaves_the_callers_unit_of_work_as_it_was_after_a_refusal() {
        fixture.unitOfWork.run(() -> {
            fixture.receive("e1", FLOUR_1, "10 KGM");
            assertInstanceOf(Outcome.Refused.class, dispose("e2", "11 KGM"));
            assertInstanceOf(Outcome.Done.class, dispose("e3", "4 KGM"));
        });

        assertEquals(quantity("6 KGM"), fixture.onShelf(FLOUR_1));
        assertEquals(2, ledger.head());
        assertEquals(Optional.empty(), ledger.firstBrokenPosition());
    }

    @Test
    void followers_are_told_of_what_is_committed_and_of_nothing_else() {
        fixture.unitOfWork.run(() -> {
            fixture.receive("e1", FLOUR_1, "10 KGM");
            assertEquals(0, fixture.grown.get());
        });
        assertEquals(1, fixture.grown.get());

        assertThrows(
                IllegalStateException.class,
                () -> fixture.unitOfWork.run(() -> {
                    fixture.receive("e3", FLOUR_1, "10 KGM");
                    throw new IllegalStateException("rolled back");
                }));
        fixture.receive("e1", FLOUR_1, "10 KGM");
        assertEquals(1, fixture.grown.get());
    }

    @Test
    void finds_what_was_changed_behind_its_back() {
        fixture.receive("e1", FLOUR_1, "10 KGM");
        fixture.receive("e2", FLOUR_1, "20 KGM");
        fixture.receive("e3", FLOUR_1, "30 KGM");
        assertEquals(Optional.empty(), ledger.firstBrokenPosition());

        fixture.database.sql("update event_line set quantity = 21 where ledger_position = 2");

        assertEquals(Optional.of(2L), ledger.firstBrokenPosition());
    }

    @Test
    void gives_the_last_stock_to_exactly_one_of_two() throws Exception {
        fixture.receive("e1", FLOUR_1, "10 KGM");

        List<Outcome<RecordedEvent>> results =
                atTheSameTime(() -> dispose("a", "10 KGM"), () -> dispose("b", "10 KGM"));

        assertEquals(1, results.stream().filter(Outcome.Done.class::isInstance).count());
        assertEquals(
                1, results.stream().filter(Outcome.Refused.class::isInstance).count());
        assertEquals(quantity("0 KGM"), fixture.onShelf(FLOUR_1));
    }

    @Test
    void records_an_event_once_that_comes_twice_at_the_same_time() throws Exception {
        fixture.receive("e1", FLOUR_1, "10 KGM");

        List<Outcome<RecordedEvent>> results =
                atTheSameTime(() -> dispose("a", "10 KGM"), () -> dispose("a", "10 KGM"));

        assertEquals(1, results.stream().filter(Outcome.Done.class::isInstance).count());
        assertEquals(
                1,
                results.stream().filter(Outcome.AlreadyDone.class::isInstance).count());
    }

    private Outcome<RecordedEvent> dispose(String id, String quantity) {
        return ledger.append(disposal(id, quantity));
    }

    private static TraceEvent disposal(String id, String quantity) {
        return anEvent(id, DISPOSE)
                .moving(FLOUR_1, quantity, in(SHELF), Place.disposal(BERLIN))
                .build();
    }

    private void reserve(String quantity) {
        OrderLineReference line = new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1);
        fixture.unitOfWork.run(() ->
                fixture.database.reservations().save(new Reservation(line, FLOUR_1, ON_SHELF, quantity(quantity))));
    }

    private static List<Outcome<RecordedEvent>> atTheSameTime(
            Callable<Outcome<RecordedEvent>> one, Callable<Outcome<RecordedEvent>> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Outcome<RecordedEvent>> results = new ArrayList<>();
            for (Future<Outcome<RecordedEvent>> result : threads.invokeAll(List.of(one, other))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
