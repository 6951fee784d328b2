package org.lottrace.metrics.internal;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.audit.AuditBacklog;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.health.DatabasePool;
import org.lottrace.api.health.Metrics;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for what is not counted as it happens, and writes all of it. What cannot be told now is left out, not told as it was. */
@Component
public final class MetricsService implements Metrics {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsService.class);

    /** Enough for what happened between two looks. */
    private static final int NEWEST = 200;

    private final Meters meters;
    private final MultiGauge lags;
    private final MultiGauge setAside;
    private final MultiGauge interchanges;
    private final MultiGauge connections;
    private final MultiGauge lockWaits;
    private final MultiGauge audit;
    private final InterchangeMeter files;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LedgerFollowers followers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Interchanges edi;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DatabasePool pool;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile AuditLog auditLog;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PartnerDirectory partners;

    @Activate
    public MetricsService(@Reference Meters meters, @Reference Clock clock) {
        this(meters, clock, null, null, null, null, null);
    }

    /** For tests. */
    MetricsService(
            Meters meters,
            Clock clock,
            LedgerFollowers followers,
            Interchanges edi,
            PartnerDirectory partners,
            DatabasePool pool,
            AuditLog auditLog) {
        this.meters = meters;
        this.files = new InterchangeMeter(meters.registry(), clock.instant());
        this.partners = partners;
        this.followers = followers;
        this.edi = edi;
        this.pool = pool;
        this.auditLog = auditLog;
        this.lags = gauge("lottrace.follower.lag", "Events that a follower of the ledger is behind", "events");
        this.setAside = gauge("lottrace.follower.set.aside", "Events that a follower has set aside", "events");
        this.interchanges = gauge(
                "lottrace.interchanges.newest",
                "The newest 200 interchanges by direction and result, of all partners",
                null);
        this.connections = gauge(
                "lottrace.database.connections",
                "Connections to the database: active, idle, most; waiting are threads that wait for one",
                null);
        this.lockWaits = gauge(
                "lottrace.database.lock.waits",
                "Connections to the database, of all nodes, that wait for a lock of another at this moment",
                null);
        this.audit = gauge("lottrace.audit.entries", "Entries of the audit log that wait, and that were lost", null);
    }

    private MultiGauge gauge(String name, String description, String unit) {
        return MultiGauge.builder(name).description(description).baseUnit(unit).register(meters.registry());
    }

    /** One at a time: a gauge that is being filled is not written. */
    @Override
    public synchronized String text() {
        LedgerFollowers ofLedger = followers;
        List<FollowerStatus> statuses = ofLedger == null ? List.of() : orNothing(ofLedger::all);
        fill(lags, statuses.stream().map(status -> row("follower", status.name(), status.lag())));
        fill(
                setAside,
                statuses.stream()
                        .map(status ->
                                row("follower", status.name(), status.setAside().size())));
        Interchanges log = edi;
        fill(interchanges, log == null ? Stream.empty() : byResult(orNothing(() -> log.recent(NEWEST))));
        if (log != null) {
            orNothing(() -> {
                files.look(log, this::partner);
                return List.of();
            });
        }
        DatabasePool open = pool;
        fill(connections, open == null ? Stream.empty() : rows(open.use()));
        fill(lockWaits, open == null ? Stream.empty() : waiting(open));
        AuditLog entries = auditLog;
        fill(audit, entries == null ? Stream.empty() : rows(entries.backlog()));
        return meters.text();
    }

    private static void fill(MultiGauge gauge, Stream<Row<?>> rows) {
        gauge.register(rows.collect(Collectors.toList()), true);
    }

    private static Row<?> row(String tag, String value, long number) {
        return Row.of(Tags.of(tag, value), number);
    }

    private static Stream<Row<?>> rows(DatabasePool.Use use) {
        return Stream.of(
                row("state", "active", use.active()),
                row("state", "idle", use.idle()),
                row("state", "waiting", use.waiting()),
                row("state", "most", use.most()));
    }

    private static Stream<Row<?>> waiting(DatabasePool pool) {
        return orNothing(() -> List.of(pool.waitingForLocks())).stream().map(count -> Row.of(Tags.empty(), count));
    }

    private static Stream<Row<?>> rows(AuditBacklog backlog) {
        return Stream.of(row("state", "waiting", backlog.waiting()), row("state", "lost", backlog.lost()));
    }

    private static Stream<Row<?>> byResult(List<InterchangeRecord> newest) {
        Map<Tags, Long> counts = newest.stream()
                .collect(Collectors.groupingBy(
                        record -> Tags.of(
                                "direction",
                                record.direction().code(),
                                "status",
                                record.status().code()),
                        Collectors.counting()));
        return counts.entrySet().stream().map(count -> Row.of(count.getKey(), count.getValue()));
    }

    /** @param address {@code qualifier:id}, as the envelope says it */
    private String partner(String address) {
        PartnerDirectory known = partners;
        int colon = address.indexOf(':');
        if (known == null || colon < 0) {
            return InterchangeMeter.UNKNOWN;
        }
        try {
            return known.find(new EdiAddress(address.substring(0, colon), address.substring(colon + 1)))
                    .map(party -> party.id().value())
                    .orElse(InterchangeMeter.UNKNOWN);
        } catch (InvalidIdentifierException none) {
            return InterchangeMeter.UNKNOWN;
        }
    }

    private static <T> List<T> orNothing(Supplier<List<T>> question) {
        try {
            return question.get();
        } catch (StoreUnavailableException away) {
            LOG.debug("left out of the metrics, the database is away", away);
            return List.of();
        }
    }
}
