package org.lottrace.persistence.testing;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** A statement as it was sent, with what came back. Of a batch, which is one, it knows the parameters of the last row. */
public final class SentStatement {
    private final String sql;
    private final List<Parameter> parameters;
    private int rows;

    /** @param arguments number and value, as they were given to the driver */
    record Parameter(Method setter, Object... arguments) {}

    SentStatement(String sql, List<Parameter> parameters) {
        this.sql = sql;
        this.parameters = new ArrayList<>(parameters);
    }

    public String sql() {
        return sql;
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
