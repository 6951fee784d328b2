package org.lottrace.intake.internal.subject;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.allocation.store.TransferOrderStore;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.movement.store.ProductionOrderStore.Kept;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.intake.internal.field.TableShape;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything that can be imported. */
@Component(service = Subjects.class)
public final class Subjects {
    static final TableShape<Item> ITEMS = new TableShape<>(Item.class, Set.of("description"), Map.of(), Map.of());
    static final TableShape<Party> PARTIES = new TableShape<>(
            Party.class,
            Set.of("name", "roles"),
            Map.of("profile.mapping", "standard", "profile.minimumRemainingShelfLifeDays", "0"),
            Map.of());
    static final TableShape<Site> SITES =
            new TableShape<>(Site.class, Set.of("name", "lotNumberTemplate"), Map.of(), Map.of());

    /** Numbers of documents have at most so many characters. */
    private static final Map<String, Integer> DOCUMENT = Map.of("number", 50);

    static final TableShape<PurchaseOrder> PURCHASE_ORDERS = new TableShape<>(
            PurchaseOrder.class, Set.of("number", "lines"), Map.of("lines.consignment", "no"), DOCUMENT);
    static final TableShape<SalesOrder> SALES_ORDERS =
            new TableShape<>(SalesOrder.class, Set.of("number", "lines"), Map.of(), DOCUMENT);

    static final TableShape<TransferOrder> TRANSFER_ORDERS =
            new TableShape<>(TransferOrder.class, Set.of("number", "lines"), Map.of(), DOCUMENT);

    static final TableShape<ProductionOrder> PRODUCTION_ORDERS = new TableShape<>(
            ProductionOrder.class, Set.of("number", "lines"), Map.of("lines.scrapPercent", "0"), DOCUMENT);

    private final Map<ImportSubject, Subject> all = new EnumMap<>(ImportSubject.class);

    @Activate
    public Subjects(
            @Reference ItemCatalog items,
            @Reference ItemStore itemStore,
            @Reference PartnerDirectory parties,
            @Reference PartyStore partyStore,
            @Reference SiteDirectory sites,
            @Reference SiteStore siteStore,
            @Reference PurchaseOrders purchaseOrders,
            @Reference PurchaseOrderStore purchaseOrderStore,
            @Reference SalesOrders salesOrders,
            @Reference SalesOrderStore salesOrderStore,
            @Reference TransferOrders transferOrders,
            @Reference TransferOrderStore transferOrderStore,
            @Reference ProductionOrders productionOrders,
            @Reference ProductionOrderStore productionOrderStore,
            @Reference MovementCapture capture,
            @Reference BatchCapture batches,
            @Reference LotMaster lots,
            @Reference LedgerStore events,
            @Reference ThirdPartyWarehouses warehouses,
            @Reference CostEntries costEntries,
            @Reference CostHistory costHistory,
            @Reference Clock clock) {
        add(new Master<>(
                ImportSubject.ITEMS,
                "item.save",
                ITEMS,
                keys -> byKey(itemStore.withNumbers(of(keys, ItemNumber.class)), Item::number),
                items::save));
        add(new Master<>(
                ImportSubject.PARTIES,
                "party.save",
                PARTIES,
                keys -> byKey(partyStore.find(of(keys, PartyId.class)), Party::id),
                parties::save));
        // a company has a handful of them
        add(new Master<>(
                ImportSubject.SITES, "site.save", SITES, keys -> byKey(siteStore.all(), Site::id), sites::save));
        add(new Master<>(
                ImportSubject.PURCHASE_ORDERS,
                "purchase-order.save",
                PURCHASE_ORDERS,
                keys -> found(keys, purchaseOrderStore::find),
                purchaseOrders::save));
        add(new Master<>(
                ImportSubject.SALES_ORDERS,
                "sales-order.save",
                SALES_ORDERS,
                keys -> found(keys, salesOrderStore::find),
                salesOrders::save));
        add(new Master<>(
                ImportSubject.TRANSFER_ORDERS,
                "transfer-order.save",
                TRANSFER_ORDERS,
                keys -> found(keys, transferOrderStore::find),
                transferOrders::save));
        add(new Master<>(
                ImportSubject.PRODUCTION_ORDERS,
                "production-order.save",
                PRODUCTION_ORDERS,
                keys -> found(keys, number -> productionOrderStore.find(number).map(Kept::order)),
                productionOrders::save));
        add(new Opening(siteStore, lots, events, capture, batches));
        add(new StockDocuments(warehouses));
        add(new Rates(siteStore, costEntries, costHistory, clock));
    }

    private void add(Subject subject) {
        all.put(subject.subject(), subject);
    }

    public Subject of(ImportSubject subject) {
        return all.get(subject);
    }

    private static <K> List<K> of(Set<Object> keys, Class<K> type) {
        return keys.stream().map(type::cast).toList();
    }

    private static <T> Map<Object, T> byKey(Collection<T> known, Function<T, ?> key) {
        return known.stream().collect(Collectors.toMap(key, one -> one));
    }

    /** Each is asked for alone: what checks an order before it is saved asks for it, too, and is answered from memory. */
    private static <T> Map<Object, T> found(Set<Object> numbers, Function<String, Optional<T>> find) {
        Map<Object, T> known = new HashMap<>();
        numbers.forEach(number -> find.apply((String) number).ifPresent(one -> known.put(number, one)));
        return known;
    }
}
