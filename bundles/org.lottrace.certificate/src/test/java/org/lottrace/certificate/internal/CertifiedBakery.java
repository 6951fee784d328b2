package org.lottrace.certificate.internal;

import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.COUNT;
import static org.lottrace.api.event.EventType.DISPOSE;
import static org.lottrace.api.event.EventType.HOLD;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.PUT_AWAY;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RELEASE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.QUARANTINE;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.fixture.Outcomes;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** Two days of the bakery with every type of event, costed, and a copy of its tables to come back to. */
final class CertifiedBakery {
    static final LotKey WHEAT = aLot("WHEAT").key();
    static final LotKey RYE = aLot("RYE").key();
    static final LotKey SEA_SALT = aLot("SEA").of(SALT).key();
    static final LotKey KNEADED = aLot("KNEADED").of(DOUGH).madeAt(BERLIN).key();
    static final LotKey LOAF = aLot("LOAF").of(BREAD).madeAt(BERLIN).key();
    /** Registered, but no event names it. */
    static final LotKey ASH = aLot("ASH").key();

    static final List<LotKey> LOTS = List.of(LOAF, KNEADED, RYE, WHEAT, SEA_SALT);

    private static final VerifiedChain WHOLE = new VerifiedChain(19, "", Bakery.NOW, Bakery.NOW, Optional.empty());

    private static final String COSTS = "company, lot_id, stock_quantity, stock_unit, stock_amount, stock_currency,"
            + " process_quantity, process_unit, process_amount, process_currency,"
            + " basis_quantity, basis_amount";

    private static final List<String> TABLES = List.of(
            "trace_event",
            "event_identity",
            "event_document",
            "event_line",
            "lot_edge",
            "event_disposition",
            "ledger_head",
            "stock",
            "lot_disposition",
            "journal_entry",
            "journal_line",
            "lot_cost",
            "follower");

    final TestDatabase database = TestDatabase.h2().withBakery();
    CertificationService certification;
    private TestCompany company;
    Ledger ledger;

    CertifiedBakery() {
        start();
    }

    /** A node that has verified nothing yet, and remembers the hash of every third event when it does. */
    private void start() {
        company = TestCompany.on(database)
                .with(Clock.class, Bakery.CLOCK)
                .configured("org.lottrace.ledger.chain", Map.of("slice.events", 3));
        ledger = company.service(Ledger.class);
        certification = certificationWith(ledger);
    }

