package org.lottrace.persistence.internal;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Rows of one table as arrays, one for each column, as Hibernate maps the entities. A statement over arrays is planned once for
 * any number of rows. What many rows have in common travels once.
 */
final class RowArrays {
    private static final String NUMERIC = "numeric";

    /** Of fewer rows the statements would differ from one another for nothing. */
    private static final int MANY = 100;

    private static final Map<Class<?>, String> TYPES = Map.of(
            Long.class, "bigint",
            Integer.class, "integer",
            String.class, "varchar",
            Boolean.class, "boolean",
            BigDecimal.class, NUMERIC,
            LocalDate.class, "date",
            Instant.class, "timestamp with time zone");

    private static final Set<Class<?>> SCALARS = Set.of(Long.class, Integer.class, String.class);

    private final SharedSessionContractImplementor session;
    private final String table;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Column> common;
    private final List<Column> arrays;

    private record Column(String name, boolean key, Class<?> type, List<Object> values) {
        String sqlType() {
            return TYPES.get(type);
        }

        /** H2 would cut decimals that have no scale. */
        String array() {
            return "cast(? as " + (sqlType().equals(NUMERIC) ? "numeric(38, 10)" : sqlType()) + " array)";
        }

        String scalar() {
            return "cast(? as " + sqlType() + ") " + name;
        }

        boolean sameInAll() {
            return SCALARS.contains(type)
                    && values.size() >= MANY
                    && values.stream().allMatch(value -> Objects.equals(value, values.get(0)));
        }

        /** An array of the very class, which the driver sends in binary form where it can. */
        Array array(Connection connection) throws SQLException {
            return connection.createArrayOf(
                    sqlType(), values.toArray((Object[]) java.lang.reflect.Array.newInstance(type, 0)));
        }
    }

    /** @param rows entities of one class, at least one, without collections */
    RowArrays(SharedSessionContractImplementor session, List<?> rows) {
        this.session = session;
        EntityPersister entity = session.getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(rows.get(0).getClass());
        table = entity.getTableName();
        for (Object row : rows) {
            add(true, entity.getIdentifierMapping(), entity.getIdentifier(row, session));
            entity.forEachAttributeMapping(attribute -> add(false, attribute, attribute.getValue(row)));
        }
        Map<Boolean, List<Column>> sameInAll =
                columns.values().stream().collect(Collectors.partitioningBy(Column::sameInAll));
        common = sameInAll.get(true);
        arrays = sameInAll.get(false);
    }

    private void add(boolean key, ModelPart part, Object value) {
        part.decompose(
                value,
                (index, of, selectable) -> {
                    if (key || selectable.isInsertable()) {
                        column(key, selectable).values().add(of);
                    }
                },
                session);
    }

    private Column column(boolean key, SelectableMapping selectable) {
        return columns.computeIfAbsent(selectable.getSelectionExpression(), name -> {
            Class<?> type = selectable.getJdbcMapping().getJdbcJavaType().getJavaTypeClass();
            if (!TYPES.containsKey(type)) {
                throw new IllegalStateException(
                        "say in TYPES how " + type + " of " + table + "." + name + " is written");
            }
            return new Column(name, key, type, new ArrayList<>());
        });
    }

    String insert() {
        return "insert into " + table + " ("
                + names(Stream.concat(common.stream(), arrays.stream()).toList()) + ") " + source();
    }

    /**
     * Rows that are there are replaced, the others inserted. Nobody else may write them meanwhile.
     *
     * @param gone which of the given rows, {@code s}, are to be deleted instead
     */
    String merge(String gone) {
        return "merge into " + table + " t using (" + source() + ") s on "
                + each(Column::key, "t.%1$s = s.%1$s", " and ")
                + " when matched and " + gone + " then delete"
                + " when matched then update set " + each(column -> !column.key(), "%1$s = s.%1$s", ", ")
                + " when not matched and not (" + gone + ") then insert (" + names(columns.values()) + ") values ("
                + each(column -> true, "s.%1$s", ", ") + ")";
    }

    /** @return the next parameter's number */
    int fill(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        for (Column column : common) {
            statement.setObject(parameter++, column.values().get(0));
        }
        for (Column column : arrays) {
            statement.setArray(parameter++, column.array(statement.getConnection()));
        }
        return parameter;
    }

    private String source() {
        return common.stream().map(column -> column.scalar() + ", ").collect(Collectors.joining("", "select ", ""))
                + "s.* from " + arrays.stream().map(Column::array).collect(Collectors.joining(", ", "unnest(", ")"))
                + " s (" + names(arrays) + ")";
    }

    private String each(Predicate<Column> which, String text, String between) {
        return columns.values().stream()
                .filter(which)
                .map(column -> text.formatted(column.name()))
                .collect(Collectors.joining(between));
    }

    private static String names(Collection<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
