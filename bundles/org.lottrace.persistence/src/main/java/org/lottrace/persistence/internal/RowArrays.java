package org.lottrace.persistence.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Rows of one table as Hibernate maps the entities: many as arrays, one for each column, so that a statement is planned once for any
 * number of rows; few as values, which the database takes in half the time.
 */
final class RowArrays {
    /** A movement writes one event, one or two lines and two balances. */
    private static final int FEW = 2;

    /** What is written never differs in its columns, whichever database it is. */
    private static final Map<Class<?>, RowLayout> LAYOUTS = new ConcurrentHashMap<>();

    private final SharedSessionContractImplementor session;
    private final EntityPersister entity;
    private final RowLayout layout;
    private final List<List<Object>> rows = new ArrayList<>();

    /** @param entities of one class, at least one, without collections */
    RowArrays(SharedSessionContractImplementor session, List<?> entities) {
        this.session = session;
        Class<?> kind = entities.get(0).getClass();
        entity = session.getFactory().getMappingMetamodel().getEntityDescriptor(kind);
        layout = LAYOUTS.computeIfAbsent(kind, none -> new RowLayout(entity.getTableName(), columns(entities.get(0))));
        entities.forEach(row -> rows.add(values(row)));
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
        return layout.insert(fewRows());
    }

    /**
     * Rows that are there are replaced, the others inserted. Nobody else may write them meanwhile.
     *
     * @param gone which of the given rows, {@code s}, are to be deleted instead
     */
    String merge(String gone) {
        return layout.merge(fewRows(), gone);
    }

    /** @return how many, or 0 for any number */
    private int fewRows() {
        return rows.size() <= FEW ? rows.size() : 0;
    }

    /** @return the next parameter's number */
    int fill(PreparedStatement statement, int first) throws SQLException {
        int parameter = first;
        if (fewRows() > 0) {
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    layout.columns().get(i).set(statement, parameter++, row.get(i));
                }
            }
            return parameter;
        }
        for (int i = 0; i < layout.columns().size(); i++) {
            int column = i;
            Object[] values = rows.stream().map(row -> row.get(column)).toArray();
            statement.setArray(
                    parameter++,
                    statement
                            .getConnection()
                            .createArrayOf(layout.columns().get(i).type(), values));
        }
        return parameter;
    }
}
