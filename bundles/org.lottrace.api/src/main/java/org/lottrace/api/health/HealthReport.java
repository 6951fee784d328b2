package org.lottrace.api.health;

import java.util.Comparator;
import java.util.List;

/**
 * What all checks said.
 *
 * @param checks by name; none when the bundles have only just started
 */
public record HealthReport(List<Checked> checks) {
    /**
     * What one check said.
     *
     * @param name short, lower case
     * @param title for people
     * @param messages for administrators; they may tell about data
     * @param milliseconds how long it took
     */
    public record Checked(String name, String title, HealthStatus status, List<String> messages, long milliseconds) {
        public Checked {
            messages = List.copyOf(messages);
        }
    }

    public HealthReport {
        checks = List.copyOf(checks);
    }

    /** @return the worst of all; without any check nothing is known yet */
    public HealthStatus status() {
        return checks.stream()
                .map(Checked::status)
                .max(Comparator.naturalOrder())
                .orElse(HealthStatus.TEMPORARILY_UNAVAILABLE);
    }
}
