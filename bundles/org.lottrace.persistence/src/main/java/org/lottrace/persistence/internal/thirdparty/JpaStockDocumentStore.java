package org.lottrace.persistence.internal.thirdparty;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.store.StockDocumentStore;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaStockDocumentStore implements StockDocumentStore {
    private static final String WAREHOUSE = "warehouse";
    private static final String KIND = "kind";

    private final CurrentSession current;

    @Activate
    public JpaStockDocumentStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(ThirdPartyWarehouse warehouse) {
        current.run(session -> {
            WarehouseEntity row = new WarehouseEntity(warehouse);
            session.upsert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Optional<ThirdPartyWarehouse> warehouse(SiteId site) {
        return current.call(session -> Optional.ofNullable(session.get(WarehouseEntity.class, site.value()))
                .map(WarehouseEntity::toWarehouse));
    }

    @Override
    public List<ThirdPartyWarehouse> warehouses() {
        return current.call(
                session -> session.createSelectionQuery("from WarehouseEntity order by site", WarehouseEntity.class)
                        .getResultStream()
                        .map(WarehouseEntity::toWarehouse)
                        .toList());
    }

    @Override
    public void save(KeptDocument document) {
        current.run(session -> {
            StockDocumentEntity row = new StockDocumentEntity(document);
            session.upsert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public Optional<KeptDocument> find(SiteId warehouse, StockDocumentKind kind, String number) {
        return current.call(session -> session.createSelectionQuery(
                        "from StockDocumentEntity where warehouse = :warehouse and kind = :kind and number = :number",
                        StockDocumentEntity.class)
                .setParameter(WAREHOUSE, warehouse.value())
                .setParameter(KIND, kind.code())
                .setParameter("number", number)
                .getResultStream()
                .map(StockDocumentEntity::toDocument)
                .findFirst());
    }

    @Override
    public List<KeptDocument> about(SiteId warehouse, StockDocumentKind kind, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : current.call(session -> session.createSelectionQuery(
                                "from StockDocumentEntity where warehouse = :warehouse and kind = :kind"
                                        + " and about = any_text(:numbers, 0)"
                                        + " order by position",
                                StockDocumentEntity.class)
                        .setParameter(WAREHOUSE, warehouse.value())
                        .setParameter(KIND, kind.code())
                        .setParameter("numbers", AnyOf.texts(numbers))
                        .getResultStream()
                        .map(StockDocumentEntity::toDocument)
                        .toList());
    }

    @Override
    public List<KeptDocument> newest(SiteId warehouse, StockDocumentKind kind, long before, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from StockDocumentEntity where warehouse = :warehouse and kind = :kind and position < :before"
                                + " order by position desc",
                        StockDocumentEntity.class)
                .setParameter(WAREHOUSE, warehouse.value())
                .setParameter(KIND, kind.code())
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultStream()
                .map(StockDocumentEntity::toDocument)
                .toList());
    }
}
