package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.services.race.Lock.LEASE;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.services.race.Race.Requests;

/** Two nodes want to do what only one may do. */
class LeaseRaceTest extends RaceTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String NAME = "cost";
    private static final Site ACQUIRE = LEASE.in("LeasesService.acquire");
    private static final Site SEIZE = LEASE.in("LeasesService.seize");

    @TestFactory
    Stream<DynamicTest> one_of_two_gets_a_lease() {
        return race().firstHolds(ACQUIRE).secondWants(ACQUIRE).tests(bakery -> {
            Leases leases = bakery.service(Leases.class);
            leases.release(leases.acquire(NAME, MINUTE).orElseThrow());
            List<Long> tokens = new CopyOnWriteArrayList<>();
            return new Requests(
                    () -> leases.acquire(NAME, MINUTE).map(lease -> tokens.add(lease.token())),
                    () -> leases.acquire(NAME, MINUTE).map(lease -> tokens.add(lease.token())),
                    () -> assertEquals(List.of(2L), tokens));
        });
    }

    @TestFactory
    Stream<DynamicTest> who_seizes_a_lease_that_is_being_renewed_has_it() {
        return race().firstHolds(LEASE.in("LeasesService.renew"))
                .secondWaitsAt(SEIZE)
                .tests(bakery -> {
                    Leases leases = bakery.service(Leases.class);
                    Lease held = leases.acquire(NAME, MINUTE).orElseThrow();
                    return new Requests(
                            () -> leases.renew(held, MINUTE),
                            () -> leases.seize(NAME, MINUTE),
                            () -> assertEquals(
                                    2L,
                                    bakery.database
                                            .leases()
                                            .find(NAME)
                                            .orElseThrow()
                                            .token()));
                });
    }

    @TestFactory
    Stream<DynamicTest> each_who_seizes_a_lease_has_another_token() {
        return race().firstHolds(SEIZE).secondWants(SEIZE).tests(bakery -> {
            Leases leases = bakery.service(Leases.class);
            leases.seize(NAME, MINUTE);
            Set<Long> tokens = new ConcurrentSkipListSet<>();
            return new Requests(
                    () -> tokens.add(leases.seize(NAME, MINUTE).token()),
                    () -> tokens.add(leases.seize(NAME, MINUTE).token()),
                    () -> assertEquals(Set.of(2L, 3L), tokens));
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_done_under_a_lease_is_done_before_another_has_it() {
        return race().firstHolds(LEASE.in("LeasesService.check"))
                .secondWaitsAt(SEIZE)
                .tests(bakery -> {
                    Leases leases = bakery.service(Leases.class);
                    Lease held = leases.acquire(NAME, MINUTE).orElseThrow();
                    UnitOfWork work = bakery.service(UnitOfWork.class);
                    NumberSequences written = Watched.store(NumberSequences.class, bakery.database.sequences());
                    List<Long> afterSeizing = new CopyOnWriteArrayList<>();
                    return new Requests(
                            () -> work.required(() -> {
                                leases.check(held);
                                return written.next("work");
                            }),
                            () -> {
                                leases.seize(NAME, MINUTE);
                                return afterSeizing.add(work.required(() -> written.next("work")));
                            },
                            () -> assertEquals(List.of(2L), afterSeizing));
                });
    }
}
