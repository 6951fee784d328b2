package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.company.WorkingBakery.codes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.order.PriceCheck;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.company.WorkingBakery;

class PurchaseOrdersIT {
    private final WorkingBakery bakery = new WorkingBakery();

    @Test
    void keeps_orders_and_replaces_them() {
        bakery.order();
        PurchaseOrder changed =
                aPurchaseOrder("PO1").ordering(SALT, "1 KGM", "0.30").build();

        assertEquals(List.of(), bakery.purchaseOrders().save(List.of(changed)));

        assertEquals(List.of(changed), bakery.purchaseOrders().after("", 10));
    }

    @Test
    void says_everything_that_is_wrong_and_stores_nothing() {
        PurchaseOrder right =
                aPurchaseOrder("PO1").ordering(SALT, "1 KGM", "0.30").build();
        PurchaseOrder.Line salt = right.lines().get(0);
        PurchaseOrder wrong = new PurchaseOrder(
                "PO2",
                MARKET,
                new SiteId("XXX"),
                List.of(
                        salt,
                        salt,
                        aPurchaseOrder("")
                                .ordering(FLOUR, "0 BG", "1")
                                .build()
                                .lines()
                                .get(0),
                        aPurchaseOrder("")
                                .ordering(FLOUR, "1 CS", "1")
                                .build()
                                .lines()
                                .get(0),
                        aPurchaseOrder("")
                                .ordering(new ItemNumber("CAKE"), "1 CS", "1")
                                .build()
                                .lines()
                                .get(0)));

        assertEquals(
                List.of(
                        "SUPPLIER_UNKNOWN orders[2].supplier",
                        "SITE_UNKNOWN orders[2].site",
                        "LINE_REPEATED orders[2].lines[2].number",
                        "LINE_REPEATED orders[2].lines[3].number",
                        "QUANTITY_NOT_POSITIVE orders[2].lines[3].quantity",
                        "LINE_REPEATED orders[2].lines[4].number",
                        "UNIT_UNKNOWN orders[2].lines[4].quantity",
                        "UNIT_UNKNOWN orders[2].lines[4].price",
                        "LINE_REPEATED orders[2].lines[5].number",
                        "ITEM_UNKNOWN orders[2].lines[5].item"),
                codes(bakery.purchaseOrders().save(List.of(right, wrong))));
        assertEquals(List.of(), bakery.purchaseOrders().after("", 10));
    }

    @Test
    void asks_everybody_who_wants_to_check() {
        bakery.company()
                .with(
                        PriceCheck.class,
                        price -> List.of(new Violation("CURRENCY_NOT_FUNCTIONAL", ViolationPath.WHOLE, "")));

        assertEquals(
                List.of("CURRENCY_NOT_FUNCTIONAL orders[1].lines[1].price"),
                codes(bakery.purchaseOrders()
                        .save(List.of(aPurchaseOrder("PO1")
                                .ordering(SALT, "1 KGM", "0.30")
                                .build()))));
    }

    @Test
    void asks_once_for_a_currency_however_many_lines_have_it() {
        AtomicInteger asked = new AtomicInteger();
        bakery.company().with(PriceCheck.class, price -> {
            asked.incrementAndGet();
            return List.of(new Violation("CURRENCY_NOT_FUNCTIONAL", ViolationPath.WHOLE, ""));
        });

        assertEquals(
                List.of(
                        "CURRENCY_NOT_FUNCTIONAL orders[1].lines[1].price",
                        "CURRENCY_NOT_FUNCTIONAL orders[2].lines[1].price"),
                codes(bakery.purchaseOrders()
                        .save(List.of(
                                aPurchaseOrder("PO1")
                                        .ordering(SALT, "1 KGM", "0.30")
                                        .build(),
                                aPurchaseOrder("PO2")
                                        .ordering(SALT, "1 KGM", "0.40")
                                        .build()))));
        assertEquals(1, asked.get());
    }
}
