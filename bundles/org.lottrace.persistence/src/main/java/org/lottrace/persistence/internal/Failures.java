package org.lottrace.persistence.internal;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.StaleStateException;
import org.hibernate.TransactionException;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.StoreUnavailableException;

/** Tells a race that was lost from a database that does not work, by the SQLSTATE both databases give. */
final class Failures {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String CANCELED = "57014";

    private Failures() {}

    /**
     * @param watch is told when the database does not work
     * @return what a caller of the store may see instead of {@code failure}; itself when no database was involved
     */
    static RuntimeException translate(RuntimeException failure, DatabaseWatch watch) {
        if (!(failure instanceof PersistenceException)) {
            return failure;
        }
        if (failure.getCause() instanceof IllegalArgumentException unreadable) {
            return unreadable; // a column holds what no value can be: not the database is wrong but what is stored
        }
        Optional<TimeLimit> limit = TimeLimit.current();
        if (limit.isPresent() && isBrokenOff(failure)) {
            return limit.get().exceeded();
        }
        String reason = sqlException(failure).map(Throwable::getMessage).orElse(failure.getMessage());
        if (isRace(failure)) {
            return new StaleWriteException("somebody else was first; repeat the use case: " + reason, failure);
        }
        if (sqlState(failure).startsWith("22")) { // data exception
            return new IllegalArgumentException("a value does not fit its column: " + reason, failure);
        }
        return watch.failed(failure)
                .map(fault -> new StoreUnavailableException(fault.sentence()))
                .orElseGet(() -> new StoreUnavailableException(
                        "the database is unavailable or refused; check etc/org.lottrace.persistence.cfg and its log: "
                                + reason,
                        failure));
    }

    static boolean isUniqueViolation(RuntimeException failure) {
        return sqlState(failure).equals(UNIQUE_VIOLATION);
    }

    /** By the database, or by Hibernate before the next statement. */
    private static boolean isBrokenOff(RuntimeException failure) {
        return sqlState(failure).equals(CANCELED) || failure instanceof TransactionException;
    }

    private static boolean isRace(RuntimeException failure) {
        if (failure instanceof StaleStateException || failure instanceof OptimisticLockException) {
            return true;
        }
        String state = sqlState(failure);
        return state.startsWith("23") // a constraint
                || state.startsWith("40") // serialization, deadlock
                || state.equals("55P03") // PostgreSQL: lock timeout
                || state.equals("HYT00") // H2: lock timeout
                || state.equals("90131"); // H2: concurrent update
    }

    private static String sqlState(Throwable failure) {
        return sqlException(failure).map(SQLException::getSQLState).orElse("");
    }

    private static Optional<SQLException> sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
