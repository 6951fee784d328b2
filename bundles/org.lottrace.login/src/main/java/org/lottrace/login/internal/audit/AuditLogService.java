package org.lottrace.login.internal.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.audit.AuditBacklog;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.audit.store.AuditStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.login.internal.audit.AuditQueue.Happened;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what waits, each second, many together; while the database is away it goes on waiting. */
@Component(immediate = true)
public final class AuditLogService implements AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLogService.class);
    private static final int MOST_TOGETHER = 500;
    private static final int SECONDS_TO_END = 15;

    private final AuditQueue queue;
    private final UnitOfWork unitOfWork;
    private final AuditStore store;
    private final Clock clock;
    private final ScheduledExecutorService writing =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "lottrace-audit"));
    private volatile Optional<String> failure = Optional.empty();
    private long lostAndSaid;

    @Activate
    public AuditLogService(
            @Reference AuditQueue queue,
            @Reference UnitOfWork unitOfWork,
            @Reference AuditStore store,
            @Reference Clock clock) {
        this(queue, unitOfWork, store, clock, 1);
    }

    /** @param seconds between two looks at what waits; 0: nobody looks, for tests */
    AuditLogService(AuditQueue queue, UnitOfWork unitOfWork, AuditStore store, Clock clock, int seconds) {
        this.queue = queue;
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.clock = clock;
        if (seconds > 0) {
            writing.scheduleWithFixedDelay(this::write, seconds, seconds, TimeUnit.SECONDS);
        }
    }

    @Deactivate
    void end() throws InterruptedException {
        queue.endAllMinutes();
        writing.execute(this::write);
        writing.shutdown();
        if (!writing.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS) || queue.waiting() > 0) {
            LOG.warn(
                    "the database is away: what is not in the audit log yet is lost when LotTrace ends entries={}",
                    queue.waiting());
        }
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        return store.list(query);
    }

    @Override
    public void providerLogin(String user, String address, Set<Role> roles) {
        queue.add(AuditNote.of(
                AuditKind.LOGIN,
                user,
                address,
                "http",
                LoginMethod.PROVIDER,
                roles.stream().map(Role::code).toList()));
    }

    @Override
    public void providerLoginFailed(String address) {
        queue.count(AuditNote.of(AuditKind.LOGIN_FAILED, "", address, "http", LoginMethod.PROVIDER, List.of()));
    }

    @Override
    public void partnerLogin(String partner, String address, String channel) {
        queue.add(AuditNote.of(AuditKind.LOGIN, partner, address, channel, LoginMethod.KEY, List.of()));
    }

    @Override
    public void partnerLoginFailed(String partner, String address, String channel) {
        queue.count(AuditNote.of(AuditKind.LOGIN_FAILED, partner, address, channel, LoginMethod.KEY, List.of()));
    }

    @Override
    public void configured(Caller caller, String part, String detail) {
        queue.add(new AuditNote(
                AuditKind.CONFIGURATION,
                "",
                "",
                "operation",
                LoginMethod.NONE,
                List.of(),
                caller.name(),
                "",
                part + ": " + detail));
    }

    @Override
    public AuditBacklog backlog() {
        return new AuditBacklog(queue.waiting(), queue.lost(), failure);
    }

    /** Whatever happens, the next second tries again: an exception would end the looking for good. */
    void write() {
        try {
            int most = MOST_TOGETHER;
            for (List<Happened> next = queue.first(most); !next.isEmpty(); next = queue.first(most)) {
                most = write(next);
            }
            failure.ifPresent(over -> LOG.info("the audit log is written again"));
            failure = Optional.empty();
        } catch (StoreUnavailableException | StaleWriteException away) {
            failed(away);
        } catch (RuntimeException defect) {
            LOG.error("the audit log cannot be written", defect);
            failed(defect);
        }
        sayWhatIsLost();
    }

    /** @return how many are to be written together next: one that is refused must not keep the others */
    private int write(List<Happened> next) {
        try {
            unitOfWork.run(() -> store.append(next.stream().map(this::entry).toList()));
        } catch (StoreUnavailableException | StaleWriteException away) {
            throw away;
        } catch (RuntimeException refused) {
            if (next.size() > 1) {
                return 1;
            }
            LOG.error(
                    "an entry of the audit log is refused by the database and lost note={}",
                    next.get(0).note(),
                    refused);
            queue.firstIsLost();
            return 1;
        }
        queue.written(next.size());
        return next.size() == 1 ? 1 : MOST_TOGETHER;
    }

    private AuditEntry entry(Happened happened) {
        AuditNote note = happened.note();
        Instant now = clock.instant();
        return new AuditEntry(
                0,
                now.minus(queue.ago(happened.first())),
                now.minus(queue.ago(happened.last())),
                happened.times(),
                note.kind(),
                note.user(),
                note.address(),
                note.channel(),
                note.method(),
                note.roles(),
                note.by(),
                note.credential(),
                note.detail());
    }

    private void failed(RuntimeException why) {
        if (failure.isEmpty()) {
            LOG.warn("the audit log cannot be written now, entries wait in memory waiting={}", queue.waiting(), why);
        }
        failure = Optional.of(String.valueOf(why.getMessage()));
    }

    private void sayWhatIsLost() {
        long lost = queue.lost();
        if (lost > lostAndSaid) {
            LOG.error("entries of the audit log are lost lost={}", lost - lostAndSaid);
            lostAndSaid = lost;
        }
    }
}
