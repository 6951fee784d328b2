package org.lottrace.health.internal;

import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Costing books what it can; a warning when an event cannot be booked. */
@Component(
        service = HealthCheck.class,
        property = {
            HealthCheck.NAME + "=costing",
            HealthCheck.TAGS + "=lottrace",
            HealthCheck.TAGS + "=" + FelixHealth.ASKS_DATABASE
        })
public final class CostingCheck implements HealthCheck {
    private final LotCosting costing;

    @Activate
    public CostingCheck(@Reference LotCosting costing) {
        this.costing = costing;
    }

    @Override
    public Result execute() {
        CostingProgress progress = costing.progress();
        return progress.problem()
                .map(problem -> new Result(
                        Result.Status.WARN,
                        progress.booked() < progress.head()
                                ? "has stopped: " + problem
                                : "events that wait to be booked: " + progress.waiting() + ", the first: " + problem))
                .orElseGet(() -> new Result(
                        Result.Status.OK, "booked " + progress.booked() + " of " + progress.head() + " events"));
    }
}
