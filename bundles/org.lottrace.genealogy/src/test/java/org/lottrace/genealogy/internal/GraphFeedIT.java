package org.lottrace.genealogy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.Lot;
import org.lottrace.company.TestCompany;
import org.lottrace.genealogy.internal.graph.GraphSnapshot;
import org.lottrace.persistence.testing.TestDatabase;

/** A chain of lots; each start of the program loads it anew. */
class GraphFeedIT {
    @TempDir
    Path folder;

    private final RecordedEvents recorded = new RecordedEvents(TestDatabase.h2().withBakery());
    private final AtomicLong firstRead = new AtomicLong();

    @BeforeEach
    void lots_of_a_chain() {
        IntStream.range(0, 6).forEach(i -> recorded.lots(lot(i)));
    }

    @Test
    void a_start_continues_from_the_snapshot() {
        made(0, 4);
        start().close();
        make(4);

        assertEquals(6, traced().lots().size());
        assertEquals(4, firstRead.get());
    }

    @Test
    void a_snapshot_gives_the_same_answers_as_the_ledger() {
        made(0, 4);
        Trace before = traced();

        assertEquals(before, traced());
    }

    /** A process that is killed in its first minutes leaves a snapshot of very few events. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void a_start_continues_from_a_snapshot_of_few_events(int events) {
        made(0, events);
        start().close();
        made(events, 5);

        assertEquals(6, traced().lots().size());
    }

    @Test
    void it_begins_again_when_it_is_told_to() {
        made(0, 4);
        try (TestCompany company = start()) {
            assertEquals(List.of(), company.service(LedgerFollowers.class).rebuild(GraphFeed.NAME));

            assertEquals(5, traced(company).lots().size());
        }
    }

    @Test
    void a_damaged_snapshot_is_not_used() throws IOException {
        made(0, 4);
        start().close();
        Path file = snapshot().file();
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 0x10;
            Files.write(file, damaged);
            assertTrue(read().isPresent(), "byte " + i);
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertEquals(5, traced().lots().size());
        assertEquals(0, firstRead.get());
        assertFalse(read().isPresent(), "the damaged snapshot was not replaced");
    }

    @Test
    void the_snapshot_of_another_ledger_is_not_used() {
        made(0, 4);
        start().close();
        recorded.database().sql("update trace_event set hash = '" + "f".repeat(64) + "' where ledger_position = 4");

        assertEquals(5, traced().lots().size());
        assertEquals(0, firstRead.get());
    }

    @Test
    void what_it_began_with_is_told_as_it_is() {
        made(0, 4);
        assertEquals("the ledger, there is no snapshot position=0 lots=0", origin());
        assertEquals("its snapshot position=4 lots=5", origin());

        recorded.database().sql("update trace_event set hash = '" + "f".repeat(64) + "' where ledger_position = 4");
        assertEquals("the ledger, its snapshot cannot be used position=0 lots=0", origin());
    }

    @Test
    void a_start_after_which_nothing_came_is_complete() {
        made(0, 4);
        start().close();

        try (TestCompany company = start()) {
            assertTrue(company.service(GraphFeed.class).isComplete());
        }
    }

    private String origin() {
        try (TestCompany company = start()) {
            return company.service(GraphFeed.class).origin().toString();
        }
    }

    /** @return why the snapshot cannot be read */
    private Optional<IOException> read() {
        try {
            snapshot().read();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private GraphSnapshot snapshot() {
        return new GraphSnapshot(folder);
    }

    private TestCompany start() {
        TestCompany company = recorded.company()
                .with(LedgerStore.class, noting(recorded.database().ledger()))
                .configured(GenealogyService.PID, Map.of("snapshot.folder", folder.toString()));
        traced(company);
        return company;
    }

    private Trace traced() {
        try (TestCompany company = start()) {
            return traced(company);
        }
    }

    private static Trace traced(TestCompany company) {
        return company.service(Genealogy.class).trace(TraceRequest.of(Direction.FORWARD, lot(0).key()));
    }

    /** Notes from which position on pages are read. */
    private LedgerStore noting(LedgerStore ledger) {
        firstRead.set(-1);
        return (LedgerStore) Proxy.newProxyInstance(
                LedgerStore.class.getClassLoader(), new Class<?>[] {LedgerStore.class}, (proxy, method, given) -> {
                    if (method.getName().equals("after") && !given[1].equals(1)) {
                        firstRead.compareAndSet(-1, (Long) given[0]);
                    }
                    return method.invoke(ledger, given);
                });
    }

    private void made(int first, int end) {
        IntStream.range(first, end).forEach(this::make);
    }

    private void make(int number) {
        recorded.append(anEvent("make-" + number, PRODUCE)
                .making(lot(number + 1).key(), lot(number).key(), "1 KGM")
                .build());
    }

    private static Lot lot(int number) {
        return aLot("L" + number).build();
    }
}
