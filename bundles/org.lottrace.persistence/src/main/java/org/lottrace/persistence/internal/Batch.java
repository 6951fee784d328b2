package org.lottrace.persistence.internal;

import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Writes that travel together. {@code insertMultiple} and the like batch as many rows as there are entities, so the lines of
 * one order would go one by one.
 */
public final class Batch {
    private static final int ROWS = 200;

    private Batch() {}

    /** Everything that {@code writes} asks for has been sent when this returns. */
    public static void send(StatelessSession session, Consumer<StatelessSession> writes) {
        Integer before = session.getJdbcBatchSize();
        session.setJdbcBatchSize(ROWS);
        try {
            writes.accept(session);
            ((SharedSessionContractImplementor) session).getJdbcCoordinator().executeBatch();
        } finally {
            session.setJdbcBatchSize(before);
        }
    }
}
