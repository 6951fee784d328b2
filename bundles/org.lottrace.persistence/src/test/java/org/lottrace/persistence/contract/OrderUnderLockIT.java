package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.DateKind;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.persistence.testing.SentStatements;

/** What is read by hand with the lock on an order's items is what the stores read of the same rows by themselves. */
class OrderUnderLockIT extends StoreContract {
    private static final ItemNumber FULL = new ItemNumber("FULL");
    private static final ItemNumber PLAIN = new ItemNumber("PLAIN");

    /** Columns of these tables that nobody reads back: the database makes them. */
    private static final Set<String> MADE = Set.of("part", "customer_order_folded");

    private final Item full = profiled(anItem(FULL)
            .in("C62")
            .packed("CS", "12")
            .packed("PF", "480")
            .withGtin("04012345009989")
            .lastingDays(30)
            .having("milk", "nuts")
            .notWith("fish", "glass")
            .build());
    private final Party customer = aParty("SHOP")
            .as(PartyRole.CUSTOMER, PartyRole.CARRIER)
            .withGln("4012345009972")
            .exchangingAs("ZZ", "SHOP1")
            .mappedBy("shop")
            .requiringRemainingDays(9)
            .build();
    private final Site site = aSite("SPA")
            .with(SHELF, LocationType.PICKING)
            .with(DOCK, LocationType.SHIPPING)
            .withGln("4012345009965")
            .startingAt("05:30")
            .build();
    private final SalesOrder order = at(
            aSalesOrder("SO1")
                    .by(customer.id())
                    .through("web")
                    .ordering(FULL, "2 CS", "4.20 EUR")
                    .ordering(FULL, "1 PF")
                    .insteadOf(1, "1 CS", PLAIN, "3 C62")
                    .build(),
            site);

    @Test
    void the_order_its_items_its_customer_and_its_site_are_known_then() {
        saved();

        inOne(() -> {
            assertEquals(Set.of(FULL, PLAIN), db.salesOrders().lockItems("SO1"));

            assertEquals(List.of(), SentStatements.of(() -> {
                assertEquals(Optional.of(order), db.salesOrders().find("SO1"));
                assertEquals(Optional.of(full), db.items().find(FULL));
                assertEquals(Optional.of(plain()), db.items().find(PLAIN));
                assertEquals(Optional.of(customer), db.parties().find(customer.id()));
                assertEquals(Optional.of(site), db.sites().find(site.id()));
            }));
        });
        assertEquals(Optional.of(order), db.salesOrders().find("SO1"));
        assertEquals(Optional.of(full), db.items().find(FULL));
    }

    @Test
    void an_order_that_is_not_there_locks_nothing() {
        inOne(() -> {
            assertEquals(Set.of(), db.salesOrders().lockItems("NONE"));
            assertEquals(Optional.empty(), db.salesOrders().find("NONE"));
        });
    }

    /** A new column that is not read would be silently empty for who allocates. */
    @Test
    void every_column_of_what_is_read_along_is_asked_for() {
        saved();
        String asked = String.join(
                " ", SentStatements.of(() -> inOne(() -> db.salesOrders().lockItems("SO1"))));

        Stream.of(
                        "item",
                        "pack_unit",
                        "item_class",
                        "item_not_with",
                        "party",
                        "party_role",
                        "site",
                        "site_location",
                        "sales_order",
                        "sales_order_line")
                .flatMap(table -> db
                        .texts("select lower(column_name) from information_schema.columns where lower(table_name) = '"
                                + table + "' and lower(table_schema) = 'public'")
                        .stream()
                        .filter(column -> !MADE.contains(column))
                        .filter(column -> !asked.matches("(?s).*\\b" + column + "\\b.*"))
                        .map(column -> table + "." + column))
                .findFirst()
                .ifPresent(column -> {
                    throw new AssertionError(column + " is not read with the order: add it to the query of its table");
                });
    }

    private void saved() {
        db.items().save(full);
        db.items().save(plain());
        db.parties().save(customer);
        db.sites().save(site);
        db.salesOrders().save(order);
    }

    private static Item plain() {
        return anItem(PLAIN).in("C62").build();
    }

    private static Item profiled(Item item) {
        return new Item(
                item.number(),
                item.description(),
                item.type(),
                item.gtin(),
                item.baseUnit(),
                item.packUnits(),
                item.shelfLifeDays(),
                item.segregation(),
                new ItemProfile(
                        Optional.of(TrackingMode.LOT),
                        Optional.of(Counting.values()[0]),
                        Optional.of(ShelfLifeStart.values()[1]),
                        Optional.of(DateKind.values()[1]),
                        Set.of("grade", "origin"),
                        Optional.of(7)));
    }

    private static SalesOrder at(SalesOrder order, Site site) {
        return new SalesOrder(
                order.number(),
                order.customer(),
                order.customerOrder(),
                site.id(),
                order.deliveryDate(),
                order.channel(),
                order.lines());
    }
}
