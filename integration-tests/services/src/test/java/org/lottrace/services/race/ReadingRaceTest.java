package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.services.race.Lock.HEAD;
import static org.lottrace.services.race.RacedBakery.BREAD_1;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.report.RecallReports;

/** What reads long begins again when something is recorded meanwhile, and at last holds the ledger: else it never ends. */
class ReadingRaceTest extends RaceTest {
    private static final int READS_THAT_ARE_ENOUGH = 50;

    @TestFactory
    Stream<DynamicTest> the_balance_of_a_recall_ends_in_a_busy_company() {
        return endsBy(HEAD.in("OwnBalances.of"), bakery -> bakery.service(RecallReports.class)
                .reconciliation(new RecallCaseId("R-000001"))
                .orElseThrow());
    }

    @TestFactory
    Stream<DynamicTest> a_certificate_is_made_in_a_busy_company() {
        return endsBy(HEAD.in("SliceReader.read"), bakery -> bakery.service(Certification.class)
                .certify(List.of(BREAD_1.key())));
    }

    private Stream<DynamicTest> endsBy(Site lock, Consumer<RacedBakery> reading) {
        return Stream.of(
                dynamicTest(
                        "in order",
                        () -> assertEquals(
                                "read", read(Optional.empty(), reading).toString())),
                dynamicTest("lost without " + lock, () -> {
                    Request request = read(Optional.of(lock), reading);
                    assertTrue(request.metWhatIsRemoved(), lock + " was never asked for");
                    assertTrue(request.isRefused(), request::toString);
                }));
    }

    private Request read(Optional<Site> removed, Consumer<RacedBakery> reading) throws Exception {
        ExecutorService others = Executors.newSingleThreadExecutor();
        others.submit(() -> true).get(); // a thread that the request starts would be its own
        try (RacedBakery bakery = new RacedBakery(engine).withStock(BREAD_1, "1000 C62")) {
            done(bakery.recall("open1", BREAD_1));
            bakery.restarted().with(StockStore.class, whileOthersWrite(bakery, others));
            Request request = new Request(
                    () -> {
                        reading.accept(bakery);
                        return "read";
                    },
                    removed,
                    Optional.empty());
            request.start();
            Course.until("it has read", request::hasEnded);
            return request;
        } finally {
            others.shutdown();
            others.awaitTermination(Request.DEADLINE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Each time the request reads the stock somebody records an event, or waits while the request holds the ledger. */
    private StockStore whileOthersWrite(RacedBakery bakery, ExecutorService others) {
        StockStore store = Watched.store(StockStore.class, bakery.database.stock());
        AtomicInteger reads = new AtomicInteger();
        return (StockStore) Proxy.newProxyInstance(
                StockStore.class.getClassLoader(), new Class<?>[] {StockStore.class}, (proxy, method, given) -> {
                    if (Request.current().isPresent() && method.getName().equals("ofLots")) {
                        int read = reads.incrementAndGet();
                        if (read > READS_THAT_ARE_ENOUGH) {
                            throw new IllegalStateException("there is no end to it");
                        }
                        Future<?> written = others.submit(() -> bakery.append(anEvent("t" + read, TRANSFER)
                                .moving(BREAD_1.key(), "1 C62", in(SHELF), in(DOCK))
                                .build()));
                        Course.until("somebody has written or waits", () -> written.isDone() || engine.isBlocked());
                    }
                    return Watched.call(store, method, given);
                });
    }
}
