package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingVersion;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.company.TestCompany;
import org.lottrace.edi.x12.internal.syntax.FileLimits;
import org.lottrace.edi.x12.testing.SamplePartners;
import org.lottrace.persistence.testing.TestDatabase;

/** Two nodes share a database and the folder of mappings; the first is stopped in the middle of an activation. */
class MappingBenchRaceIT {
    private static final Caller ANNA = new Caller("anna", Set.of(Role.ADMINISTRATOR));
    private static final String ACME = "acme";

    @TempDir
    Path folder;

    private final CountDownLatch inTheMiddle = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    static Stream<Supplier<TestDatabase>> databases() {
        return Stream.of(TestDatabase::h2, TestDatabase::postgresql);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_another_node_activates_waits_and_is_a_version_of_its_own(Supplier<TestDatabase> of) throws Exception {
        TestDatabase database = of.get();
        MappingBenchService first = node(database, this::stop);
        MappingBenchService second = node(database.ofAnotherNode(), () -> {});
        first.draft(ACME, new MappingFile("856.properties", "unread = NOTE"));
        first.tryOut(ACME, 1);

        CompletableFuture<?> activated =
                CompletableFuture.runAsync(() -> assertEquals(List.of(), first.activate(ANNA, ACME, "first")));
        inTheMiddle.await(30, TimeUnit.SECONDS);
        CompletableFuture<?> drafted = CompletableFuture.runAsync(() ->
                assertEquals(List.of(), second.draft(ACME, new MappingFile("856.properties", "unread = REFUSE"))));
        assertThrows(TimeoutException.class, () -> drafted.get(1, TimeUnit.SECONDS));
        goOn.countDown();
        activated.get(30, TimeUnit.SECONDS);
        drafted.get(30, TimeUnit.SECONDS);

        assertEquals(
                List.of("1 first"),
                second.find(ACME).orElseThrow().versions().stream()
                        .map(MappingBenchRaceIT::told)
                        .toList());
        assertEquals("unread = REFUSE", draft(first).orElse("lost"));
    }

    private static String told(MappingVersion version) {
        return version.number() + " " + version.reason();
    }

    private static Optional<String> draft(MappingBenchService bench) {
        return bench.find(ACME).orElseThrow().draft().stream()
                .map(MappingFile::text)
                .findFirst();
    }

    private void stop() {
        inTheMiddle.countDown();
        try {
            goOn.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param audited what happens when the node has put the files into use and notes it, before it discards the draft */
    private MappingBenchService node(TestDatabase database, Runnable audited) {
        AuditLog audit = (AuditLog) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AuditLog.class}, (proxy, method, given) -> {
                    audited.run();
                    return null;
                });
        return new MappingBenchService(
                database.unitOfWork(),
                database.interchanges(),
                new SamplePartners(),
                audit,
                TestCompany.on(database).with(Clock.class, Bakery.CLOCK).service(Leases.class),
                Bakery.CLOCK,
                folder,
                new ExchangeSettings(
                        Optional.empty(),
                        "P",
                        new FileLimits(1024 * 1024),
                        Duration.ZERO,
                        new Folders(folder, folder, folder, folder)));
    }
}
