package org.lottrace.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;

/**
 * Questions in SQL, for what every movement asks: without entities, and together in one round trip where the database takes several
 * statements as one text. Each still sees what was committed when it began, so a question after a lock sees what the lock waited for.
 */
public final class Questions {
    private final List<Question> asked = new ArrayList<>();
    private final List<Runnable> after = new ArrayList<>();

    /** What is made of a row of an answer. */
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private record Question(String sql, boolean locks, Row each, Object... parameters) {
        String on(boolean postgresql) {
            return locks ? sql + (postgresql ? " for no key update" : " for update") : sql;
        }

        int fill(PreparedStatement statement, int first) throws SQLException {
            int next = first;
            for (Object parameter : parameters) {
                if (parameter instanceof ArrayParameter array) {
                    next = array.set(statement, next);
                } else {
                    statement.setObject(next++, driven(parameter));
                }
            }
            return next;
        }

        void read(PreparedStatement statement) throws SQLException {
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        }
    }

    /** @param parameters in order: arrays, and single values */
    public Questions ask(String sql, Row each, Object... parameters) {
        asked.add(new Question(sql, false, each, parameters));
        return this;
    }

    /** As {@link #ask}; each row is locked until the end of the unit of work, in the order of the query. */
    public Questions lock(String sql, Row each, Object... parameters) {
        asked.add(new Question(sql, true, each, parameters));
        return this;
    }

    /** @param made of all answers, when they are read */
    public Questions then(Runnable made) {
        after.add(made);
        return this;
    }

    /** @return whether nothing is asked */
    public boolean isEmpty() {
        return asked.isEmpty();
    }

    /** @return false on H2 */
    public static boolean onPostgresql(StatelessSession session) {
        return ((SharedSessionContractImplementor) session).getJdbcServices().getDialect() instanceof PostgreSQLDialect;
    }

    /** Sends them, and reads the answers in their order. */
    public void send(StatelessSession session) {
        boolean postgresql = onPostgresql(session);
        session.doWork(connection -> {
            if (postgresql) {
                send(connection, true, asked);
            } else {
                for (Question question : asked) {
                    send(connection, false, List.of(question));
                }
            }
        });
        after.forEach(Runnable::run);
    }

    private static void send(Connection connection, boolean postgresql, List<Question> questions) throws SQLException {
        String sql = questions.stream().map(question -> question.on(postgresql)).collect(Collectors.joining("; "));
        try (PreparedStatement statement = connection.prepareStatement(sql);
                Limited limited = Limited.of(statement)) {
            int parameter = 1;
            for (Question question : questions) {
                parameter = question.fill(statement, parameter);
            }
            limited.statement().execute();
            for (Question question : questions) {
                question.read(statement);
                statement.getMoreResults();
            }
        }
    }

    /** A statement that takes no longer than its caller may. H2 keeps that for the connection, and so for whoever gets it next. */
    private record Limited(PreparedStatement statement, Optional<TimeLimit> limit) implements AutoCloseable {
        static Limited of(PreparedStatement statement) throws SQLException {
            Optional<TimeLimit> limit = TimeLimit.current();
            if (limit.isPresent()) {
                statement.setQueryTimeout(limit.get().secondsLeft());
            }
            return new Limited(statement, limit);
        }

        @Override
        public void close() throws SQLException {
            if (limit.isPresent()) {
                statement.setQueryTimeout(0);
            }
        }
    }

    /** As the drivers of both databases take it. */
    static Object driven(Object value) {
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value;
    }
}
