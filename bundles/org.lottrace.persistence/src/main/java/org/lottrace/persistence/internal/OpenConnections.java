package org.lottrace.persistence.internal;

import org.lottrace.api.health.DatabasePool;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the pool says of itself. */
@Component
public final class OpenConnections implements DatabasePool {
    private final Database database;

    @Activate
    public OpenConnections(@Reference Database database) {
        this.database = database;
    }

    @Override
    public Use use() {
        return database.pool().use();
    }

    @Override
    public int waitingForLocks() {
        return database.pool().waitingForLocks();
    }
}
