package org.lottrace.persistence.testing;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A statement as it was sent, with what came back. Of a batch, which is one, it knows the parameters of the last row. */
public final class SentStatement {
    private final String sql;
    private final List<Parameter> parameters;
    private int rows;

    /** @param arguments number and value, as they were given to the driver */
    record Parameter(Method setter, Object... arguments) {
        /** @return the same for the statement that has the parameters after {@code from} up to {@code to} */
        Stream<Parameter> between(int from, int to) {
            int number = (Integer) arguments[0];
            if (number <= from || number > to) {
                return Stream.of();
            }
            Object[] moved = arguments.clone();
            moved[0] = number - from;
            return Stream.of(new Parameter(setter, moved));
        }
    }

    SentStatement(String sql, List<Parameter> parameters) {
        this.sql = sql;
        this.parameters = new ArrayList<>(parameters);
    }

    public String sql() {
        return sql;
    }

    /** @return the statements that were sent as one text, each with its parameters */
    public List<SentStatement> parts() {
        List<SentStatement> parts = new ArrayList<>();
        int before = 0;
        for (String part : sql.split("; ")) {
            int from = before;
            int to = from + (int) part.chars().filter(mark -> mark == '?').count();
            parts.add(new SentStatement(
                    part,
                    parameters.stream()
                            .flatMap(parameter -> parameter.between(from, to))
                            .toList()));
            before = to;
        }
        return parts;
    }

    /** @return another statement with the same parameters */
    public SentStatement as(String otherSql) {
        return new SentStatement(otherSql, parameters);
    }

    /** @return how many rows were read of its result until now */
    public int rows() {
        return rows;
    }

    void rowIsRead() {
        rows++;
    }

    /** Gives the same parameters to another statement. */
    public void fill(PreparedStatement statement) {
        for (Parameter parameter : parameters) {
            try {
                parameter.setter().invoke(statement, parameter.arguments());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
