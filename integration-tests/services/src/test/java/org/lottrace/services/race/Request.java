package org.lottrace.services.race;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One of the two requests of a race, on a thread of its own: what it does to the stores, and where it stops for the other. */
final class Request {
    private static final ThreadLocal<Request> CURRENT = new ThreadLocal<>();
    static final int DEADLINE_SECONDS = 30;

    private final Optional<Site> removed;
    private final Optional<Stop> stop;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private boolean passedItsLock;
    private volatile boolean metTheRemoved;
    private volatile Optional<Site> at = Optional.empty();
    private volatile int runs;
    private volatile Object result;
    private volatile Optional<Exception> thrown = Optional.empty();
    private volatile boolean ended;

    /**
     * Where the first request stops: between what it has checked and what it writes.
     *
     * @param after its lock
     * @param before the first call after it of this method, as {@code Store.method}; of any that locks or writes if empty
     */
    record Stop(Site after, Optional<String> before) {}

    Request(Callable<?> work, Optional<Site> removed, Optional<Stop> stop) {
        this.removed = removed;
        this.stop = stop;
        this.thread = new Thread(() -> work(work));
    }

    static Optional<Request> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    void start() {
        thread.start();
    }

    /** Called before each call of a store. */
    void comesTo(Site site, boolean locksOrWrites) {
        at = Optional.of(site);
        boolean stops = passedItsLock
                && goOn.getCount() > 0
                && stop.orElseThrow().before().map(site.method()::equals).orElse(locksOrWrites);
        if (stops) {
            stopped.countDown();
            await(goOn);
        }
    }

    void leaves(Site site) {
        at = Optional.empty();
        passedItsLock |= stop.filter(s -> s.after().equals(site)).isPresent();
    }

    boolean isToDoWithout(Site site) {
        boolean isRemoved = removed.filter(site::equals).isPresent();
        metTheRemoved |= isRemoved;
        return isRemoved;
    }

    /** Called when a unit of work begins to run, for the first time or again. */
    void runs() {
        runs++;
    }

    boolean hasStopped() {
        return stopped.getCount() == 0;
    }

    void goOn() {
        goOn.countDown();
    }

    boolean hasEnded() {
        return ended;
    }

    /** Where it is inside a store, if it is. */
    Optional<Site> at() {
        return at;
    }

    /** @return false when what was to be taken out never came: then nothing was shown */
    boolean metWhatIsRemoved() {
        return removed.isEmpty() || metTheRemoved;
    }

    /** @return true when it ended with an exception, or was run again because of one */
    boolean isRefused() {
        return runs > 1 || thrown.isPresent();
    }

    @Override
    public String toString() {
        return thrown.map(Throwable::toString).orElse(String.valueOf(result)) + ", runs " + runs;
    }

    private void work(Callable<?> work) {
        CURRENT.set(this);
        try {
            result = work.call();
        } catch (Exception e) { // whatever it is, it is the end of the request, and told with it
            thrown = Optional.of(e);
        } finally {
            ended = true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
