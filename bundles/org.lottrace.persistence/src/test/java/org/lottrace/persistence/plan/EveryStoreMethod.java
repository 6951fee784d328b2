package org.lottrace.persistence.plan;

import static org.lottrace.api.fixture.Bakery.pallet;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.lottrace.api.account.AccountRule;
import org.lottrace.api.account.AccountRuleChange;
import org.lottrace.api.account.AccountScope;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.store.LotQuestions;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.cost.store.KeptWaiting;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.Site;
import org.lottrace.api.master.MasterAction;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.NoticeArrival;
import org.lottrace.api.movement.store.ProductionOrderStore;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.overview.OpenOrder;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.Party;
import org.lottrace.api.planning.store.SiteHours;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.report.WriteOff;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRightScope;
import org.lottrace.api.seal.store.ChainedSeal;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.store.KeptToken;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.persistence.testing.TestDatabase;

/** Calls every method of every store with something that is in the database, and undoes what it did. */
final class EveryStoreMethod {
    private static final String KEY_OF_INTERCHANGE = "in:ZZ:OLIVENHOF:000000001";
    private static final String SET_ASIDE = "cost";
    private static final int MANY = 5;

    private final TestDatabase db;
    private final Map<String, Object> samples = new HashMap<>();

    /** @param db a landed database of version 15; what its program left empty is filled first */
    EveryStoreMethod(TestDatabase db) {
        this.db = db;
        fill();
        masterData();
        lotsAndEvents();
        orders();
        recallsAndInterchanges();
        followers();
        audits();
        exceptionCases();
        overview();
        importMappings();
        allocationRules();
        masters();
        periods();
        journalReceivers();
        accounts();
        thirdParties();
    }

