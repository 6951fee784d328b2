package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.persistence.testing.SentStatements;

/** What a unit of work reads twice while somebody else changes it. */
class UnitOfWorkMemoryIT extends StoreContract {
    private static final Lot LOT = aLot("L1").expiring("2026-12-31").build();
    private static final EventId E1 = new EventId("e1");
    private static final LotReference EXACTLY =
            LotReference.parse(LOT.key().issuer() + "/" + LOT.key().item() + "/L1");
    private static final LotReference BREADS = LotReference.parse("L1");
    private static final Lot CORRECTED = aLot("L1").expiring("2027-01-31").build();

    @Test
    void an_order_is_the_one_of_the_last_commit_after_any_lock() {
        db.salesOrders().save(aSalesOrder("SO1").ordering(BREAD, "2 CS").build());

        inOne(() -> {
            ordered();
            another(() -> db.salesOrders()
                    .save(aSalesOrder("SO1").ordering(SALT, "1 KGM").build()));
            assertEquals(BREAD, ordered());

            db.reservations().lockItems(List.of(BREAD));

            assertEquals(SALT, ordered());
        });
    }

    @Test
    void a_lot_is_the_one_of_the_last_commit_after_any_lock() {
        db.lots().insert(LOT);

        inOne(() -> {
            db.lots().find(LOT.key());
            another(() -> db.lots().update(CORRECTED));
            assertEquals(Optional.of(LOT), db.lots().find(LOT.key()));

            db.ledger().lockHead();

            assertEquals(Optional.of(CORRECTED), db.lots().find(LOT.key()));
        });
    }

    @Test
    void an_item_stays_as_it_was_until_it_is_locked_itself() {
        Item bread = db.items().find(BREAD).orElseThrow();
        Item renamed = db.items().find(SALT).map(salt -> named(bread, salt)).orElseThrow();

        inOne(() -> {
            db.items().find(BREAD);
            another(() -> db.items().save(renamed));
            db.ledger().lockHead();
            assertEquals(Optional.of(bread), db.items().find(BREAD));

            assertEquals(List.of(renamed), db.items().lock(List.of(BREAD)));

            assertEquals(Optional.of(renamed), db.items().find(BREAD));
        });
    }

    @Test
    void what_is_known_is_not_asked_for_again() {
        db.lots().insert(LOT);

        inOne(() -> {
            read();
            assertEquals(List.of(), SentStatements.of(this::read));
        });
        inOne(() -> assertEquals(3, SentStatements.of(this::read).size(), "another unit of work knows nothing"));
    }

    @Test
    void what_is_read_ahead_is_not_asked_for_again() {
        LotKey lot = stored(LOT);

        inOne(() -> {
            assertFalse(db.ledger().readAhead(E1, BERLIN, NOW, List.of(EXACTLY, BREADS)));
            assertEquals(List.of(), SentStatements.of(() -> {
                assertEquals(Optional.empty(), db.ledger().find(E1));
                assertEquals(
                        Map.of(EXACTLY, List.of(LOT), BREADS, List.of(LOT)),
                        db.lots().fitting(List.of(EXACTLY, BREADS)));
                assertEquals(Optional.of(LOT), db.lots().find(lot));
                assertTrue(db.items().find(lot.item()).isPresent());
                assertTrue(db.sites().find(BERLIN).isPresent());
            }));

            assertEquals(List.of(), db.stock().lock(List.of(lot)));
            assertEquals(
                    List.of(),
                    SentStatements.of(() -> assertEquals(List.of(), db.ledger().linesAfter(List.of(lot), NOW))));
            db.ledger().lockHead();
            assertEquals(
                    List.of(),
                    SentStatements.of(
                            () -> assertEquals(List.of(), db.reservations().sumsOf(List.of(lot)))));
        });
    }

