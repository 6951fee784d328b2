package org.lottrace.api.health;

import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/** Counters and gauges of this node. */
@ProviderType
public interface Metrics {
    /**
     * @return all of them as they are now, in Prometheus' text format 0.0.4; what cannot be asked now (the database is away) is
     *     left out
     */
    @Operation(
            name = "metrics.read",
            roles = {Role.ADMINISTRATOR, Role.AUDITOR})
    String text();
}
