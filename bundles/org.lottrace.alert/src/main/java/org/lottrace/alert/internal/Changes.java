package org.lottrace.alert.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthReport.Checked;
import org.lottrace.api.health.HealthStatus;

/** What is to be told: a state that differs from the one that was told last, and has held long enough. Used by one thread. */
final class Changes {
    private final Duration hold;
    private final Map<String, Candidate> candidates = new HashMap<>();

    Changes(Duration hold) {
        this.hold = hold;
    }

    /**
     * @param told by name of the check; one that is not in it was OK
     * @return what is to be told now, with the moment since when it is so
     */
    List<Change> look(HealthReport report, Map<String, HealthStatus> told, Instant now) {
        List<Change> changes = new ArrayList<>();
        for (Checked check : known(report)) {
            HealthStatus status = level(check.status());
            if (status == HealthStatus.TEMPORARILY_UNAVAILABLE) {
                continue;
            }
            if (status == told.getOrDefault(check.name(), HealthStatus.OK)) {
                candidates.remove(check.name());
                continue;
            }
            Candidate candidate = candidates.get(check.name());
            if (candidate == null || candidate.status() != status) {
                candidate = new Candidate(status, now);
                candidates.put(check.name(), candidate);
            }
            if (Duration.between(candidate.since(), now).compareTo(hold) >= 0) {
                candidates.remove(check.name());
                changes.add(new Change(check.name(), status, candidate.since(), check.messages()));
            }
        }
        return changes;
    }

    /** Without a database nothing is known of the others. */
    private static List<Checked> known(HealthReport report) {
        return report.checks().stream()
                .filter(check -> !check.name().equals(HealthReport.DATABASE)
                        || !check.status().isUsable())
                .filter(check -> check.name().equals(HealthReport.DATABASE))
                .findFirst()
                .map(List::of)
                .orElse(report.checks());
    }

    private static HealthStatus level(HealthStatus status) {
        return status == HealthStatus.HEALTH_CHECK_ERROR ? HealthStatus.CRITICAL : status;
    }

    record Change(String check, HealthStatus status, Instant since, List<String> messages) {}

    private record Candidate(HealthStatus status, Instant since) {}
}