    /** Read ahead or not, and whatever happens between reading ahead and each lock. */
    @Test
    void what_is_asked_with_a_lock_is_what_the_last_commit_before_it_left() {
        LotKey lot = stored(LOT);

        inOne(() -> {
            db.ledger().readAhead(E1, BERLIN, NOW, List.of(EXACTLY));
            another(() -> db.unitOfWork().run(() -> {
                TraceEvent moved = anEvent("e1", EventType.TRANSFER)
                        .in(aContext("e1").at("2026-03-02T09:00:00Z").build())
                        .moving(lot, "3 KGM", in(SHELF), in(GATE))
                        .build();
                LedgerHead head = db.ledger().lockHead();
                db.ledger().append(new RecordedEvent(moved, head.position() + 1, NOW, "0".repeat(64)));
                db.stock().save(List.of(new StockBalance(lot, Position.at(in(GATE)), quantity("3 KGM"))));
                db.reservations().save(reserved(lot));
            }));

            assertEquals(
                    List.of("GATE 3 KGM"),
                    db.stock().lock(List.of(lot)).stream()
                            .map(balance -> balance.position().place().location() + " " + balance.quantity())
                            .toList());
            assertEquals(1, db.ledger().linesAfter(List.of(lot), NOW).size());
            db.ledger().lockHead();

            assertEquals(
                    List.of(quantity("2 KGM")),
                    db.reservations().sumsOf(List.of(lot)).stream()
                            .map(StockBalance::quantity)
                            .toList());
            assertTrue(db.ledger().find(E1).isPresent());
        });
        inOne(() -> assertTrue(db.ledger().readAhead(E1, BERLIN, NOW, List.of())));
    }

    /** Under the lock on a lot nobody else reserves of it; what the unit reserves itself is known. */
    @Test
    void what_is_reserved_of_a_locked_lot_is_asked_for_once() {
        LotKey lot = stored(LOT);

        inOne(() -> {
            db.stock().lock(List.of(lot));
            db.ledger().lockHead();
            assertEquals(
                    List.of(),
                    SentStatements.of(
                            () -> assertEquals(List.of(), db.reservations().sumsOf(List.of(lot)))));
            db.reservations().save(reserved(lot));
            assertEquals(1, db.reservations().sumsOf(List.of(lot)).size());
        });
    }

    @Test
    void a_lot_that_is_registered_just_now_is_not_asked_for() {
        inOne(() -> {
            db.lots().insert(LOT);
            assertEquals(List.of(), SentStatements.of(() -> {
                assertEquals(List.of(), db.stock().lock(List.of(LOT.key())));
                assertEquals(List.of(), db.ledger().linesAfter(List.of(LOT.key()), NOW));
                assertEquals(List.of(), db.reservations().sumsOf(List.of(LOT.key())));
            }));
            db.reservations().save(reserved(LOT.key()));
            assertEquals(1, db.reservations().sumsOf(List.of(LOT.key())).size());
        });
    }

    @Test
    void an_event_is_known_ahead_also_when_its_site_is_not() {
        SiteId nowhere = new SiteId("NOWHERE");

        inOne(() -> assertFalse(db.ledger().readAhead(E1, nowhere, NOW, List.of())));
        append();
        inOne(() -> assertTrue(db.ledger().readAhead(E1, nowhere, NOW, List.of())));
    }

    /** As it may decide in whose books something is. */
    @Test
    void a_unit_that_saw_no_books_begins_again_when_some_were_opened() {
        List<Integer> seen = new ArrayList<>();

        inOne(() -> {
            db.sites().find(BERLIN);
            seen.add(db.companyBooks().all().size());
            if (seen.size() == 1) {
                another(() -> db.unitOfWork().run(() -> {
                    db.ledger().lockHead();
                    db.companyBooks().insert(new CompanyBooks(COMPANY, "USD", "", "ben", NOW));
                }));
            }
            db.ledger().lockHead();
        });

        assertEquals(List.of(0, 1), seen);
    }

    @Test
    void books_are_read_once_while_none_are_opened() {
        inOne(() -> db.companyBooks().all());

        inOne(() -> {
            db.sites().find(BERLIN);
            assertEquals(
                    List.of(),
                    SentStatements.of(
                            () -> assertEquals(List.of(), db.companyBooks().all())));
        });
    }

    private void append() {
        db.unitOfWork().run(() -> {
            LedgerHead head = db.ledger().lockHead();
            db.ledger()
                    .append(new RecordedEvent(
                            anEvent("e1", EventType.TRANSFER).build(), head.position() + 1, NOW, "0".repeat(64)));
        });
    }

    private static Reservation reserved(LotKey lot) {
        return new Reservation(
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO1"), 1),
                lot,
                Position.at(in(GATE)),
                quantity("2 KGM"));
    }

    private void read() {
        db.lots().find(LOT.key());
        db.items().find(BREAD);
        db.sites().find(BERLIN);
    }

    private ItemNumber ordered() {
        return db.salesOrders().find("SO1").orElseThrow().lines().get(0).item();
    }

    private static Item named(Item item, Item other) {
        return new Item(
                item.number(),
                other.description(),
                item.type(),
                item.gtin(),
                item.baseUnit(),
                item.packUnits(),
                item.shelfLifeDays(),
                item.segregation());
    }

    /** In a thread, so in a unit of work of its own. */
    private static void another(Runnable work) {
        together(new CountDownLatch(0), work);
    }
}
