package org.lottrace.console.web.internal.admin;

import java.util.Optional;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.HealthStatus;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;
import org.osgi.framework.FrameworkUtil;

/**
 * How the installation is.
 *
 * @param version of what is installed; empty outside a framework
 */
public record HealthView(HealthReport report, Optional<String> version) {
    static Answer show(Visit visit) {
        HealthReport report = visit.as(Health.class).check();
        Optional<String> version = Optional.ofNullable(FrameworkUtil.getBundle(HealthView.class))
                .map(bundle -> bundle.getVersion().toString());
        return Answer.html("admin/health.jte", new HealthView(report, version));
    }

    /** @return true when the check is one that somebody has to look at, and not a consequence of another */
    public boolean isCause(HealthReport.Checked check) {
        return report.causes().contains(check);
    }

    /** @return class of its badge */
    public static String badge(HealthStatus status) {
        return switch (status) {
            case OK -> "good";
            case WARN, TEMPORARILY_UNAVAILABLE -> "warn";
            case CRITICAL, HEALTH_CHECK_ERROR -> "bad";
        };
    }
}
