package org.lottrace.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.COUNT_SHEET;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.ledger.internal.LedgerFixture.FLOUR_1;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

/** Ten events; the node remembers the hash of every fourth. */
class VerifiedLedgerIT {
    private static final int EVENTS = 10;

    private final AtomicReference<Instant> now = new AtomicReference<>(Bakery.NOW);
    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final InstantSource watch = now::get;
    private final TestCompany company = TestCompany.on(database)
            .with(Clock.class, watch.withZone(ZoneOffset.UTC))
            .configured("org.lottrace.ledger.chain", Map.of("slice.events", 4));
    private final Ledger ledger = company.service(Ledger.class);
    private final VerifiedLedger background = company.service(VerifiedLedger.class);

    @BeforeEach
    void ten_events() {
        database.unitOfWork().run(() -> database.lots().insert(aLot("L1").build()));
        LongStream.rangeClosed(1, EVENTS).forEach(this::receive);
    }

    @Test
    void goes_on_to_the_newest_event_and_remembers_it() {
        assertEquals(0, ledger.verified().position());

        assertEquals(EVENTS, ledger.verifyOn(List.of()).position());
        receive(11);
        assertEquals(EVENTS, ledger.verified().position());

        assertEquals(11, ledger.verifyOn(List.of()).position());
        assertEquals(event(11).hash(), ledger.verified().hash());
    }

    @Test
    void what_comes_behind_a_broken_event_is_not_verified() {
        change(6);

        assertEquals(Optional.of(6L), ledger.verifyOn(List.of()).broken());
        assertEquals(5, ledger.verified().position());
    }

    @Test
    void a_change_before_what_is_verified_is_found_where_somebody_looks() {
        ledger.verifyOn(List.of());
        change(6);

        assertEquals(Optional.empty(), ledger.verifyOn(List.of(1L, 4L, 9L, 12L)).broken());
        assertEquals(Optional.of(6L), ledger.verifyOn(List.of(8L)).broken());
        // and stays found, whoever asks
        assertEquals(Optional.of(6L), ledger.verifyOn(List.of()).broken());
    }

    @Test
    void a_change_before_what_is_verified_is_found_by_one_pass_of_the_background() {
        ledger.verifyOn(List.of());
        change(10);

        List<Optional<Long>> found = LongStream.rangeClosed(1, 3)
                .mapToObj(step -> {
                    background.patrol();
                    return ledger.verified().broken();
                })
                .toList();

        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of(10L)), found);
    }

    @Test
    void the_background_goes_on_to_the_newest_event_and_begins_again_behind_it() {
        for (int step = 0; step < 3; step++) {
            background.patrol();
        }
        assertEquals(EVENTS, ledger.verified().position());
        receive(11);
        change(2);

        background.patrol();

        assertEquals(11, ledger.verified().position());
        assertEquals(Optional.of(2L), ledger.verified().broken());
    }

    @Test
    void an_event_that_is_put_back_is_whole_again() {
        ledger.verifyOn(List.of());
        change(6);
        assertEquals(Optional.of(6L), ledger.firstBrokenPosition());

        database.sql("update event_line set quantity = 6 where ledger_position = 6");

        assertEquals(Optional.empty(), ledger.firstBrokenPosition());
        assertEquals(Optional.empty(), ledger.verified().broken());
    }

    /** Nothing that is in the database contradicts anything else there. */
    @Test
    void a_ledger_whose_end_was_cut_off_with_its_head_is_found() {
        ledger.verifyOn(List.of());
        List.of("event_line", "event_document", "trace_event")
                .forEach(table -> database.sql("delete from " + table + " where ledger_position > 8"));
        database.sql("update ledger_head set head_position = 8, hash = '" + event(8).hash() + "'");

        assertEquals(Optional.empty(), ledger.firstBrokenPositionAfter(0));
        assertEquals(Optional.of(9L), ledger.verifyOn(List.of()).broken());
        assertEquals(Optional.of(9L), ledger.firstBrokenPosition());
    }

    @Test
    void an_event_that_was_changed_with_its_hash_is_found_though_nothing_is_read_behind_it() {
        ledger.verifyOn(List.of());
        RecordedEvent seventh = event(7);
        database.sql("update trace_event set device = 'laptop' where ledger_position = 8");
        RecordedEvent forged = event(8);
        String hash = HashChain.append(new LedgerHead(7, seventh.hash()), forged.event(), forged.recorded())
                .hash();
        database.sql("update trace_event set hash = '" + hash + "' where ledger_position = 8");

        assertEquals(Optional.of(5L), ledger.verifyOn(List.of(8L)).broken());
    }

    @Test
    void rows_that_make_no_sense_break_the_chain() {
        ledger.verifyOn(List.of());
        database.sql("update event_line set from_kind = 'NONSENSE' where ledger_position = 7");

        assertEquals(Optional.of(7L), ledger.firstBrokenPosition());
        assertEquals(Optional.of(7L), ledger.firstBrokenPositionAfter(0));
    }

    @Test
    void a_complete_pass_says_since_when_all_is_verified() {
        now.set(Bakery.NOW.plusSeconds(60));
        ledger.verifyOn(List.of());
        assertEquals(Bakery.NOW, ledger.verified().since());
        assertEquals(Bakery.NOW.plusSeconds(60), ledger.verified().at());

        ledger.firstBrokenPosition();
        assertEquals(Bakery.NOW.plusSeconds(60), ledger.verified().since());

        now.set(Bakery.NOW.plus(Duration.ofHours(1)));
        for (int step = 0; step < 3; step++) {
            background.patrol();
        }
        background.patrol();
        now.set(Bakery.NOW.plus(Duration.ofHours(2)));
        for (int step = 0; step < 3; step++) {
            background.patrol();
        }
        assertEquals(Bakery.NOW.plus(Duration.ofHours(1)), ledger.verified().since());
    }

    @Test
    void going_on_costs_the_same_in_a_ledger_of_any_length() {
        ledger.verifyOn(List.of());
        List<String> before = SentStatements.of(() -> ledger.verifyOn(List.of(1L)));
        LongStream.rangeClosed(11, 600).forEach(this::receive);
        ledger.verifyOn(List.of());

        assertEquals(
                before.size(),
                SentStatements.of(() -> ledger.verifyOn(List.of(1L))).size());
        assertTrue(before.size() > 1);
    }

    private void receive(long number) {
        Outcomes.done(ledger.append(anEvent("e" + number, RECEIVE)
                .of(COUNT_SHEET, "c" + number)
                .moving(FLOUR_1, number + " KGM", Place.party(MILL), in(SHELF))
                .build()));
    }

    private void change(long position) {
        database.sql("update event_line set quantity = quantity + 1 where ledger_position = " + position);
    }

    private RecordedEvent event(long position) {
        return company.service(LedgerStore.class).after(position - 1, 1).get(0);
    }
}
