package org.lottrace.metrics.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.operation.EndedOperation;
import org.lottrace.api.operation.OperationObserver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long operations take, how they end, and why they are refused. Names come from the catalogue alone, so they are bounded. */
@Component
public final class OperationMeter implements OperationObserver {
    /** In seconds, for the buckets: what a person does not notice, up to what an administrator has to look at. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private static final String OTHER = "OTHER";

    private final MeterRegistry registry;

    @Activate
    public OperationMeter(@Reference Meters meters) {
        this.registry = meters.registry();
    }

    @Override
    public void ended(EndedOperation operation) {
        Timer.builder("lottrace.operation.duration")
                .description("Operations that callers asked for, by how they ended")
                .tag("operation", operation.name())
                .tag("outcome", operation.ending().code())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(operation.took());
        operation.codes().forEach(code -> Counter.builder("lottrace.refusals")
                .description("Refusals by operation and reason; one refused operation may have several reasons")
                .tag("operation", operation.name())
                .tag("code", Catalogue.meaningOf(code).isPresent() ? code : OTHER)
                .register(registry)
                .increment());
    }
}
