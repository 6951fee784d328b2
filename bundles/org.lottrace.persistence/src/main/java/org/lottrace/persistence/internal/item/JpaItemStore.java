package org.lottrace.persistence.internal.item;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.persistence.internal.Batch;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.Deletion;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;
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
        KnownItems.forget(current);
        current.run(session -> {
            ItemEntity row = new ItemEntity(item);
            Batch.send(session, batch -> batch.upsert(row));
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public void delete(ItemNumber number) {
        KnownItems.forget(current);
        Deletion.of(
                current,
                SealedRecord.ITEM,
                number.value(),
                "delete from pack_unit where item = :key",
                "delete from item_class where item = :key",
                "delete from item_not_with where item = :key",
                "delete from item where item_number = :key");
    }

    @Override
    public List<Item> lock(Collection<ItemNumber> numbers) {
        return KnownItems.lock(current, numbers);
    }

    @Override
    public Optional<Item> find(ItemNumber number) {
        return KnownItems.find(current, number);
    }

    @Override
    public List<Item> withNumbers(Collection<ItemNumber> numbers) {
        return current.required(() -> KnownItems.withNumbers(current, numbers));
    }

    @Override
    public Optional<Item> find(Gtin gtin) {
        return KnownItems.find(current, gtin);
    }

    @Override
    public List<Item> ofClass(String name) {
        return current.call(session -> session
                .createSelectionQuery(
                        "select i from ItemEntity i join i.classes named left join fetch i.packUnits left join fetch i.classes"
                                + " left join fetch i.notWith where named = :name order by i.number",
                        ItemEntity.class)
                .setParameter("name", name)
                .getResultList()
                .stream()
                .map(ItemEntity::toItem)
                .toList());
    }

    @Override
    public List<Item> all() {
        return current.call(session -> session
                .createSelectionQuery(
                        "from ItemEntity i left join fetch i.packUnits left join fetch i.classes"
                                + " left join fetch i.notWith order by i.number",
                        ItemEntity.class)
                .getResultList()
                .stream()
                .map(ItemEntity::toItem)
                .toList());
    }
}
