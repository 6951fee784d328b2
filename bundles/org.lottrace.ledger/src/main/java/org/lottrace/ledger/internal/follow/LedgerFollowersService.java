package org.lottrace.ledger.internal.follow;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.event.store.FollowerStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.StoreUnavailableException;
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
    private final RunningFollowers runs;
    private final Remedies remedies;
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
        this.runs = new RunningFollowers(with, followers);
        this.remedies = new Remedies(with, runs);
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
        runs.stop(STOP);
    }

    @Override
    public void ledgerGrew() {
        if (isWoken) {
            runs.each(FollowerRun::wake);
        }
    }

    /** Takes up followers that have come, lets go those that have gone, and wakes those with something to do. */
    void tick() {
        try {
            runs.refresh();
            long head = with.head();
            runs.each(run -> run.tick(head));
            isTickFailing = false;
        } catch (RuntimeException e) {
            // the outermost edge: what is wrong now may be right in a second
            if (!isTickFailing) {
                if (e instanceof StoreUnavailableException) { // its cause is told as an error already
                    LOG.warn("followers cannot be looked after now; tried again every second", e);
                } else {
                    LOG.error("followers cannot be looked after now; tried again every second", e);
                }
            }
            isTickFailing = true;
        }
    }

    @Override
    public List<FollowerStatus> all() {
        runs.refresh();
        TreeSet<String> names = new TreeSet<>(runs.names());
        with.unitOfWork().required(with.store()::positions).forEach(position -> names.add(position.name()));
        return names.stream().map(this::status).toList();
    }

    @Override
    public FollowerStatus status(String name) {
        Optional<FollowerRun> run = runs.here(name);
        if (run.isPresent()) {
            return run.get().status();
        }
        boolean isKnown = with.unitOfWork().required(with.store()::positions).stream()
                .map(FollowerPosition::name)
                .anyMatch(name::equals);
        if (!isKnown) {
            throw new WrongQuestionException(RunningFollowers.unknown(name).message());
        }
        return Statuses.of(name, with, Optional.empty());
    }

    @Override
    public FollowerStatus catchUp(String name, Duration patience) {
        FollowerRun run = runs.here(name)
                .orElseThrow(() -> new WrongQuestionException(
                        RunningFollowers.unknown(name).message()));
        FollowerStatus status = run.status();
        if (status.state() == FollowerState.REBUILDING || status.lag() == 0 && !hasToTryAgain(run)) {
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

    private boolean hasToTryAgain(FollowerRun run) {
        return with.unitOfWork().required(run.follower()::hasToTryAgain);
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
        return remedies.retry(name, position);
    }

    @Override
    public List<Violation> skip(Caller caller, String name, long position, String reason) {
        return remedies.skip(caller, name, position, reason);
    }

    @Override
    public List<SetAsideEvent> skipped(String name) {
        return remedies.skipped(name);
    }

    @Override
    public List<Violation> rebuild(String name) {
        return remedies.rebuild(name);
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
