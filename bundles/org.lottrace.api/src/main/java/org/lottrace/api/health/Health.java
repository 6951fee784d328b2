package org.lottrace.api.health;

import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All health checks of LotTrace. Load balancers ask without a login, and a page for them shows no messages; whoever is to read
 * those asks as for every other operation.
 */
@ProviderType
public interface Health {
    /** Runs them and waits for each as long as the configuration says. Changes nothing. */
    @Operation(name = "health.check")
    HealthReport check();
}
