package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.services.race.Lock.ITEM;
import static org.lottrace.services.race.RacedBakery.FLOUR_1;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.services.race.Race.Requests;

/** An item is kept in another unit while the first lot of it comes. */
class ItemRaceTest extends RaceTest {
    private static final Site REGISTER = ITEM.in("LotMasterService.registerNew");
    private static final Site SAVE = ITEM.in("ItemCatalogService.save");

    @TestFactory
    Stream<DynamicTest> an_item_keeps_the_unit_of_the_lot_that_just_comes() {
        return race().firstHolds(REGISTER)
                .untilBefore(LedgerStore.class, "lockHead")
                .secondWants(SAVE)
                .tests(bakery -> {
                    bakery.expectingFlour();
                    return new Requests(
                            () -> bakery.receive("r1", "L1", "10 BG"),
                            () -> inPieces(bakery),
                            () -> assertStockInUnitOfItem(bakery));
                });
    }

    @TestFactory
    Stream<DynamicTest> a_lot_comes_in_the_unit_that_its_item_just_gets() {
        return race().firstHolds(SAVE)
                .untilBefore(ItemStore.class, "save")
                .secondWants(REGISTER)
                .tests(bakery -> {
                    bakery.expectingFlour();
                    return new Requests(
                            () -> inPieces(bakery),
                            () -> bakery.receive("r1", "L1", "10 BG"),
                            () -> assertStockInUnitOfItem(bakery));
                });
    }

    private static Object inPieces(RacedBakery bakery) {
        return bakery.service(ItemCatalog.class)
                .save(List.of(anItem(FLOUR).in("C62").packed("BG", "1").build()));
    }

    private static void assertStockInUnitOfItem(RacedBakery bakery) {
        UnitOfMeasure unit = bakery.database.items().find(FLOUR).orElseThrow().baseUnit();
        bakery.database
                .stock()
                .ofLots(List.of(FLOUR_1.key()))
                .forEach(balance -> assertEquals(unit, balance.quantity().unit()));
    }
}
