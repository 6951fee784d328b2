package org.lottrace.persistence.internal.seal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;

/** The rows that Hibernate writes for an entity: its own, and those of its collections. */
final class EntityRows {
    private final SharedSessionContractImplementor session;
    private final List<SealedRow> rows = new ArrayList<>();
    private final Map<String, SealedTable> tables = new HashMap<>();

    EntityRows(SharedSessionContractImplementor session) {
        this.session = session;
    }

    /** @return its own row */
    SealedRow own(Object entity) {
        EntityPersister persister = persister(entity);
        SortedMap<String, String> cells = new TreeMap<>();
        add(persister.getIdentifierMapping(), persister.getIdentifier(entity, session), cells);
        persister.forEachAttributeMapping(attribute -> {
            if (!(attribute instanceof PluralAttributeMapping)) {
                add(attribute, attribute.getValue(entity), cells);
            }
        });
        return new SealedRow(table(persister.getTableName()), cells);
    }

    /** @return the row of an element of one of its lists */
    SealedRow element(Object entity, String list, int index) {
        EntityPersister persister = persister(entity);
        PluralAttributeMapping attribute = (PluralAttributeMapping) persister.findAttributeMapping(list);
        return row(
                attribute,
                persister.getIdentifier(entity, session),
                index,
                ((List<?>) attribute.getValue(entity)).get(index));
    }

    private SealedTable table(String name) {
        return tables.computeIfAbsent(name, SealedTable::named);
    }

    private EntityPersister persister(Object entity) {
        return session.getFactory().getMappingMetamodel().getEntityDescriptor(entity.getClass());
    }

    List<SealedRow> of(Object entity) {
        EntityPersister persister = persister(entity);
        Object id = persister.getIdentifier(entity, session);
        SortedMap<String, String> cells = new TreeMap<>();
        rows.add(new SealedRow(table(persister.getTableName()), cells));
        add(persister.getIdentifierMapping(), id, cells);
        persister.forEachAttributeMapping(attribute -> {
            if (attribute instanceof PluralAttributeMapping collection) {
                addAll(collection, id, (Collection<?>) attribute.getValue(entity));
            } else {
                add(attribute, attribute.getValue(entity), cells);
            }
        });
        return rows;
    }

    /** Lists have an index; whatever else is a collection has none. */
    private void addAll(PluralAttributeMapping collection, Object owner, Collection<?> elements) {
        int index = 0;
        for (Object element : elements) {
            rows.add(row(collection, owner, index++, element));
        }
    }

    private SealedRow row(PluralAttributeMapping collection, Object owner, int index, Object element) {
        SortedMap<String, String> cells = new TreeMap<>();
        add(collection.getKeyDescriptor().getKeyPart(), owner, cells);
        if (collection.getIndexDescriptor() != null) {
            add(collection.getIndexDescriptor(), index, cells);
        }
        add(collection.getElementDescriptor(), element, cells);
        return new SealedRow(table(collection.getSeparateCollectionTable()), cells);
    }

    private void add(ModelPart part, Object value, SortedMap<String, String> cells) {
        part.decompose(
                value,
                (i, of, selectable) -> {
                    if (of != null && !selectable.isFormula()) {
                        cells.put(selectable.getSelectionExpression(), CellText.of(of));
                    }
                },
                session);
    }
}
