package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.ProductionOrderBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionRole;
import org.lottrace.company.WorkingBakery;

/** What the plan of an order says about its outputs decides who bears the 50 euros that went in. */
class OutputRolesTest {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    private void consumedFor(ProductionOrderBuilder plan) {
        assertEquals(
                List.of(),
                bakery.company()
                        .service(ProductionOrders.class)
                        .save(List.of(plan.of(FLOUR, "100 KGM", "0").build())));
        recorded(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "100 KGM")));
    }

    private TraceEvent made(String id, ItemNumber item, String quantity, String number) {
        return recorded(bakery.produce(id, "P1", item, quantity, Optional.of(number)));
    }

    private String value(ItemNumber item, String number) {
        return bakery.company()
                .service(LotCosting.class)
                .costOf(new LotKey(COMPANY, item, new LotNumber(number)))
                .orElseThrow()
                .value()
                .toString();
    }

    @Test
    void joint_products_bear_the_shares_of_the_plan_also_when_one_is_told_later() {
        consumedFor(aProductionOrder("P1")
                .line(ProductionRole.MAIN_PRODUCT, BREAD, "15 C62", "0", Optional.of("70"))
                .line(ProductionRole.CO_PRODUCT, DOUGH, "5 KGM", "0", Optional.of("30")));

        made("p1", BREAD, "10 C62", "B1");
        assertEquals("EUR 50.00", value(BREAD, "B1"));
        made("p2", BREAD, "5 C62", "B2");
        made("p3", DOUGH, "5 KGM", "D1");

        assertEquals("EUR 23.33", value(BREAD, "B1"));
        assertEquals("EUR 11.67", value(BREAD, "B2"));
        assertEquals("EUR 15.00", value(DOUGH, "D1"));
    }

    @Test
    void a_by_product_takes_what_it_can_be_sold_for_and_scrap_takes_nothing() {
        consumedFor(aProductionOrder("P1")
                .making(BREAD, "15 C62")
                .besides(DOUGH, "5 KGM", "0.10")
                .line(ProductionRole.SCRAP, SALT, "1 KGM", "0", Optional.empty()));

        made("p1", BREAD, "15 C62", "B1");
        TraceEvent byProduct = made("p2", DOUGH, "5 KGM", "D1");
        made("p3", SALT, "1 KGM", "S1");

        assertEquals("EUR 49.50", value(BREAD, "B1"));
        assertEquals("EUR 0.50", value(DOUGH, "D1"));
        assertEquals("EUR 0.00", value(SALT, "S1"));
        assertEquals(
                Optional.of("BY_PRODUCT"),
                KeyDatum.find(byProduct.lines().get(0).keyData(), KeyDataElement.OUTPUT_ROLE)
                        .map(code -> code.text()));
    }

    @Test
    void a_by_product_takes_no_more_than_there_is() {
        consumedFor(aProductionOrder("P1").making(BREAD, "15 C62").besides(DOUGH, "5 KGM", "100"));

        made("p1", BREAD, "15 C62", "B1");
        made("p2", DOUGH, "5 KGM", "D1");

        assertEquals("EUR 50.00", value(DOUGH, "D1"));
        assertEquals("EUR 0.00", value(BREAD, "B1"));
    }
}