    /** @return what is certified when whoever changed the ledger also recomputed every hash and every position */
    CertificationService withoutTheChain() {
        return certificationWith((Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) ->
                        method.getReturnType() == VerifiedChain.class ? WHOLE : Optional.empty()));
    }

    CertifiedBakery afterTwoDays() {
        database.unitOfWork().run(() -> {
            database.purchaseOrders()
                    .save(aPurchaseOrder("PO1")
                            .ordering(FLOUR, "150 KGM", "0.50")
                            .ordering(SALT, "10 KGM", "0.30")
                            .build());
            List.of(aLot("WHEAT").build(), aLot("RYE").build(), lot(ASH), lot(SEA_SALT), lot(KNEADED), lot(LOAF))
                    .forEach(database.lots()::insert);
        });
        Place mixing = order("P1");
        Place baking = order("P2");
        Place made = Place.transformation(BERLIN);
        Position onPallet = Position.at(in(GATE), pallet(1));
        Position market = Position.at(Place.party(MARKET));
        append(anEvent("receive-1", RECEIVE)
                .of(DocumentType.SHIP_NOTICE, "N1")
                .of(DocumentType.PURCHASE_ORDER, "PO1")
                .moving(WHEAT, "100 KGM", mill(), Position.at(in(DOCK)), line(1))
                .moving(SEA_SALT, "10 KGM", mill(), Position.at(in(DOCK)), line(2)));
        append(anEvent("put-away", PUT_AWAY)
                .of(DocumentType.TRANSFER_ORDER, "T1")
                .moving(WHEAT, "100 KGM", in(DOCK), in(SHELF)));
        append(anEvent("receive-2", RECEIVE)
                .of(DocumentType.SHIP_NOTICE, "N2")
                .moving(RYE, "50 KGM", mill(), Position.at(in(SHELF)), line(1)));
        append(anEvent("mix", CONSUME)
                .of(DocumentType.PRODUCTION_ORDER, "P1")
                .moving(WHEAT, "60 KGM", in(SHELF), mixing)
                .moving(SEA_SALT, "1 KGM", in(DOCK), mixing));
        append(anEvent("knead", PRODUCE)
                .of(DocumentType.PRODUCTION_ORDER, "P1")
                .moving(WHEAT, "60 KGM", mixing, made)
                .moving(SEA_SALT, "1 KGM", mixing, made)
                .moving(KNEADED, "61 KGM", made, in(SHELF))
                .making(KNEADED, WHEAT, "60 KGM")
                .making(KNEADED, SEA_SALT, "1 KGM"));
        append(anEvent("shape", CONSUME)
                .of(DocumentType.PRODUCTION_ORDER, "P2")
                .moving(KNEADED, "61 KGM", in(SHELF), baking));
        append(anEvent("bake", PRODUCE)
                .of(DocumentType.PRODUCTION_ORDER, "P2")
                .moving(KNEADED, "61 KGM", baking, made)
                .moving(LOAF, "120 C62", made, in(SHELF))
                .making(LOAF, KNEADED, "61 KGM"));
        append(anEvent("hold-loaf", HOLD)
                .of(DocumentType.QUALITY_ORDER, "hold-loaf")
                .setting(LOAF, Disposition.ON_HOLD, "crust too dark"));
        append(anEvent("release-loaf", RELEASE)
                .of(DocumentType.QUALITY_ORDER, "release-loaf")
                .setting(LOAF, Disposition.SELLABLE, "tasted"));
        append(anEvent("pick", PICK).of(DocumentType.TRANSFER_ORDER, "T2").moving(LOAF, "40 C62", in(SHELF), in(GATE)));
        append(anEvent("pack", PACK)
                .of(DocumentType.TRANSFER_ORDER, "T3")
                .moving(LOAF, "40 C62", Position.at(in(GATE)), onPallet));
        append(anEvent("ship", SHIP)
                .of(DocumentType.SHIPMENT, "S1")
                .of(DocumentType.SALES_ORDER, "SO1")
                .moving(
                        LOAF,
                        "40 C62",
                        onPallet,
                        market,
                        new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1)));
        append(anEvent("return", RETURN)
                .of(DocumentType.RETURN_ORDER, "R1")
                .of(DocumentType.SHIPMENT, "S1")
                .moving(LOAF, "5 C62", market, Position.at(in(QUARANTINE))));
        append(anEvent("count", COUNT)
                .of(DocumentType.COUNT_SHEET, "C1")
                .moving(LOAF, "3 C62", in(SHELF), Place.countDifference(BERLIN))
                .moving(RYE, "2 KGM", Place.countDifference(BERLIN), in(SHELF)));
        append(anEvent("dispose", DISPOSE)
                .of(DocumentType.DISPOSAL_ORDER, "D1")
                .moving(LOAF, "5 C62", in(QUARANTINE), Place.disposal(BERLIN)));
        append(anEvent("to-potsdam", TRANSFER)
                .of(DocumentType.TRANSFER_ORDER, "T4")
                .moving(RYE, "10 KGM", in(SHELF), Place.inTransit(POTSDAM)));
        append(anEvent("in-potsdam", TRANSFER)
                .of(DocumentType.TRANSFER_ORDER, "T5")
                .moving(RYE, "6 KGM", Place.inTransit(POTSDAM), Place.location(POTSDAM, SHELF)));
        append(anEvent("lost-on-the-road", COUNT)
                .of(DocumentType.COUNT_SHEET, "C2")
                .moving(RYE, "1 KGM", Place.inTransit(POTSDAM), Place.countDifference(POTSDAM)));
        append(anEvent("hold-rye", HOLD)
                .of(DocumentType.QUALITY_ORDER, "hold-rye")
                .setting(RYE, Disposition.ON_HOLD, "moths"));
        database.sql("drop schema if exists original cascade");
        database.sql("create schema original");
        TABLES.forEach(table -> database.sql("create table original." + table + " as select * from public." + table));
        return this;
    }

    /** As it was when the copy was made, and the node has started since. */
    void restore() {
        company.close();
        start();
        database.sql("set referential_integrity false");
        for (String table : TABLES) {
            database.sql("delete from " + table);
            database.sql("insert into " + table + columns(table) + " from original." + table);
        }
    }

    /** Somebody replaces the ledger by one of his own, in which every hash fits and everything beside it, too. */
    void replaceBy(List<TraceEvent> others) {
        database.sql("set referential_integrity false");
        TABLES.stream()
                .filter(table -> !table.equals("ledger_head"))
                .forEach(table -> database.sql("delete from " + table));
        database.sql("update ledger_head set head_position = 0, hash = repeat('0', 64)");
        try (TestCompany forger = TestCompany.on(database).with(Clock.class, Bakery.CLOCK)) {
            others.forEach(event -> Outcomes.done(forger.service(Ledger.class).append(event)));
            forger.service(LedgerFollowers.class).catchUp("cost", Duration.ofMinutes(1));
        }
    }

    /** What the database works out itself cannot be inserted. */
    private static String columns(String table) {
        return table.equals("lot_cost") ? " (" + COSTS + ") select " + COSTS : " select *";
    }

    List<RecordedEvent> events() {
        return database.ledger().after(0, 100);
    }

    RecordedEvent append(EventBuilder event) {
        TraceEvent built = event.build();
        RecordedEvent recorded = ledger.append(built).fold(known -> known, violations -> {
            throw new AssertionError(built.id() + " " + violations);
        });
        booked();
        return recorded;
    }

    /** Lets costing follow the ledger. */
    void booked() {
        company.service(LedgerFollowers.class).catchUp("cost", Duration.ofMinutes(1));
    }

    private CertificationService certificationWith(Ledger chain) {
        return new CertificationService(
                database.unitOfWork(),
                chain,
                database.ledger(),
                database.lots(),
                database.items(),
                database.stock(),
                database.dispositions(),
                database.costs(),
                database.followers(),
                company.service(RecordSeals.class),
                Bakery.CLOCK);
    }

    private static Lot lot(LotKey key) {
        return new Lot(key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Position mill() {
        return Position.at(Place.party(MILL));
    }

    private static Place order(String number) {
        return Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, number));
    }

    private static OrderLineReference line(int number) {
        return new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), number);
    }
}
