package org.lottrace.api.health;

import org.osgi.annotation.versioning.ProviderType;

/**
 * All health checks of LotTrace. Not an operation: load balancers ask without a login, and a page for them shows no messages.
 */
@ProviderType
public interface Health {
    /** Runs them and waits for each as long as the configuration says. Changes nothing. */
    HealthReport check();
}
