package org.lottrace.health.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the checks with the tag {@code lottrace}. */
@Component
public final class FelixHealth implements Health {
    private final HealthCheckExecutor checks;

    @Activate
    public FelixHealth(@Reference HealthCheckExecutor checks) {
        this.checks = checks;
    }

    @Override
    public HealthReport check() {
        return new HealthReport(checks.execute(HealthCheckSelector.tags("lottrace")).stream()
                .map(FelixHealth::checked)
                .sorted(Comparator.comparing(HealthReport.Checked::name))
                .toList());
    }

    private static HealthReport.Checked checked(HealthCheckExecutionResult result) {
        List<String> messages = new ArrayList<>();
        for (ResultLog.Entry entry : result.getHealthCheckResult()) {
            messages.add(entry.getMessage());
        }
        return new HealthReport.Checked(
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
