package org.lottrace.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.lottrace.api.operation.TimeLimit;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;

/**
 * Questions that travel to the database together, in native SQL and without entities, for what is asked most often. For PostgreSQL they are
 * one text; H2 lives in the same process. They are answered one after the other, each with what is committed when it is its turn: a
 * question after a lock sees what the lock has waited for.
 */
public final class Questions {
    private final boolean together;
    private final StatelessSession session;
    private final List<Question> questions = new ArrayList<>();

    /** Takes in a row of an answer. */
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private record Question(String sql, Row each, Object... parameters) {}

    public Questions(StatelessSession session) {
        this.session = session;
        this.together =
                ((SharedSessionContractImplementor) session).getJdbcServices().getDialect()
                        instanceof PostgreSQLDialect;
    }

    /** @return false on H2 */
    public boolean onPostgresql() {
        return together;
    }

    /** @param parameters in order, as the driver takes them; {@link ArrayParameter} for an array */
    public Questions ask(String sql, Row each, Object... parameters) {
        questions.add(new Question(sql, each, parameters));
        return this;
    }

    /** As {@link #ask}; locks the rows of the answer, in its order, as Hibernate locks for writing. */
    public Questions lock(String sql, Row each, Object... parameters) {
        return ask(sql + (together ? " for no key update" : " for update"), each, parameters);
    }

    public static ArrayParameter texts(Collection<String> values) {
        return new ArrayParameter("varchar", values.toArray());
    }

    public static ArrayParameter ids(Collection<Long> values) {
        return new ArrayParameter("bigint", values.toArray());
    }

    public void send() {
        session.doWork(connection -> {
            if (together) {
                send(connection, questions);
            } else {
                for (Question question : questions) {
                    send(connection, List.of(question));
                }
            }
        });
    }

    private static void send(Connection connection, List<Question> questions) throws SQLException {
        String sql = String.join("; ", questions.stream().map(Question::sql).toList());
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            if (TimeLimit.current().isPresent()) {
                prepared.setQueryTimeout(TimeLimit.current().get().secondsLeft());
            }
            int next = 1;
            for (Question question : questions) {
                next = fill(prepared, next, question.parameters());
            }
            prepared.execute();
            for (Question question : questions) {
                try (ResultSet rows = prepared.getResultSet()) {
                    while (rows.next()) {
                        question.each().read(rows);
                    }
                }
                prepared.getMoreResults();
            }
        }
    }

    private static int fill(PreparedStatement prepared, int first, Object... parameters) throws SQLException {
        int next = first;
        for (Object parameter : parameters) {
            if (parameter instanceof ArrayParameter array) {
                next = array.set(prepared, next);
            } else {
                prepared.setObject(next++, parameter);
            }
        }
        return next;
    }
}
