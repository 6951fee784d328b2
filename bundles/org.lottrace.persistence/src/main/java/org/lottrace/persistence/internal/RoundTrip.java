package org.lottrace.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.StatelessSession;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Statements that travel to the database together, and the rows that they write as arrays. For PostgreSQL they are one text;
 * H2 lives in the same process.
 */
public final class RoundTrip {
    private final SharedSessionContractImplementor session;
    private final List<Statement> statements = new ArrayList<>();

    private interface Parameters {
        /** @return the next parameter's number */
        int fill(PreparedStatement statement, int first) throws SQLException;
    }

    /** @param mustWrite why it is wrong when it has not written one row; empty when any number is right */
    private record Statement(String sql, Parameters parameters, Optional<String> mustWrite) {
        Statement(String sql, Parameters parameters) {
            this(sql, parameters, Optional.empty());
        }
    }

    public RoundTrip(StatelessSession session) {
        this.session = (SharedSessionContractImplementor) session;
    }

    public StatelessSession session() {
        return (StatelessSession) session;
    }

    /**
     * Must write one row.
     *
     * @param otherwise what is wrong if it does not
     * @param parameters in order, as the driver takes them
     */
    public RoundTrip updateOne(String otherwise, String sql, Object... parameters) {
        Parameters given = (statement, first) -> {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(first + i, parameters[i]);
            }
            return first + parameters.length;
        };
        statements.add(new Statement(sql, given, Optional.of(otherwise)));
        return this;
    }

    /**
     * An array as a parameter.
     *
     * @param type of its elements, as SQL names it
     */
    public record ArrayParameter(String type, Object[] values) {
        public static ArrayParameter ids(Collection<Long> ids) {
            return new ArrayParameter("bigint", ids.toArray());
        }

        public static ArrayParameter texts(Collection<String> texts) {
            return new ArrayParameter("varchar", texts.toArray());
        }

        /** @return the next parameter's number */
        public int set(PreparedStatement statement, int parameter) throws SQLException {
            statement.setArray(parameter, statement.getConnection().createArrayOf(type, values));
            return parameter + 1;
        }
    }

    /** @param parameters in order */
    public RoundTrip execute(String sql, ArrayParameter... parameters) {
        Parameters given = (statement, first) -> {
            int next = first;
            for (ArrayParameter parameter : parameters) {
                next = parameter.set(statement, next);
            }
            return next;
        };
        statements.add(new Statement(sql, given));
        return this;
    }

    /** @param rows entities of any kinds, with their keys; each kind is one statement, in the order of the first of each */
    public RoundTrip insert(List<?> rows) {
        return write(rows, RowArrays::insert);
    }

    /**
     * Replaces the rows that are there and inserts the others. Nobody else may write them meanwhile.
     *
     * @param gone an SQL condition on a given row, {@code s}: it is to be deleted instead
     */
    public RoundTrip merge(List<?> rows, String gone) {
        return write(rows, arrays -> arrays.merge(gone));
    }

    private RoundTrip write(List<?> rows, Function<RowArrays, String> sql) {
        byKind(rows).forEach(kind -> {
            RowArrays arrays = new RowArrays(session, kind);
            statements.add(new Statement(sql.apply(arrays), arrays::fill));
        });
        return this;
    }

    /** @throws IllegalStateException if a statement that must write a row has written none */
    public void send() {
        if (statements.isEmpty()) {
            return;
        }
        boolean together = session.getJdbcServices().getDialect() instanceof PostgreSQLDialect;
        ((StatelessSession) session).doWork(connection -> {
            if (together) {
                send(connection, statements);
            } else {
                for (Statement statement : statements) {
                    send(connection, List.of(statement));
                }
            }
        });
    }

    private static void send(Connection connection, List<Statement> statements) throws SQLException {
        String sql = String.join("; ", statements.stream().map(Statement::sql).toList());
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            int parameter = 1;
            for (Statement statement : statements) {
                parameter = statement.parameters().fill(prepared, parameter);
            }
            prepared.execute();
            for (Statement statement : statements) {
                if (statement.mustWrite().isPresent() && prepared.getUpdateCount() != 1) {
                    throw new IllegalStateException(statement.mustWrite().get());
                }
                prepared.getMoreResults();
            }
        }
    }

    private static Iterable<List<Object>> byKind(List<?> rows) {
        Map<Class<?>, List<Object>> kinds = new LinkedHashMap<>();
        rows.forEach(row ->
                kinds.computeIfAbsent(row.getClass(), kind -> new ArrayList<>()).add(row));
        return kinds.values();
    }
}