    /**
     * @return each public method of each store, always in one order: what one has written is there for the next, though it is rolled
     *     back; those that only call others are left to them
     */
    List<Method> all() {
        return Arrays.stream(TestDatabase.class.getMethods())
                .filter(give -> !Modifier.isStatic(give.getModifiers()) && give.getParameterCount() == 0)
                .map(Method::getReturnType)
                .filter(type -> type.getName().matches("org\\.lottrace\\.api\\..*(Store|NumberSequences)"))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isDefault() || method.getName().equals("withKeys"))
                .sorted(Comparator.comparing(EveryStoreMethod::name).thenComparing(Method::toGenericString))
                .toList();
    }

    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Whether it succeeds does not matter, only what it sends: a row that is there is inserted again. */
    void call(Method method) {
        try {
            db.unitOfWork().run(() -> {
                invoke(method);
                sendWhatWaits();
                throw new Undone();
            });
        } catch (Undone expected) {
            return;
        }
        throw new IllegalStateException(name(method) + " was not undone");
    }

    /** What waits to be written goes before any question. */
    private void sendWhatWaits() {
        try {
            db.sites().all();
        } catch (StaleWriteException e) {
            throw new Undone(e);
        }
    }

    private void invoke(Method method) {
        try {
            method.invoke(store(method.getDeclaringClass()), arguments(method));
        } catch (InvocationTargetException e) {
            throw new Undone(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object[] arguments(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> argument(method.getDeclaringClass(), parameter))
                .toArray();
    }

    /** The type does not tell a name from a name: there the store does. */
    private Object argument(Class<?> store, Parameter parameter) {
        String type = parameter.getParameterizedType().getTypeName().replaceAll("[a-z]+\\.", "");
        return Stream.of(store.getSimpleName() + "." + type, type)
                .map(samples::get)
                .filter(sample -> sample != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("say what to call " + store + " with for " + type));
    }

    private Object store(Class<?> type) {
        return Arrays.stream(TestDatabase.class.getMethods())
                .filter(give -> give.getReturnType() == type)
                .findFirst()
                .map(give -> {
                    try {
                        return give.invoke(db);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElseThrow();
    }

    private void fill() {
        db.sql("insert into reservation (id, order_type, order_number, order_line, lot_id, place_kind, place_code,"
                + " place_sscc, quantity, unit) select 900001, 'SALES_ORDER', 'SO-70001', 1, lot_id, place_kind,"
                + " place_code, place_sscc, quantity, unit from stock fetch first 1 rows only");
        db.sql("insert into recall_drill (id, started_at, started_nanos, actor, seed, target, lot_id, ingredients,"
                + " affected, consignees, without_contact, accounted_percent, findings, ledger_position, ledger_hash)"
                + " select 900002, current_timestamp, 0, 'qa', 1, 'INGREDIENT', id, 1, 1, 1, 0, 100, 0, 1, 'ab'"
                + " from lot fetch first 1 rows only");
        db.sql("insert into interchange_problem (interchange_id, part, code, field_path, message)"
                + " select id, 0, 'LOT_UNKNOWN', '', '' from interchange");
        db.sql("insert into unit_nesting (unit_sscc, nested_at, parent_sscc, open_unit) values "
                + IntStream.range(100, 2100)
                        .mapToObj(number -> "('" + pallet(number) + "', 1, '" + pallet(number / 20) + "', '"
                                + pallet(number) + "')")
                        .collect(Collectors.joining(", ")));
        db.sql("insert into notice_arrival (notice, arrived_at, told, is_to_be_told) values "
                + IntStream.range(0, 2000)
                        .mapToObj(number -> "('MILL/N" + number + "', current_timestamp, false, false)")
                        .collect(Collectors.joining(", ")));
        db.sql("insert into third_party_warehouse (site, partner, location, damaged, tolerance_percent, answer_hours)"
                + " values ('THIRD', 'A', 'A', 'A', 0, 0)");
        db.sql("insert into stock_document (document_position, kind, warehouse, document_number, about, at_moment,"
                + " recorded_by, recorded_at, events, lines, unsent) values "
                + IntStream.range(1, 2001)
                        .mapToObj(number -> "(" + number + ", 'INVENTORY', 'THIRD', 'I" + number + "', 'T" + number / 5
                                + "', current_timestamp, 'edi', current_timestamp, '', '', false)")
                        .collect(Collectors.joining(", ")));
        db.sql("insert into production_order (order_number, site, planned_date, work_centre)"
                + " select v.n, (select min(site_code) from site), current_date, '' from (values "
                + IntStream.range(0, 2000)
                        .mapToObj(number -> "('PF" + number + "')")
                        .collect(Collectors.joining(", "))
                + ") v (n)");
        db.sql("insert into production_order_line (order_number, part, line_number, line_role, item, quantity, unit,"
                + " scrap_percent) select order_number, 0, 1, 'MAIN_PRODUCT', (select min(item_number) from item), 1, 'KGM', 0"
                + " from production_order where order_number like 'PF%'");
        db.sql(
                "insert into transfer_order (order_number, from_site, to_site, arrival_date)"
                        + " select 'TF' || order_number, site, site, planned_date from production_order where order_number like 'PF%'");
        db.sql("insert into transfer_order_line (order_number, part, line_number, item, quantity, unit)"
                + " select order_number, 0, 1, (select min(item_number) from item), 1, 'KGM' from transfer_order");
        db.sql("insert into follower_poison (follower_name, ledger_position, failed_attempts, failed_at,"
                + " next_attempt_at, failure) values ('" + SET_ASIDE + "', 1, 1, current_timestamp, current_timestamp,"
                + " 'disk full')");
        db.sql(
                "insert into lot_disposition (lot_id, disposition, reason, event_id) select id, 'SELLABLE', '', 'released'"
                        + " from lot where id not in (select lot_id from lot_disposition)");
        db.sql("insert into lot_hold (lot_id, event_id, reason, since_at, since_nanos, held_by, place_kind, place_code,"
                + " place_sscc) select id, 'many', 'glass', current_timestamp, 0, 'qa', '', '', '' from lot");
    }

    private void masterData() {
        Party partner = db.parties().all().stream()
                .filter(party -> party.profile().ediAddress().isPresent())
                .findFirst()
                .orElseThrow();
        EdiAddress address = partner.profile().ediAddress().orElseThrow();
        Item item = db.items().all().stream()
                .filter(known -> known.gtin().isPresent())
                .findFirst()
                .orElseThrow();
        Site site = db.sites().all().get(0);
        Gtin gtin = item.gtin().orElseThrow();
        List<ItemNumber> items =
                db.items().all().stream().map(Item::number).limit(MANY).toList();
        add(partner, partner.id(), address, item, item.number(), gtin, site, site.id());
        samples.put("Collection<ItemNumber>", items);
        samples.put("Optional<ItemNumber>", Optional.of(items.get(0)));
        samples.put(
                "ItemStore.String",
                db.items().all().stream()
                        .flatMap(known -> known.segregation().classes().stream())
                        .findFirst()
                        .orElse("GLUTEN"));
        samples.put("Collection<PartyId>", List.of(partner.id()));
    }

    private void lotsAndEvents() {
        List<Lot> lots = db.lots().after(Optional.empty(), MANY);
        List<LotKey> keys = lots.stream().map(Lot::key).toList();
        add(
                lots.get(0),
                keys.get(0),
                LotReference.parse(lots.get(0).key().number().value()));
        samples.put("Lot[]", new Lot[] {lots.get(0)});
        samples.put("Collection<LotNumber>", keys.stream().map(LotKey::number).toList());
        samples.put("Collection<LotKey>", keys);
        samples.put(
                "Collection<LotReference>",
                keys.stream()
                        .map(key -> LotReference.parse(key.number().value()))
                        .toList());
        samples.put("Optional<LotKey>", Optional.of(keys.get(1)));

        List<RecordedEvent> events = db.ledger().after(0, 1000);
        RecordedEvent last = events.get(events.size() - 1);
        RecordedEvent next = new RecordedEvent(
                last.event(), last.form(), last.cell(), last.position() + 1, last.recorded(), last.hash());
        List<EventId> ids =
                events.stream().map(known -> known.event().id()).limit(MANY).toList();
        add(next, ids.get(0), events.get(0).event().documents().get(0), Instant.EPOCH);
        samples.put("Collection<EventId>", ids);
        samples.put(
                "TraceEvent",
                events.stream()
                        .map(RecordedEvent::event)
                        .filter(event -> !event.dispositionChanges().isEmpty())
                        .findFirst()
                        .orElseThrow());
        samples.put("long", 1L);
        samples.put("Collection<Long>", List.of(1L, 2L));
        samples.put("int", LedgerStore.PAGE);
        samples.put("boolean", true);

        List<StockBalance> stock = db.stock().all();
        List<StockBalance> kept = stock.subList(0, MANY);
        samples.put("Collection<StockBalance>", kept);
        samples.put("Place", kept.get(0).position().place());
        samples.put(
                "Collection<Place>",
                kept.stream().map(balance -> balance.position().place()).toList());
        List<LotDisposition> held = db.dispositions().notSellable();
        samples.put("Collection<LotDisposition>", held);
        samples.put(
                "Map<LotKey, List<Hold>>",
                held.stream().collect(Collectors.toMap(LotDisposition::lot, LotDisposition::holds)));
        samples.put("Position", kept.get(0).position());
        samples.put(
                "Collection<Position>",
                kept.stream().map(StockBalance::position).toList());
        samples.put("Collection<KeptCost>", db.costs().kept(keys));
        samples.put("Collection<KeptLayer>", layers(db, keys.get(0)));
        samples.put("List<JournalEntry>", List.of(db.costs().ofEvents(ids).get(0)));
        samples.put("Random", new Random(1));
        samples.put("Optional<WriteOff$Key>", Optional.of(new WriteOff.Key(1, 0)));
        samples.put("Optional<SiteId>", Optional.of(db.sites().all().get(0).id()));
        samples.put("Optional<LocalDate>", Optional.of(LocalDate.of(2026, 10, 1)));
        samples.put("Optional<Instant>", Optional.of(Instant.parse("2026-10-01T08:00:00Z")));
        samples.put("LocalDate", LocalDate.of(2026, 10, 1));
        samples.put("WantedStock", wantedStock());
        Map<ItemNumber, LocalDate> laterThan = Map.of(keys.get(0).item(), LocalDate.of(2020, 1, 1));
        samples.put("Map<ItemNumber, LocalDate>", laterThan);
        Set<LotKey> asked = Set.copyOf(keys);
        samples.put("LotQuestions", new LotQuestions(asked, asked, asked, Optional.of(new PartyId("A")), laterThan));
    }

    private void orders() {
        db.sql("update expected_receipt set is_open = true");
        ExpectedReceipt receipt =
                db.expectedReceipts().open(Optional.empty(), 10).get(0);
        samples.put("Optional<ShipNoticeId>", Optional.of(receipt.notice().id()));
        add(
                receipt,
                receipt.notice().id(),
                new NoticeArrival(
                        receipt.notice().id(), Instant.parse("2026-10-01T08:00:00Z"), Optional.empty(), false),
                receipt.lines().stream()
                        .flatMap(line -> line.container().stream())
                        .findFirst()
                        .orElse(new Sscc("340123450000000024")));
        samples.put("Optional<PartyId>", Optional.of(new PartyId("A")));
        samples.put("Collection<Sscc>", List.of(pallet(1), pallet(2)));
        samples.put("NestedUnit", new NestedUnit(pallet(4999), pallet(1)));
        var purchase = db.purchaseOrders().after("", 1).get(0);
        var sale = db.salesOrders().find("SO-70001").orElseThrow();
        add(purchase, sale);
        samples.put(
                "ProductionOrderStore$Kept",
                new ProductionOrderStore.Kept(
                        new ProductionOrder("FA-1", purchase.site(), LocalDate.of(2026, 3, 2), "", List.of()),
                        Optional.empty()));
        samples.put("ProductionOrderStore.String", "FA-1");
        samples.put("ProductionOrderStore.Collection<String>", List.of("FA-1"));
        samples.put(
                "TransferOrder",
                new TransferOrder(
                        "TR-1",
                        purchase.site(),
                        purchase.site(),
                        LocalDate.of(2026, 3, 2),
                        Optional.empty(),
                        List.of()));
        samples.put("TransferOrderStore.String", "TF1");
        samples.put("TransferOrderStore.Collection<String>", List.of("TF1"));
        samples.put("PurchaseOrderStore.String", purchase.number());
        samples.put("SalesOrderStore.String", sale.number());
        samples.put("SalesOrderStore.Collection<String>", List.of(sale.number()));
        samples.put("LedgerStore.Collection<String>", List.of(sale.number()));
        samples.put("LedgerStore.String", sale.number());
        samples.put("Collection<DocumentReference>", List.of(sale.reference()));
        samples.put("ReservationStore.String", sale.number());
        samples.put("DocumentType", DocumentType.SALES_ORDER);
        samples.put("Account", Account.COST_OF_GOODS_SOLD);
        List<Reservation> reserved = db.reservations()
                .ofLots(db.stock().all().stream()
                        .map(StockBalance::lot)
                        .distinct()
                        .toList());
        add(reserved.get(0));
        samples.put("Collection<Reservation>", reserved);
    }

    private void recallsAndInterchanges() {
        RecallCase recall = db.recalls().all().get(0);
        add(recall.id(), db.drills().recent(1).get(0));
        samples.put("List<RecallStep>", recall.steps());
        samples.put("RecallStore.boolean", false);
        samples.put("TodayStore.boolean", true);
        samples.put("Optional<RecallCaseId>", Optional.of(recall.id()));

        InterchangeRecord record = db.interchanges().find(KEY_OF_INTERCHANGE).orElseThrow();
        add(
                record,
                InterchangeStatus.SENT,
                new InterchangeFilter(Optional.of(record.direction()), Optional.of(record.status()), Optional.empty()));
        samples.put("InterchangeStore.String", KEY_OF_INTERCHANGE);
        samples.put("InterchangeStore.Instant", Instant.parse("2026-10-01T08:00:00Z"));
        samples.put("Collection<String>", List.of(KEY_OF_INTERCHANGE));
        samples.put("Set<InterchangeStatus>", Set.of(record.status()));
        samples.put("InterchangeStore.long", record.id());
        samples.put("Optional<String>", Optional.of(KEY_OF_INTERCHANGE));
        samples.put("byte[]", new byte[] {1});
        samples.put("List<Violation>", List.of());
    }

    private void followers() {
        SetAsideEvent set = db.followers().allSetAside(SET_ASIDE).get(0);
        add(
                db.followers().position(SET_ASIDE),
                set,
                db.leases().find("follower/cost").orElseThrow());
        samples.put("FollowerStore.String", SET_ASIDE);
        samples.put("LeaseStore.String", "follower/cost");
        samples.put("NumberSequences.String", "edi.interchange");
        samples.put("SealStore.String", "seals");
        samples.put(
                "List<ChainedSeal>",
                List.of(new ChainedSeal(1, db.seals().unchained(0, 1).get(0), "0".repeat(64))));
        samples.put("Consumer<RecordedEvent>", (Consumer<RecordedEvent>) event -> {});
    }

    private void audits() {
        Instant at = Instant.parse("2026-10-01T08:00:00Z");
        AuditEntry entry = new AuditEntry(
                0,
                at,
                at,
                1,
                AuditKind.RIGHTS,
                "anna",
                "",
                "users.properties",
                LoginMethod.PASSWORD,
                List.of(),
                "",
                "",
                "");
        db.audits().append(List.of(entry));
        AuditEntry stored = db.audits().list(AuditQuery.newest(1)).get(0);
        samples.put("List<AuditEntry>", List.of(entry));
        samples.put("AuditStore.String", entry.channel());
        KeptToken token = new KeptToken(
                new Token(
                        "0123456789",
                        "erp",
                        Set.of(Role.OPERATOR),
                        at,
                        "root",
                        at,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                "ab".repeat(32));
        db.tokens().insert(token);
        samples.put("TokenStore.String", "erp");
        add(token);
        add(new AuditQuery(
                Optional.of(entry.user()),
                Optional.of(entry.kind()),
                Optional.of(at),
                Optional.of(at.plusSeconds(1)),
                Optional.of(stored.id()),
                MANY));
    }

    private void thirdParties() {
        ThirdPartyWarehouse warehouse = db.stockDocuments().warehouses().get(0);
        add(
                warehouse,
                db.stockDocuments()
                        .find(warehouse.site(), StockDocumentKind.INVENTORY, "I7")
                        .orElseThrow(),
                StockDocumentKind.INVENTORY);
        samples.put("StockDocumentStore.SiteId", warehouse.site());
        samples.put("StockDocumentStore.String", "T7");
        samples.put("StockDocumentStore.Collection<String>", List.of("T7", "T8"));
        samples.put("StockDocumentStore.long", 1000L);
    }

    private void allocationRules() {
        AllocationRule known = rule(1);
        db.allocationRules().insert(known);
        add(rule(2));
        OrderLineReference line = new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO-7"), 1);
        samples.put(
                "List<AllocationDecision>",
                List.of(new AllocationDecision(
                        1,
                        line,
                        db.items().all().get(0).number(),
                        Instant.parse("2026-10-01T08:00:00Z"),
                        LocalDate.of(2026, 10, 1),
                        Rotation.FEFO,
                        List.of(1L),
                        Quantity.of("1", "C62"),
                        List.of(),
                        0,
                        Optional.empty())));
        samples.put("PartyId", db.parties().all().get(0).id());
    }

    private void masters() {
        MasterReference item = MasterReference.of(db.items().all().get(0).number());
        db.masterSteps().insert(new MasterStep(1, item, MasterAction.CLOSE, "gone", "anna", Instant.EPOCH));
        add(new MasterStep(2, item, MasterAction.REOPEN, "back", "anna", Instant.EPOCH));
        add(item);
        db.lotRights().insert(right(1));
        add(right(2));
    }

    private static LotRight right(long version) {
        return new LotRight(
                version,
                new LotRightChange(
                        LotAction.CREATE, LotRightScope.EVERYTHING, Set.of(), Set.of(Role.RECEIVER), "as ever"),
                "anna",
                Instant.EPOCH);
    }

    private static AllocationRule rule(long version) {
        return new AllocationRule(
                version,
                new RuleChange(RuleScope.EVERYTHING, LocalDate.of(2026, 10, 1), RuleTerms.NONE, "as ever"),
                "anna",
                Instant.parse("2026-10-01T08:00:00Z"));
    }

    private void periods() {
        LocalDate day = LocalDate.of(2026, 9, 30);
        for (long number = 1; number <= 2; number++) {
            db.periods()
                    .insert(new PeriodStep(
                            number,
                            day.withDayOfMonth(1),
                            day,
                            PeriodStep.Kind.LOCK,
                            1,
                            List.of(),
                            "",
                            "anna",
                            Instant.parse("2026-10-01T08:00:00Z")));
        }
        List<LotCost> lots = db.costs()
                .of(db.lots().after(Optional.empty(), MANY).stream()
                        .map(Lot::key)
                        .toList());
        db.periods().insert(figures(1, day), lots);
        add(figures(2, day));
        add(new PeriodStep(
                3,
                day.withDayOfMonth(1),
                day,
                PeriodStep.Kind.REOPEN,
                1,
                List.of(),
                "",
                "anna",
                Instant.parse("2026-10-01T08:00:00Z")));
        samples.put("Collection<LotCost>", lots);
        samples.put("PeriodStore.String", "anna");
        Consumer<PeriodStore.Flow> taker = flow -> {};
        samples.put("Consumer<PeriodStore$Flow>", taker);
    }

    private static List<KeptLayer> layers(TestDatabase db, LotKey lot) {
        CostedQuantity goods = new CostedQuantity(Quantity.of("1", "KGM"), Money.parse("EUR 1.00"));
        List<KeptLayer> layers = List.of(new KeptLayer(lot, 1, goods, goods));
        db.unitOfWork().run(() -> db.costs().saveLayers(layers, List.of()));
        return layers;
    }

    private static PeriodSnapshot figures(long step, LocalDate day) {
        Money money = Money.parse("EUR 1.00");
        return new PeriodSnapshot(
                step, day, 1, 1, "ab".repeat(32), List.of(new AccountBalance(Account.INVENTORY, money, money)));
    }

    /** More than there is, so that all is asked that can be. */
    private WantedStock wantedStock() {
        StockBalance some = db.stock().all().stream()
                .filter(balance -> balance.position().place().kind() == PlaceKind.LOCATION)
                .findFirst()
                .orElseThrow();
        return new WantedStock(
                some.position().place().site(),
                Map.of(
                        some.lot().item(),
                        Quantity.of("1000000", some.quantity().unit().code())),
                Set.of(),
                Set.of(some.position().place().location()),
                LocalDate.of(2026, 10, 1));
    }

    private void importMappings() {
        ImportMapping mapping = new ImportMapping(
                "items of the old ERP",
                ImportSubject.ITEMS,
                DecimalStyle.POINT,
                "",
                List.of(FieldSource.column("number", "No")));
        db.importMappings().save(mapping);
        add(mapping);
        samples.put("ImportMappingStore.String", mapping.name());
    }

    private void journalReceivers() {
        Instant at = Instant.parse("2026-10-01T08:00:00Z");
        JournalReceiver receiver = new JournalReceiver("ERP", 2, 1, "erp", at);
        JournalRejection rejection =
                new JournalRejection(1, receiver.name(), 2, "no such account", "erp", at, Optional.empty());
        db.journalReceivers().save(receiver);
        db.journalReceivers().save(rejection);
        samples.put("JournalReceiverStore.String", receiver.name());
        samples.put("JournalReceiver", receiver);
        samples.put("JournalRejection", rejection);
    }

    private void accounts() {
        Instant at = Instant.parse("2026-10-01T08:00:00Z");
        AccountRule rule = new AccountRule(
                1,
                1,
                new AccountRuleChange(
                        Optional.empty(),
                        Account.INVENTORY,
                        AccountScope.EVERYTHING,
                        LocalDate.of(2026, 10, 1),
                        Optional.of("1400"),
                        "chart"),
                "anna",
                at);
        EntryNumbers numbers = new EntryNumbers(
                1,
                Optional.of(new EntryNumbers.Kept("ERP", at)),
                List.of(new EntryNumbers.Line(Account.INVENTORY, Optional.of("1400"), Optional.of(1L))));
        db.accountRules().insert(rule);
        db.accountNumbers().insert(List.of(numbers));
        samples.put("AccountRule", rule);
        samples.put(
                "KeptWaiting",
                new KeptWaiting(7, new EventId("E7"), "no price", 0, true, Bakery.NOW, 0, Optional.of(9L), false));
        samples.put("CompanyBooks", new CompanyBooks(Bakery.COMPANY, "EUR", "DE123456789", "controller", Bakery.NOW));
        samples.put("AccountNumberStore.Collection<EntryNumbers>", List.of(numbers));
        samples.put("AccountNumberStore.Collection<Long>", List.of(1L, 2L));
    }

    private void exceptionCases() {
        Instant at = Instant.parse("2026-10-01T08:00:00Z");
        ExceptionCase known = new ExceptionCase(
                1,
                "LOT_ON_HOLD",
                new EventId("e1"),
                Optional.empty(),
                db.sites().all().get(0).id(),
                "glass",
                Role.QUALITY,
                at,
                at,
                Optional.empty());
        db.exceptionCases().insert(List.of(known));
        samples.put("Optional<Long>", Optional.of(1L));
        samples.put(
                "List<ExceptionCase>",
                List.of(new ExceptionCase(
                        2,
                        known.code(),
                        known.event(),
                        known.lot(),
                        known.site(),
                        known.message(),
                        known.owner(),
                        at,
                        at,
                        Optional.empty())));
        add(known);
        add(new ExceptionFilter(
                Optional.of(true),
                Optional.of(Role.QUALITY),
                Optional.of(known.site()),
                Optional.of("LOT_ON_HOLD"),
                true));
    }

    private void overview() {
        Site site = db.sites().all().get(0);
        samples.put("List<TodayFigures$SiteDay>", List.of(new SiteDay(site.id(), LocalDate.of(2026, 10, 1))));
        SiteHours day = new SiteHours(
                site.id(),
                LocalDate.of(2026, 10, 1),
                Instant.parse("2026-10-01T00:00:00Z"),
                Instant.parse("2026-10-02T00:00:00Z"));
        samples.put("SiteHours", day);
        samples.put("List<SiteHours>", List.of(day));
        samples.put("Optional<ItemNumber>", Optional.of(db.items().all().get(0).number()));
        samples.put("List<SiteId>", List.of(site.id()));
        samples.put("List<InterchangeStatus>", List.of(InterchangeStatus.REJECTED));
        samples.put(
                "StockFilter",
                new StockFilter(
                        Optional.of(PlaceKind.LOCATION),
                        Optional.of(site.id()),
                        Optional.empty(),
                        Optional.empty(),
                        "L",
                        Optional.empty(),
                        Optional.of(Disposition.ON_HOLD),
                        Optional.of(false),
                        Optional.empty(),
                        Optional.empty()));
        StockBalance stock = db.stock().all().get(0);
        samples.put(
                "PastStockFilter",
                new PastStockFilter(
                        Optional.of(site.id()), Optional.of(stock.lot().item()), Optional.of(stock.lot())));
        Instant then = Instant.parse("2026-10-01T00:00:00Z");
        samples.put("AsOf", new AsOf(Optional.empty(), Optional.of(then), Optional.of(then)));
        samples.put("Optional<StockLine$Key>", Optional.of(new StockLine.Key(stock.lot(), stock.position())));
        add(new MovementPlace(1_000, 0), QueryPlanIT.movements(db, "lot"));
        samples.put(
                "EventFilter",
                new EventFilter(Optional.of(EventType.RECEIVE), Optional.of(site.id()), Optional.of(stock.lot())));
        samples.put("Optional<OpenOrder$Key>", Optional.of(new OpenOrder.Key(LocalDate.of(2026, 10, 1), "SO-7")));
        samples.put("SearchStore.String", stock.lot().number().value());
        samples.put("List<String>", List.of("SO-7", "so-7"));
        samples.put("Optional<Gtin>", Optional.of(samples.get("Gtin")));
    }

    private void add(Object... values) {
        Arrays.stream(values).forEach(value -> samples.put(value.getClass().getSimpleName(), value));
    }

    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undone() {}

        Undone(Throwable refused) {
            super(refused);
        }
    }
}
