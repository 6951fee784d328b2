package org.lottrace.persistence.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Rows of one table as arrays, one for each column, as Hibernate maps the entities. A statement over arrays is planned once for
 * any number of rows.
 */
final class RowArrays {
    private static final String NUMERIC = "numeric";
    private static final Map<Class<?>, String> TYPES = Map.of(
            Long.class, "bigint",
            Integer.class, "integer",
            String.class, "varchar",
            Boolean.class, "boolean",
            BigDecimal.class, NUMERIC,
            LocalDate.class, "date",
            Instant.class, "timestamp with time zone");

    private final SharedSessionContractImplementor session;
    private final String table;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    private record Column(String name, boolean key, String type, List<Object> values) {
        /** H2 would cut decimals that have no scale. */
        String array() {
            return "cast(? as " + (type.equals(NUMERIC) ? "numeric(38, 10)" : type) + " array)";
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
            return new Column(name, key, TYPES.get(type), new ArrayList<>());
        });
    }

    String insert() {
        return "insert into " + table + " (" + names(columns.values()) + ") select * from " + source();
    }

    /**
     * Rows that are there are replaced, the others inserted. Nobody else may write them meanwhile.
     *
     * @param gone which of the given rows, {@code s}, are to be deleted instead
     */
    String merge(String gone) {
        return "merge into " + table + " t using (select * from " + source() + ") s on "
                + each(Column::key, "t.%1$s = s.%1$s", " and ")
                + " when matched and " + gone + " then delete"
                + " when matched then update set " + each(column -> !column.key(), "%1$s = s.%1$s", ", ")
                + " when not matched and not (" + gone + ") then insert (" + names(columns.values()) + ") values ("
                + each(column -> true, "s.%1$s", ", ") + ")";
    }

    /** @return the next parameter's number */
    int fill(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        for (Column column : columns.values()) {
            statement.setArray(
                    parameter++,
                    statement
                            .getConnection()
                            .createArrayOf(column.type(), column.values().toArray()));
        }
        return parameter;
    }

    private String source() {
        return columns.values().stream().map(Column::array).collect(Collectors.joining(", ", "unnest(", ")")) + " s ("
                + names(columns.values()) + ")";
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
