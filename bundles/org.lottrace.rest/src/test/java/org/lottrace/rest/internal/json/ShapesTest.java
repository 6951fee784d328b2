package org.lottrace.rest.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Segregation;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.quantity.Quantity;

class ShapesTest {
    @Test
    void what_is_written_is_read_as_the_same() throws IOException {
        for (Object value : List.of(
                Bakery.items().get(3),
                Bakery.parties().get(1),
                Bakery.sites().get(0),
                TraceRequest.of(Direction.BOTH, LotKey.parse("MILL/FLOUR/L/1"))
                        .asOf(AsOf.knownAt(Instant.parse("2026-03-01T00:00:00Z")))
                        .withSuspectQuantities())) {
            assertEquals(value, read(value.getClass(), Json.text(Shapes.of(value.getClass()), value)));
        }
    }

    @Test
    void one_of_several_says_its_kind() throws IOException {
        KeyDataValue amount = new KeyDataValue.Amount(Quantity.of("4", "CEL"));
        String json = Json.text(Shapes.of(KeyDataValue.class), amount);

        assertEquals("{\"kind\":\"amount\",\"quantity\":\"4:CEL\"}", json);
        assertEquals(amount, read(KeyDataValue.class, json));
    }

    @Test
    void a_set_is_always_written_in_one_order() {
        Segregation segregation = new Segregation(Set.of("NUTS", "GLUTEN", "MILK"), Set.of());

        assertEquals(
                "{\"classes\":[\"GLUTEN\",\"MILK\",\"NUTS\"],\"notWith\":[]}",
                Json.text(Shapes.of(Segregation.class), segregation));
    }

    @Test
    void the_login_says_who_asks_and_an_erp_asks() throws IOException {
        CaptureContext context = (CaptureContext) read(
                CaptureContext.class, "{\"id\": \"e\", \"effective\": \"2026-03-02T07:00:00Z\", \"site\": \"BER\"}");

        assertEquals("erp", context.actor());
        assertEquals("ERP", context.source().code());
        assertEquals(Optional.empty(), context.accountingDate());
    }

    @Test
    void what_is_absent_and_what_is_null_are_the_same() throws IOException {
        Object order = read(
                PurchaseOrder.class,
                "{\"number\": \"P-1\", \"supplier\": \"MILL\", \"site\": \"BER\", \"lines\": null}");

        assertEquals(List.of(), ((PurchaseOrder) order).lines());
    }

    private static Object read(Class<?> type, String json) throws IOException {
        return Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), type, "erp");
    }
}
