package org.lottrace.console.web.internal.admin;

import java.util.List;
import org.lottrace.api.health.Metrics;
import org.lottrace.console.web.internal.admin.PrometheusText.Metric;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Counters and gauges of this node as people read them.
 *
 * @param first those that say at a glance how it is going
 * @param operations how often each operation ended how, and how long it took on average
 * @param rest all others
 */
public record MetricsView(List<Metric> first, List<PrometheusText.Timed> operations, List<Metric> rest) {
    /** Rows of one metric that are shown at most. */
    public static final int MOST = 60;

    private static final String OPERATIONS = "lottrace_operation_duration_seconds";

    private static final List<String> FIRST = List.of(
            "lottrace_follower_lag_events",
            "lottrace_follower_set_aside_events",
            "lottrace_database_connections",
            "lottrace_audit_entries",
            "lottrace_http_requests_total",
            "lottrace_refusals_total",
            "lottrace_events_recorded_total",
            "lottrace_interchanges_newest");

    static Answer show(Visit visit) {
        PrometheusText text = PrometheusText.of(visit.as(Metrics.class).text());
        return Answer.html(
                "admin/metrics.jte",
                new MetricsView(
                        FIRST.stream()
                                .flatMap(name -> text.metric(name).stream())
                                .toList(),
                        text.timed(OPERATIONS),
                        text.metrics().stream()
                                .filter(metric -> !FIRST.contains(metric.name())
                                        && !metric.name().startsWith(OPERATIONS))
                                .toList()));
    }
}
