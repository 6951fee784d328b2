package org.lottrace.ledger.internal.follow;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.SetAsideEvent.Skipped;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs every follower. Followers are looked up when time passes, not when they appear: they need the ledger, and some this
 * service, themselves.
 */
@Component(
        service = {LedgerFollowers.class, LedgerGrowth.class},
        immediate = true,
        configurationPid = LedgerFollowersConfig.PID,
        reference =
                @Reference(
                        name = LedgerFollowersService.FOLLOWER,
                        service = LedgerFollower.class,
                        cardinality = ReferenceCardinality.MULTIPLE,
                        policy = ReferencePolicy.DYNAMIC))
@Designate(ocd = LedgerFollowersConfig.class)
public final class LedgerFollowersService implements LedgerFollowers, LedgerGrowth {
    static final String FOLLOWER = "follower";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFollowersService.class);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final long POLL_MILLISECONDS = 50;

    private final Surroundings with;
    private final Supplier<List<LedgerFollower>> followers;
    private final Map<String, FollowerRun> runs = new ConcurrentHashMap<>();
    private final Optional<ScheduledExecutorService> timer;
    private final boolean isWoken;
    private boolean isTickFailing;

    @Activate
    public LedgerFollowersService(
            ComponentContext context,
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference FollowerStore store,
            @Reference Leases leases,
            @Reference Clock clock,
            LedgerFollowersConfig config) {
        this(
                new Surroundings(unitOfWork, ledger, store, leases, new BackOff(new Random()), clock),
                () -> located(context),
                Optional.of(config.look_milliseconds())
                        .filter(interval -> interval > 0)
                        .map(interval -> Executors.newSingleThreadScheduledExecutor(LedgerFollowersService::thread)),
                config.look_milliseconds() > 0);
        int interval = config.look_milliseconds();
        timer.ifPresent(t -> t.scheduleWithFixedDelay(this::tick, interval, interval, TimeUnit.MILLISECONDS));
    }

    /** Without a service registry and without a timer, so that they work only when they are told to: for tests. */
    LedgerFollowersService(
            UnitOfWork unitOfWork,
            LedgerStore ledger,
            FollowerStore store,
            Leases leases,
            Supplier<List<LedgerFollower>> followers,
            Clock clock) {
        this(
                new Surroundings(unitOfWork, ledger, store, leases, new BackOff(new Random()), clock),
                followers,
                Optional.empty(),
                true);
    }

    private LedgerFollowersService(
            Surroundings with,
            Supplier<List<LedgerFollower>> followers,
            Optional<ScheduledExecutorService> timer,
            boolean isWoken) {
        this.with = with;
        this.followers = followers;
        this.timer = timer;
        this.isWoken = isWoken;
    }

    @Deactivate
    public void stop() throws InterruptedException {
        if (timer.isPresent()) {
            // a tick that is still at work would leave a connection open in a database that is closed next
            timer.get().shutdown();
            timer.get().awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS);
        }
        runs.values().forEach(FollowerRun::stop);
        for (FollowerRun run : runs.values()) {
            if (!run.awaitStopped(STOP)) {
                LOG.warn(
                        "follower does not come to an end follower={}",
                        run.follower().name());
            }
        }
    }

    @Override
    public void ledgerGrew() {
        if (isWoken) {
            runs.values().forEach(FollowerRun::wake);
        }
    }

    /** Takes up followers that have come, lets go those that have gone, and wakes those with something to do. */
    void tick() {
        try {
            refresh();
            long head = with.head();
            runs.values().forEach(run -> run.tick(head));
            isTickFailing = false;
        } catch (RuntimeException e) {
            // the outermost edge: what is wrong now may be right in a second
            if (!isTickFailing) {
                LOG.error("followers cannot be looked after now; tried again every second", e);
            }
            isTickFailing = true;
        }
    }

    private synchronized void refresh() {
        List<LedgerFollower> present = followers.get();
        runs.values().removeIf(run -> {
            boolean isGone = present.stream().noneMatch(follower -> follower == run.follower());
            if (isGone) {
                run.stop();
            }
            return isGone;
        });
        for (LedgerFollower follower : present) {
            FollowerRun run = runs.computeIfAbsent(follower.name(), name -> new FollowerRun(follower, with));
            if (run.follower() != follower) {
                LOG.error("two followers have the same name, the second is not run follower={}", follower.name());
            }
        }
    }

    @Override
    public List<FollowerStatus> all() {
        refresh();
        TreeSet<String> names = new TreeSet<>(runs.keySet());
        with.unitOfWork().required(with.store()::positions).forEach(position -> names.add(position.name()));
        return names.stream().map(this::status).toList();
    }

    @Override
    public FollowerStatus status(String name) {
        Optional<FollowerRun> run = here(name);
        if (run.isPresent()) {
            return run.get().status();
        }
        boolean isKnown = with.unitOfWork().required(with.store()::positions).stream()
                .map(FollowerPosition::name)
                .anyMatch(name::equals);
        if (!isKnown) {
            throw new IllegalArgumentException(unknown(name).message());
        }
        return Statuses.of(name, with, Optional.empty());
    }

    @Override
    public FollowerStatus catchUp(String name, Duration patience) {
        FollowerRun run = here(name)
                .orElseThrow(() -> new IllegalArgumentException(unknown(name).message()));
        FollowerStatus status = run.status();
        if (status.lag() == 0 || status.state() == FollowerState.REBUILDING) {
            return status;
        }
        Optional<Long> head = run.now(patience);
        if (head.isEmpty()) {
            return run.status();
        }
        status = at(head.get(), run.status());
        long polls = patience.toMillis() / POLL_MILLISECONDS;
        for (long poll = 0; poll < polls && status.lag() > 0 && status.failure().isEmpty(); poll++) {
            pause();
            status = at(head.get(), run.status());
        }
        return status;
    }

    private static FollowerStatus at(long head, FollowerStatus now) {
        return new FollowerStatus(
                now.name(), now.state(), now.position(), head, now.failure(), now.setAside(), now.node());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another node", e);
        }
    }

    @Override
    public List<Violation> retry(String name, long position) {
        Optional<FollowerRun> run = here(name);
        if (run.isEmpty()) {
            return List.of(unknown(name));
        }
        if (!run.get().retrySetAside(position)) {
            boolean standsThere = run.get()
                    .status()
                    .failure()
                    .filter(failure -> failure.position() == position)
                    .isPresent();
            if (!standsThere) {
                return List.of(notWaiting(name, position));
            }
            run.get().now(STOP);
        }
        return Stream.concat(
                        run.get().status().failure().stream(),
                        run.get().status().setAside().stream().map(SetAsideEvent::failure))
                .filter(failure -> failure.position() == position)
                .map(failure -> new Violation("EVENT_FAILS", "position", failure.reason()))
                .toList();
    }

    @Override
    public List<Violation> skip(Caller caller, String name, long position, String reason) {
        if (reason.isBlank()) {
            return List.of(new Violation(
                    "REASON_MISSING", "reason", "say why the follower can do without the event; it is kept"));
        }
        return with.unitOfWork().required(() -> {
            Optional<SetAsideEvent> waiting = with.store()
                    .lockSetAside(name, position)
                    .filter(event -> event.skipped().isEmpty());
            if (waiting.isEmpty()) {
                return List.of(notWaiting(name, position));
            }
            Skipped skipped =
                    new Skipped(caller.name(), reason, with.clock().instant().truncatedTo(ChronoUnit.MICROS));
            with.store()
                    .saveSetAside(
                            name,
                            new SetAsideEvent(
                                    waiting.get().lane(), waiting.get().failure(), Optional.of(skipped)));
            LOG.warn("event is skipped follower={} position={} by={} reason={}", name, position, caller.name(), reason);
            return List.of();
        });
    }

    @Override
    public List<SetAsideEvent> skipped(String name) {
        return with.unitOfWork().required(() -> with.store().allSetAside(name)).stream()
                .filter(event -> event.skipped().isPresent())
                .toList();
    }

    @Override
    public List<Violation> rebuild(String name) {
        Optional<FollowerRun> run = here(name);
        if (run.isEmpty()) {
            return List.of(unknown(name));
        }
        if (!(run.get().follower() instanceof RebuildableFollower)) {
            return List.of(new Violation(
                    "FOLLOWER_NOT_REBUILDABLE",
                    "name",
                    "follower " + name + " cannot begin again: what it did is not only in its own tables"));
        }
        run.get().rebuild();
        return List.of();
    }

    private Optional<FollowerRun> here(String name) {
        if (!runs.containsKey(name)) {
            refresh();
        }
        return Optional.ofNullable(runs.get(name));
    }

    private static Violation unknown(String name) {
        return new Violation(
                "FOLLOWER_UNKNOWN", "name", "there is no follower " + name + " on this node; see lottrace:followers");
    }

    private static Violation notWaiting(String name, long position) {
        return new Violation(
                "EVENT_NOT_WAITING",
                "position",
                "follower " + name + " has not set aside the event at position " + position
                        + "; see lottrace:followers. One it has stopped at cannot be skipped: put right what it says");
    }

    private static List<LedgerFollower> located(ComponentContext context) {
        Object[] services = context.locateServices(FOLLOWER);
        return services == null
                ? List.of()
                : Stream.of(services)
                        .filter(Objects::nonNull)
                        .map(LedgerFollower.class::cast)
                        .toList();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-followers");
        thread.setDaemon(true);
        return thread;
    }
}
