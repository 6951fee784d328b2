package org.lottrace.health.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthReport.Checked;
import org.lottrace.api.health.HealthStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks the checks with the tag {@code lottrace}, that of the database first. While it cannot be used, those that would ask it are not asked: each would wait for a connection until its
 * time is over, and so would whoever asks for health. What they said last stands there instead, with its time.
 */
@Component
public final class FelixHealth implements Health {
    /** The tag of checks that ask the database. */
    static final String ASKS_DATABASE = "lottrace-asks-database";

    private static final String ALL = "lottrace";

    private final HealthCheckExecutor checks;
    private final Clock clock;

    /** By name, what the checks said that ask the database. */
    private final Map<String, Said> last = new ConcurrentHashMap<>();

    private record Said(Checked checked, Instant at) {}

    @Activate
    public FelixHealth(@Reference HealthCheckExecutor checks, @Reference Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public HealthReport check() {
        boolean canBeAsked = asked(HealthCheckSelector.names(HealthReport.DATABASE))
                .allMatch(database -> database.status().isUsable());
        return new HealthReport((canBeAsked ? all() : withoutDatabase())
                .sorted(Comparator.comparing(Checked::name))
                .toList());
    }

    private Stream<Checked> all() {
        Instant now = clock.instant();
        List<HealthCheckExecutionResult> results = checks.execute(HealthCheckSelector.tags(ALL));
        results.stream()
                .filter(FelixHealth::asksDatabase)
                .map(FelixHealth::checked)
                .forEach(checked -> last.put(checked.name(), new Said(checked, now)));
        return results.stream().map(FelixHealth::checked);
    }

    private Stream<Checked> withoutDatabase() {
        return Stream.concat(
                asked(HealthCheckSelector.tags(ALL, "-" + ASKS_DATABASE)),
                last.values().stream().map(FelixHealth::unasked));
    }

    private static boolean asksDatabase(HealthCheckExecutionResult result) {
        return result.getHealthCheckMetadata().getTags().contains(ASKS_DATABASE);
    }

    private static Checked unasked(Said said) {
        Checked before = said.checked;
        return new Checked(
                before.name(),
                before.title(),
                HealthStatus.TEMPORARILY_UNAVAILABLE,
                List.of("not asked while the database cannot be used; " + before.status() + " at "
                        + said.at.truncatedTo(ChronoUnit.SECONDS)),
                0);
    }

    private Stream<Checked> asked(HealthCheckSelector which) {
        return checks.execute(which).stream().map(FelixHealth::checked);
    }

    private static Checked checked(HealthCheckExecutionResult result) {
        List<String> messages = new ArrayList<>();
        for (ResultLog.Entry entry : result.getHealthCheckResult()) {
            messages.add(entry.getMessage());
        }
        return new Checked(
                result.getHealthCheckMetadata().getName(),
                result.getHealthCheckMetadata().getTitle(),
                status(result),
                messages,
                result.getElapsedTimeInMs());
    }

    /** Felix calls a check that has not answered in time a warning for minutes; but nobody knows how things are then. */
    private static HealthStatus status(HealthCheckExecutionResult result) {
        HealthStatus told =
                HealthStatus.valueOf(result.getHealthCheckResult().getStatus().name());
        return result.hasTimedOut() && told.isUsable() ? HealthStatus.TEMPORARILY_UNAVAILABLE : told;
    }
}
