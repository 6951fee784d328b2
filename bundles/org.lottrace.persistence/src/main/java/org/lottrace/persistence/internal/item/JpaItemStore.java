package org.lottrace.persistence.internal.item;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.LockMode;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaItemStore implements ItemStore {
    private final CurrentSession current;

    @Activate
    public JpaItemStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(Item item) {
        current.run(session -> session.upsert(new ItemEntity(item)));
    }

    @Override
    public List<Item> lock(Collection<ItemNumber> numbers) {
        return current.locking(session -> numbers.stream()
                .map(ItemNumber::value)
                .distinct()
                .sorted()
                .map(number -> session.get(ItemEntity.class, number, LockMode.PESSIMISTIC_WRITE))
                .filter(Objects::nonNull)
                .map(ItemEntity::toItem)
                .toList());
    }

    @Override
    public Optional<Item> find(ItemNumber number) {
        return find("from ItemEntity where number = :key", number.value());
    }

    @Override
    public Optional<Item> find(Gtin gtin) {
        return find("from ItemEntity where gtin = :key", gtin.value());
    }

    @Override
    public List<Item> all() {
        return current.call(session -> session.createSelectionQuery("from ItemEntity order by number", ItemEntity.class)
                .getResultStream()
                .map(ItemEntity::toItem)
                .toList());
    }

    private Optional<Item> find(String query, String key) {
        return current.call(session -> session.createSelectionQuery(query, ItemEntity.class)
                .setParameter("key", key)
                .uniqueResultOptional()
                .map(ItemEntity::toItem));
    }
}
