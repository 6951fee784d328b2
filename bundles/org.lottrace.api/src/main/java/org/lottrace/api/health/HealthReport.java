package org.lottrace.api.health;

import java.util.Comparator;
import java.util.List;

/**
 * What all checks said.
 *
 * @param checks by name; none when the bundles have only just started
 */
public record HealthReport(List<Checked> checks) {
    /** Name of the check of the database, which everything else stands on. */
    public static final String DATABASE = "database";

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

    /**
     * Without a database most checks are not OK; those are consequences.
     *
     * @return what an administrator has to look at: the check of the database alone when it is not usable, otherwise every check
     *     that is not OK
     */
    public List<Checked> causes() {
        List<Checked> database = checks.stream()
                .filter(check ->
                        check.name().equals(DATABASE) && !check.status().isUsable())
                .toList();
        return database.isEmpty()
                ? checks.stream()
                        .filter(check -> check.status() != HealthStatus.OK)
                        .toList()
                : database;
    }

    /** @return the worst of all; without any check nothing is known yet */
    public HealthStatus status() {
        return checks.stream()
                .map(Checked::status)
                .max(Comparator.naturalOrder())
                .orElse(HealthStatus.TEMPORARILY_UNAVAILABLE);
    }
}
