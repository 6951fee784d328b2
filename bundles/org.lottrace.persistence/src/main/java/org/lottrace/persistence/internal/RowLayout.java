package org.lottrace.persistence.internal;

import java.math.BigDecimal;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.metamodel.mapping.SelectableMapping;

/** The columns of a table that is written, in their order, and the statements that write it; each text is made once. */
final class RowLayout {
    private static final Map<Class<?>, Type> TYPES = Map.of(
            Long.class, new Type("bigint", JDBCType.BIGINT),
            Integer.class, new Type("integer", JDBCType.INTEGER),
            String.class, new Type("varchar", JDBCType.VARCHAR),
            Boolean.class, new Type("boolean", JDBCType.BOOLEAN),
            BigDecimal.class, new Type("numeric", JDBCType.NUMERIC),
            LocalDate.class, new Type("date", JDBCType.DATE),
            Instant.class, new Type("timestamp with time zone", JDBCType.TIMESTAMP_WITH_TIMEZONE));

    private final String table;
    private final List<Column> columns;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    private record Type(String sql, JDBCType jdbc) {
        /** H2 would cut decimals that have no scale. */
        String cast() {
            return jdbc == JDBCType.NUMERIC ? "numeric(38, 10)" : sql;
        }
    }

    /** @param key whether it is part of the primary key */
    record Column(String name, boolean key, Type of) {
        static Column of(boolean key, SelectableMapping selectable, String table) {
            Class<?> type = selectable.getJdbcMapping().getJdbcJavaType().getJavaTypeClass();
            if (!TYPES.containsKey(type)) {
                throw new IllegalStateException("say in TYPES how " + type + " of " + table + "."
                        + selectable.getSelectionExpression() + " is written");
            }
            return new Column(selectable.getSelectionExpression(), key, TYPES.get(type));
        }

        String type() {
            return of.sql;
        }

        void set(PreparedStatement statement, int parameter, Object value) throws SQLException {
            if (value == null) {
                statement.setNull(parameter, of.jdbc.getVendorTypeNumber());
            } else {
                statement.setObject(parameter, Questions.driven(value));
            }
        }
    }

    RowLayout(String table, List<Column> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    List<Column> columns() {
        return columns;
    }

    /** @param rows how many, or 0 for any number, as arrays */
    String insert(int rows) {
        return texts.computeIfAbsent(
                "insert " + rows,
                none -> "insert into " + table + " (" + names() + ") "
                        + (rows == 0
                                ? "select * from " + arrays()
                                : "values " + times(rows, each(column -> "?", ", "))));
    }

    String merge(int rows, String gone) {
        return texts.computeIfAbsent("merge " + rows + gone, none -> merging(rows, gone));
    }

    private String merging(int rows, String gone) {
        return "merge into " + table + " t using (select * from " + (rows == 0 ? arrays() : values(rows)) + ") s on "
                + each(Column::key, column -> "t.%1$s = s.%1$s".formatted(column.name), " and ")
                + " when matched and " + gone + " then delete when matched then update set "
                + each(column -> !column.key, column -> "%1$s = s.%1$s".formatted(column.name), ", ")
                + " when not matched and not (" + gone + ") then insert (" + names() + ") values ("
                + each(column -> "s." + column.name, ", ") + ")";
    }

    private String values(int rows) {
        return "(values " + times(rows, each(column -> "cast(? as " + column.of.cast() + ")", ", ")) + ") s (" + names()
                + ")";
    }

    private String arrays() {
        return "unnest(" + each(column -> "cast(? as " + column.of.cast() + " array)", ", ") + ") s (" + names() + ")";
    }

    private static String times(int rows, String row) {
        return String.join(", ", Collections.nCopies(rows, "(" + row + ")"));
    }

    private String names() {
        return each(Column::name, ", ");
    }

    private String each(Function<Column, String> text, String between) {
        return each(column -> true, text, between);
    }

    private String each(Predicate<Column> which, Function<Column, String> text, String between) {
        return columns.stream().filter(which).map(text).collect(Collectors.joining(between));
    }
}
