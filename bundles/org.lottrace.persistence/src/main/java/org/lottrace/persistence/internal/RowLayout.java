package org.lottrace.persistence.internal;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    private static final Set<JDBCType> SCALARS = Set.of(JDBCType.BIGINT, JDBCType.INTEGER, JDBCType.VARCHAR);

    private record Type(String sql, JDBCType jdbc) {
        /** H2 would cut decimals that have no scale. */
        String cast() {
            return jdbc == JDBCType.NUMERIC ? "numeric(38, 10)" : sql;
        }
    }

    /** @param key whether it is part of the primary key */
    record Column(String name, boolean key, Class<?> java, Type of) {
        static Column of(boolean key, SelectableMapping selectable, String table) {
            Class<?> type = selectable.getJdbcMapping().getJdbcJavaType().getJavaTypeClass();
            if (!TYPES.containsKey(type)) {
                throw new IllegalStateException("say in TYPES how " + type + " of " + table + "."
                        + selectable.getSelectionExpression() + " is written");
            }
            return new Column(selectable.getSelectionExpression(), key, type, TYPES.get(type));
        }

        /** @return whether one value of it can stand for all rows */
        boolean canBeCommon() {
            return SCALARS.contains(of.jdbc);
        }

        /** An array of the very class, which the driver sends in binary form where it can. */
        void setAll(PreparedStatement statement, int parameter, List<Object> values) throws SQLException {
            Object[] array = values.toArray((Object[]) Array.newInstance(java, 0));
            statement.setArray(parameter, statement.getConnection().createArrayOf(of.sql, array));
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

    /** @param rows how many, as values */
    String insert(int rows) {
        return texts.computeIfAbsent(
                "insert " + rows,
                none -> "insert into " + table + " (" + names(columns) + ") values "
                        + times(rows, each(columns, column -> "?", ", ")));
    }

    /** @param common of any number of rows, what is the same in all; the others come as arrays */
    String insert(List<Column> common) {
        return texts.computeIfAbsent(
                "insert " + names(common),
                none -> "insert into " + table + " (" + names(common) + (common.isEmpty() ? "" : ", ")
                        + names(others(common)) + ") " + arrays(common));
    }

    String merge(int rows, String gone) {
        return texts.computeIfAbsent("merge " + rows + gone, none -> merging(values(rows), gone));
    }

    /** @param common as {@link #insert(List)} */
    String merge(List<Column> common, String gone) {
        return texts.computeIfAbsent(
                "merge " + names(common) + gone, none -> merging("(" + arrays(common) + ") s", gone));
    }

    private String merging(String source, String gone) {
        return "merge into " + table + " t using " + source + " on "
                + each(
                        columns.stream().filter(Column::key).toList(),
                        column -> "t.%1$s = s.%1$s".formatted(column.name),
                        " and ")
                + " when matched and " + gone + " then delete when matched then update set "
                + each(
                        columns.stream().filter(column -> !column.key).toList(),
                        column -> "%1$s = s.%1$s".formatted(column.name),
                        ", ")
                + " when not matched and not (" + gone + ") then insert (" + names(columns) + ") values ("
                + each(columns, column -> "s." + column.name, ", ") + ")";
    }

    private String values(int rows) {
        return "(select * from (values "
                + times(rows, each(columns, column -> "cast(? as " + column.of.cast() + ")", ", ")) + ") v ("
                + names(columns) + ")) s";
    }

    private String arrays(List<Column> common) {
        List<Column> others = others(common);
        return "select " + each(common, column -> "cast(? as " + column.of.sql + ") " + column.name + ", ", "")
                + "s.* from unnest(" + each(others, column -> "cast(? as " + column.of.cast() + " array)", ", ")
                + ") s ("
                + names(others) + ")";
    }

    private List<Column> others(List<Column> common) {
        return columns.stream().filter(column -> !common.contains(column)).toList();
    }

    private static String times(int rows, String row) {
        return String.join(", ", Collections.nCopies(rows, "(" + row + ")"));
    }

    private static String names(List<Column> columns) {
        return each(columns, Column::name, ", ");
    }

    private static String each(List<Column> columns, Function<Column, String> text, String between) {
        return columns.stream().map(text).collect(Collectors.joining(between));
    }
}
