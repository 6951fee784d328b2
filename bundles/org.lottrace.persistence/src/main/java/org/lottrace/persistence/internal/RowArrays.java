package org.lottrace.persistence.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Rows of one table as Hibernate maps the entities: many as arrays, one for each column, so that a statement is planned once for any
 * number of rows; few as values, which the database takes in half the time. What very many rows have in common travels once.
 */
final class RowArrays {
    /** A movement writes one event, one or two lines and two balances. */
    private static final int FEW = 2;

    /** Of fewer rows the statements would differ from one another for nothing. */
    private static final int MANY = 100;

    /** What is written never differs in its columns, whichever database it is. */
    private static final Map<Class<?>, RowLayout> LAYOUTS = new ConcurrentHashMap<>();

    private final SharedSessionContractImplementor session;
    private final EntityPersister entity;
    private final RowLayout layout;
    private final List<List<Object>> rows = new ArrayList<>();
    private final List<RowLayout.Column> common;

    /** @param entities of one class, at least one, without collections */
    RowArrays(SharedSessionContractImplementor session, List<?> entities) {
        this.session = session;
        Class<?> kind = entities.get(0).getClass();
        entity = session.getFactory().getMappingMetamodel().getEntityDescriptor(kind);
        layout = LAYOUTS.computeIfAbsent(kind, none -> new RowLayout(entity.getTableName(), columns(entities.get(0))));
        entities.forEach(row -> rows.add(values(row)));
        common = rows.size() < MANY
                ? List.of()
                : layout.columns().stream().filter(this::isSameInAll).toList();
    }

    private boolean isSameInAll(RowLayout.Column column) {
        int index = layout.columns().indexOf(column);
        return column.canBeCommon()
                && rows.stream()
                        .allMatch(row ->
                                Objects.equals(row.get(index), rows.get(0).get(index)));
    }

    private List<RowLayout.Column> columns(Object row) {
        List<RowLayout.Column> columns = new ArrayList<>();
        each(row, (column, value) -> columns.add(column.get()));
        return columns;
    }

    private List<Object> values(Object row) {
        List<Object> values = new ArrayList<>(layout.columns().size());
        each(row, (column, value) -> values.add(value));
        return values;
    }

    private interface Cell {
        void is(Supplier<RowLayout.Column> column, Object value);
    }

    private void each(Object row, Cell cell) {
        each(true, entity.getIdentifierMapping(), entity.getIdentifier(row, session), cell);
        entity.forEachAttributeMapping(attribute -> each(false, attribute, attribute.getValue(row), cell));
    }

    private void each(boolean key, ModelPart part, Object of, Cell cell) {
        part.decompose(
                of,
                (index, value, selectable) -> {
                    if (key || selectable.isInsertable()) {
                        cell.is(() -> RowLayout.Column.of(key, selectable, entity.getTableName()), value);
                    }
                },
                session);
    }

    String insert() {
        return fewRows() > 0 ? layout.insert(fewRows()) : layout.insert(common);
    }

    /**
     * Rows that are there are replaced, the others inserted. Nobody else may write them meanwhile.
     *
     * @param gone which of the given rows, {@code s}, are to be deleted instead
     */
    String merge(String gone) {
        return fewRows() > 0 ? layout.merge(fewRows(), gone) : layout.merge(common, gone);
    }

    /** @return how many, or 0 for any number */
    private int fewRows() {
        return rows.size() <= FEW ? rows.size() : 0;
    }

    /** @return the next parameter's number */
    int fill(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        List<RowLayout.Column> columns = layout.columns();
        if (fewRows() > 0) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    columns.get(i).set(statement, parameter++, row.get(i));
                }
            }
            return parameter;
        }
        for (RowLayout.Column column : common) {
            column.set(statement, parameter++, rows.get(0).get(columns.indexOf(column)));
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!common.contains(columns.get(i))) {
                int index = i;
                columns.get(i)
                        .setAll(
                                statement,
                                parameter++,
                                rows.stream().map(row -> row.get(index)).toList());
            }
        }
        return parameter;
    }
}
