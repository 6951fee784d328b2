package org.lottrace.services.race;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One of the two requests of a race, on a thread of its own: what it does to the stores, and where it stops for the other. */
final class Request {
    /** What a request gives to a thread that it starts is its own work. */
    private static final ThreadLocal<Request> CURRENT = new InheritableThreadLocal<>();

    /** The second request, and the third. */
    private static final ThreadLocal<Boolean> ON_OTHER_NODE = new InheritableThreadLocal<>();

    static final int DEADLINE_SECONDS = 30;

    private final Optional<Site> removed;
    private final Optional<Stop> stop;
    private final Optional<Meeting> meeting;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private boolean passedItsLock;
    private volatile boolean hasMet;
    private volatile boolean metTheRemoved;
    private volatile Optional<Site> at = Optional.empty();
    private volatile boolean repeated;
    private volatile Object result;
    private volatile Optional<Exception> thrown = Optional.empty();
    private volatile boolean ended;

    /**
     * Where the first request stops: between what it has checked and what it writes.
     *
     * @param after its lock; from its beginning if empty
     * @param before the next call of this method or at this site; of any method that locks or writes if empty
     */
    record Stop(Optional<Site> after, Optional<String> before) {
        boolean isAt(Site site, boolean locksOrWrites) {
            return before.map(where -> where.equals(site.method()) || where.equals(site.toString()))
                    .orElse(locksOrWrites);
        }
    }

    /**
     * A third request that is done whole while this one is on its way.
     *
     * @param before the first call at this site
     */
    record Meeting(Site before, Runnable third) {}

    Request(Callable<?> work, Optional<Site> removed, Optional<Stop> stop) {
        this(work, removed, stop, Optional.empty());
    }

    Request(Callable<?> work, Optional<Site> removed, Optional<Stop> stop, Optional<Meeting> meeting) {
        this.removed = removed;
        this.stop = stop;
        this.meeting = meeting;
        this.passedItsLock = stop.filter(s -> s.after().isEmpty()).isPresent();
        this.thread = new Thread(() -> work(work));
    }

    static Optional<Request> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** @return whether what this thread does is done on the other node */
    static boolean isOnOtherNode() {
        return Boolean.TRUE.equals(ON_OTHER_NODE.get());
    }

    void start() {
        thread.start();
    }

    /** Called before each call of a store. */
    void comesTo(Site site, boolean locksOrWrites) {
        at = Optional.of(site);
        meeting.filter(third -> !hasMet && third.before().equals(site)).ifPresent(this::meet);
        if (passedItsLock && goOn.getCount() > 0 && stop.orElseThrow().isAt(site, locksOrWrites)) {
            stopped.countDown();
            await(goOn);
        }
    }

    void leaves(Site site) {
        at = Optional.empty();
        passedItsLock |= stop.flatMap(Stop::after).filter(site::equals).isPresent();
    }

    boolean isToDoWithout(Site site) {
        boolean isRemoved = removed.filter(site::equals).isPresent();
        metTheRemoved |= isRemoved;
        return isRemoved;
    }

    /** Called when a unit of work runs again, as somebody else was first. */
    void isRepeated() {
        repeated = true;
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

    /** @return false when it never came to where a third request was to be done: then nothing was shown */
    boolean metTheThird() {
        return meeting.isEmpty() || hasMet;
    }

    /** @return true when it ended with an exception, or was run again because of one */
    boolean isRefused() {
        return repeated || thrown.isPresent();
    }

    @Override
    public String toString() {
        return thrown.map(Throwable::toString).orElse(String.valueOf(result)) + (repeated ? ", repeated" : "");
    }

    private void work(Callable<?> work) {
        CURRENT.set(this);
        ON_OTHER_NODE.set(stop.isEmpty());
        try {
            result = work.call();
        } catch (Exception e) { // whatever it is, it is the end of the request, and told with it
            thrown = Optional.of(e);
        } finally {
            ended = true;
        }
    }

    private void meet(Meeting third) {
        hasMet = true;
        Thread other = new Thread(() -> {
            CURRENT.remove();
            ON_OTHER_NODE.set(true);
            third.third().run();
        });
        other.start();
        try {
            other.join(TimeUnit.SECONDS.toMillis(DEADLINE_SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
