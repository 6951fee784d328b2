package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.persistence.testing.SentStatements;

/** What a unit of work reads twice while somebody else changes it. */
class UnitOfWorkMemoryIT extends StoreContract {
    private static final Lot LOT = aLot("L1").expiring("2026-12-31").build();
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
