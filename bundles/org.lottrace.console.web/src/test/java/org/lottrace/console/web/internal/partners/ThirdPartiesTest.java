package org.lottrace.console.web.internal.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.ComparisonState;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class ThirdPartiesTest {
    private static final ThirdPartyWarehouse POTSDAM =
            new ThirdPartyWarehouse(Bakery.POTSDAM, Bakery.MARKET, Bakery.SHELF, Bakery.DOCK, 5, 24);

    private final List<Object> asked = new ArrayList<>();
    private final Fake<ThirdPartyWarehouses> warehouses = Fake.of(ThirdPartyWarehouses.class)
            .when("warehouses", given -> List.of(POTSDAM))
            .when("reconcile", given -> {
                asked.addAll(given);
                return List.of(order());
            });
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_differs_is_shown_and_an_auditor_changes_nothing() {
        open(Role.AUDITOR);

        String page = desk.page("/console/partners/third-party?warehouse=POT&kind=SHIPPING_ORDER");

        assertEquals(List.of(Bakery.POTSDAM, StockDocumentKind.SHIPPING_ORDER, Optional.empty(), 26), asked);
        assertTrue(page.contains("W-1") && page.contains("differs") && page.contains("answered by S-1"), page);
        assertTrue(page.contains("100 pcs") || page.contains(">100"), page);
        assertFalse(page.contains("method=\"post\" action=\"/console/partners/third-party\""), page);
    }

    @Test
    void what_was_agreed_is_saved_and_what_is_wrong_stands_at_its_field() {
        List<Object> saved = new ArrayList<>();
        warehouses.when("save", given -> {
            saved.addAll(given);
            return List.of();
        });
        open(Role.MASTER_DATA);

        HttpResponse<String> wrong = save("many");
        assertTrue(wrong.statusCode() >= 400 && wrong.body().contains("many"), wrong.body());
        assertEquals(List.of(), saved);

        assertEquals(303, save("5").statusCode());
        assertEquals(List.of(POTSDAM), saved);
    }

    @Test
    void an_order_is_taken_back_with_a_reason_and_a_refusal_is_told() {
        warehouses.when("cancel", given -> {
            asked.addAll(given.subList(1, 4));
            return new Outcome.Refused<KeptDocument>(
                    List.of(new Violation("ORDER_SHIPPED", "number", "S-1 answers it")));
        });
        open(Role.SHIPPER);
        assertTrue(desk.page("/console/partners/third-party?warehouse=POT&kind=SHIPPING_ORDER")
                .contains("Cancel a shipping order"));
        asked.clear();

        HttpResponse<String> refused = desk.send(
                "/console/partners/third-party",
                "warehouse",
                "POT",
                "kind",
                "SHIPPING_ORDER",
                "number",
                "W-1",
                "reason",
                "typed");

        assertEquals(List.of(Bakery.POTSDAM, "W-1", "typed"), asked.subList(0, 3));
        assertTrue(refused.statusCode() >= 400 && refused.body().contains("S-1 answers it"), refused.body());
    }

    @Test
    void an_advice_that_came_before_its_order_is_booked_and_a_refusal_is_told() {
        warehouses.when("post", given -> {
            asked.addAll(given.subList(1, 4));
            return new Outcome.Refused<KeptDocument>(
                    List.of(new Violation("ORDER_UNKNOWN", "salesOrder", "SO-7 is not here yet")));
        });
        open(Role.SHIPPER);

        HttpResponse<String> refused = desk.send(
                "/console/partners/third-party", "warehouse", "POT", "kind", "SHIPPING_ORDER", "advice", "A-1");

        assertEquals(List.of(Bakery.POTSDAM, StockDocumentKind.SHIPPING_ADVICE, "A-1"), asked.subList(0, 3));
        assertTrue(refused.statusCode() >= 400 && refused.body().contains("SO-7 is not here yet"), refused.body());
    }

    private HttpResponse<String> save(String tolerance) {
        return desk.send(
                "/console/partners/third-party",
                "site",
                "POT",
                "partner",
                "MARKET",
                "location",
                Bakery.SHELF.value(),
                "damaged",
                Bakery.DOCK.value(),
                "tolerancePercent",
                tolerance,
                "answerHours",
                "24");
    }

    private static StockComparison order() {
        StockDocument document = new StockDocument(
                "W-1",
                StockDocumentKind.SHIPPING_ORDER,
                Bakery.POTSDAM,
                Optional.empty(),
                Optional.of("SO1"),
                Bakery.NOW,
                List.of());
        return new StockComparison(
                new KeptDocument(3, document, "anna", Bakery.NOW, List.of(), Optional.empty(), false),
                ComparisonState.DIFFERS,
                List.of("S-1"),
                List.of(new StockComparison.Row(
                        Bakery.BREAD,
                        Optional.empty(),
                        Quantity.of("100", "C62"),
                        Quantity.of("90", "C62"),
                        Quantity.of("0", "C62"),
                        true)));
    }

    private void open(Role role) {
        desk = DeskUnderTest.as(role, List.of(new PartnersPage()), warehouses.build(), Fake.sites());
    }
}
