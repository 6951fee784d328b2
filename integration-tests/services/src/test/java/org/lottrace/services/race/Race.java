package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.lottrace.services.race.Request.Meeting;
import org.lottrace.services.race.Request.Stop;

/**
 * Two different requests, of which the first is stopped between what it checks and what it writes, until the second has ended
 * or waits for it at the database. It is tried with the locks, and once more without each of them: then it must be lost.
 */
final class Race {
    private final Engine engine;
    private final List<Guard> guards = new ArrayList<>();
    private Optional<Site> after = Optional.empty();
    private Optional<String> stopsBefore = Optional.empty();
    private Optional<Site> meets = Optional.empty();
    private boolean repeats;
    private Optional<Site> waits = Optional.empty();

    /**
     * What the two ask for.
     *
     * @param holds fails if all together have done what may not be
     * @param third what is done whole on the way of the first, see {@link Race#firstMeets}; may do nothing
     */
    record Requests(Callable<?> first, Callable<?> second, Executable holds, Runnable third) {
        Requests(Callable<?> first, Callable<?> second, Executable holds) {
            this(first, second, holds, () -> {});
        }
    }

    /** How a race is lost without a lock. */
    private enum Loss {
        /** Both have done what they may not do together. */
        BROKEN,
        /** A constraint or a deadlock at the database is a second guard: a request is repeated, or ends with an exception. */
        REFUSED
    }

    private record Guard(Site lock, boolean isOfFirst, Loss loss) {
        Optional<Site> removedFrom(boolean first) {
            return first == isOfFirst ? Optional.of(lock) : Optional.empty();
        }
    }

    Race(Engine engine) {
        this.engine = engine;
    }

    /** The first request takes this lock, and stops before what it locks or writes next. */
    Race firstHolds(Site lock) {
        guards.add(new Guard(lock, true, Loss.BROKEN));
        return firstHoldsToo(lock);
    }

    /** As {@link #firstHolds}, of a lock whose loss another race shows. */
    Race firstHoldsToo(Site lock) {
        after = Optional.of(lock);
        return this;
    }

    /** The first request does its work inside this lock, and stops there. */
    Race firstIsInside(Site lock) {
        guards.add(new Guard(lock, true, Loss.BROKEN));
        return this;
    }

    /** The first request stops where it comes to that place, whatever it holds. */
    Race firstStopsAt(Site site) {
        stopsBefore = Optional.of(site.toString());
        return this;
    }

    /** It stops before that call instead. */
    Race untilBefore(Class<?> store, String method) {
        stopsBefore = Optional.of(store.getSimpleName() + "." + method);
        return this;
    }

    /** A third request is done whole before the first comes to that place for the first time. */
    Race firstMeets(Site site) {
        meets = Optional.of(site);
        return this;
    }

    /** One of the requests is refused by the database, or sees that others were first, and is run again. */
    Race oneIsRepeated() {
        repeats = true;
        return this;
    }

    /** The second request wants this lock, and waits there. */
    Race secondWants(Site lock) {
        guards.add(new Guard(lock, false, Loss.BROKEN));
        return secondWaitsAt(lock);
    }

    /** The second request waits there, for something that is not its own lock. */
    Race secondWaitsAt(Site site) {
        waits = Optional.of(site);
        return this;
    }

    /** Without the lock that was named last the database refuses one of the two. */
    Race elseRefused() {
        Guard last = guards.remove(guards.size() - 1);
        guards.add(new Guard(last.lock(), last.isOfFirst(), Loss.REFUSED));
        return this;
    }

    /** @param company prepares what is there before, and says what is asked for */
    Stream<DynamicTest> tests(Function<RacedBakery, Requests> company) {
        return Stream.concat(
                Stream.of(dynamicTest("in order", () -> runsInOrder(company))),
                guards.stream()
                        .map(guard -> dynamicTest("lost without " + guard.lock(), () -> isLost(guard, company))));
    }

    private void runsInOrder(Function<RacedBakery, Requests> company) throws Throwable {
        try (RacedBakery bakery = new RacedBakery(engine)) {
            Requests requests = company.apply(bakery);
            Course course = run(requests, Optional.empty(), Optional.empty());

            assertEquals(waits, course.waitedAt(), () -> "where the second waits in " + course);
            assertTrue(course.metTheThird(), "the first never came to where it was to meet the third");
            assertEquals(repeats, course.isRefused(), () -> "whether the database refuses something in " + course);
            requests.holds().execute();
        }
    }

    private void isLost(Guard guard, Function<RacedBakery, Requests> company) {
        try (RacedBakery bakery = new RacedBakery(engine)) {
            Requests requests = company.apply(bakery);
            Course course = run(requests, guard.removedFrom(true), guard.removedFrom(false));

            assertTrue(course.isWithoutWhatWasRemoved(), guard.lock() + " was never asked for");
            assertEquals(
                    guard.loss(),
                    course.isRefused() ? Loss.REFUSED : isBroken(requests) ? Loss.BROKEN : null,
                    () -> "what comes of it without " + guard.lock() + " in " + course);
        }
    }

    private static boolean isBroken(Requests requests) {
        try {
            requests.holds().execute();
            return false;
        } catch (Throwable broken) {
            return broken instanceof AssertionError || rethrown(broken);
        }
    }

    private static boolean rethrown(Throwable failure) {
        throw new IllegalStateException("what must hold could not be looked at", failure);
    }

    private Course run(Requests requests, Optional<Site> withoutFirst, Optional<Site> withoutSecond) {
        Stop stop = new Stop(after, stopsBefore);
        return Course.of(
                new Request(
                        requests.first(),
                        withoutFirst,
                        Optional.of(stop),
                        meets.map(site -> new Meeting(site, requests.third()))),
                new Request(requests.second(), withoutSecond, Optional.empty()),
                engine::isBlocked);
    }
}
