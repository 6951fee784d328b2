package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.persistence.testing.TestDatabase;

/** Bread is kept in pieces and sold in cases of 12; gum is kept in kilograms and sold in grams. */
class SalesOrderRulesIT {
    private final TestDatabase database = TestDatabase.h2().withBakery();
    private final SalesOrderRules rules = new SalesOrderRules(
            database.parties(),
            database.sites(),
            database.items(),
            new ClosedInSalesOrders(database.masterSteps(), database.salesOrders()));

    @BeforeEach
    void gum() {
        database.unitOfWork().run(() -> database.items()
                .save(anItem("GUM").in("KGM").packed("GRM", "0.001").build()));
    }

    @ParameterizedTest
    @CsvSource({
        "MARKET, BER, ''",
        "MILL, BER, CUSTOMER_UNKNOWN orders[1].customer",
        "NOBODY, BER, CUSTOMER_UNKNOWN orders[1].customer",
        "MARKET, XXX, SITE_UNKNOWN orders[1].shipFrom"
    })
    void goods_go_from_a_known_site_to_a_known_customer(String customer, String site, String violations) {
        assertEquals(violations, against(order(customer, new SiteId(site), line(1, "BREAD", "1 CS", "C62"))));
    }

    @ParameterizedTest
    @CsvSource({
        // item, quantity, the price is per
        "BREAD, 1 C62, CS, ''",
        "BREAD, 0.5 CS, C62, ''",
        "BREAD, 0.000001 C62, C62, ''",
        "BREAD, 0 C62, C62, QUANTITY_NOT_POSITIVE quantity",
        "BREAD, -1 C62, C62, QUANTITY_NOT_POSITIVE quantity",
        "GUM, 0.001 GRM, KGM, ''",
        "GUM, 0.0001 GRM, KGM, QUANTITY_NOT_EXACT quantity",
        "BREAD, 1 KGM, C62, UNIT_UNKNOWN quantity",
        "BREAD, 1 C62, KGM, UNIT_UNKNOWN price",
        "BREAD, 0 KGM, KGM, QUANTITY_NOT_POSITIVE quantity UNIT_UNKNOWN quantity UNIT_UNKNOWN price",
        "CAKE, 1 C62, C62, ITEM_UNKNOWN item"
    })
    void a_line_orders_more_than_nothing_of_a_known_item_in_its_units(
            String item, String quantity, String per, String violations) {
        assertEquals(
                violations,
                against(order("MARKET", BERLIN, line(1, item, quantity, per))).replace("orders[1].lines[1].", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "RETAIL, ''",
        "PRODUCTION, CHANNEL_RESERVED orders[1].channel",
        "TRANSFER, CHANNEL_RESERVED orders[1].channel"
    })
    void a_sale_goes_through_no_channel_that_rules_know_as_the_companys_own(String channel, String violations) {
        assertEquals(
                violations,
                against(aSalesOrder("SO1")
                        .through(channel)
                        .ordering(BREAD, "1 C62")
                        .build()));
    }

    @Test
    void a_line_without_a_price_is_fine() {
        assertEquals(
                "",
                against(order("MARKET", BERLIN, new SalesOrder.Line(1, new ItemNumber("BREAD"), quantity("1 CS")))));
    }

    @Test
    void every_line_has_its_own_number_within_its_order() {
        SalesOrder twice = order(
                "MARKET",
                BERLIN,
                line(1, "BREAD", "1 CS", "CS"),
                line(2, "SALT", "1 KGM", "KGM"),
                line(1, "SALT", "1 KGM", "KGM"));
        SalesOrder once = order("MARKET", BERLIN, line(1, "BREAD", "1 CS", "CS"));

        assertEquals("LINE_REPEATED orders[2].lines[3].number", against(once, twice));
    }

    private String against(SalesOrder... orders) {
        return database.unitOfWork().required(() -> rules.against(List.of(orders))).stream()
                .map(violation -> violation.code() + " " + violation.path())
                .collect(Collectors.joining(" "));
    }

    private static SalesOrder order(String customer, SiteId site, SalesOrder.Line... lines) {
        return new SalesOrder("O1", new PartyId(customer), "PO-1", site, Bakery.TODAY, List.of(lines));
    }

    private static SalesOrder.Line line(int number, String item, String quantity, String per) {
        return new SalesOrder.Line(
                number,
                new ItemNumber(item),
                quantity(quantity),
                Optional.of(new UnitPrice(BigDecimal.TEN, "EUR", new UnitOfMeasure(per))));
    }
}
