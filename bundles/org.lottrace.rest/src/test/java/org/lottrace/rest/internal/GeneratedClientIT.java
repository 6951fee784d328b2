package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.rest.client.ApiClient;
import org.lottrace.rest.client.ApiException;
import org.lottrace.rest.client.api.EventApi;
import org.lottrace.rest.client.api.ItemApi;
import org.lottrace.rest.client.api.MovementApi;
import org.lottrace.rest.client.api.StockApi;
import org.lottrace.rest.client.model.CaptureContext;
import org.lottrace.rest.client.model.Item;
import org.lottrace.rest.client.model.ItemType;
import org.lottrace.rest.client.model.ItemsToSave;
import org.lottrace.rest.client.model.Lot;
import org.lottrace.rest.client.model.OpeningStock;
import org.lottrace.rest.client.model.OpeningStockLine;
import org.lottrace.rest.client.model.PageOfItem;
import org.lottrace.rest.client.model.RecordedEvent;
import org.lottrace.web.gate.testing.GatedServer;

/** A client that was generated from the description, and knows nothing else, works with the running server. */
class GeneratedClientIT {
    private final RestCompany company = new RestCompany();
    private final ApiClient client = new ApiClient()
            .setRequestInterceptor(request -> request.header("Authorization", GatedServer.basic("erp", "secret")));

    GeneratedClientIT() {
        client.updateBaseUri(company.request("").build().uri().toString());
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void reads_pages_and_writes_master_data() throws Exception {
        ItemApi items = new ItemApi(client);

        items.itemSave(new ItemsToSave()
                .items(List.of(new Item()
                        .number("YEAST")
                        .description("Yeast")
                        .type(ItemType.RAW_MATERIAL)
                        .baseUnit("KGM"))));
        PageOfItem page = items.itemList(null, 2, false);

        assertEquals("Yeast", items.itemFind("YEAST").getDescription());
        assertEquals(2, page.getValues().size());
        assertTrue(page.getMore());
        assertEquals(3, items.itemList(page.getNext(), 100, false).getValues().size());
    }

    @Test
    void records_what_happened_and_finds_it_again() throws Exception {
        OpeningStock opening = new OpeningStock()
                .context(new CaptureContext()
                        .id("open-1")
                        .effective("2026-03-02T07:00:00Z")
                        .site("BER"))
                .countSheet("CS-1")
                .lines(List.of(new OpeningStockLine()
                        .lot(new Lot().key("MILL/FLOUR/L1").expiry("2026-12-31"))
                        .location("A-01")
                        .quantity("25:KGM")
                        .cost("0.50:EUR/KGM")));

        RecordedEvent recorded = new MovementApi(client).movementOpen(opening);

        assertEquals(recorded, new EventApi(client).eventFind("open-1"));
        assertEquals(
                "25:KGM",
                new StockApi(client)
                        .stockOfLot("MILL/FLOUR/L1", null, null)
                        .getValues()
                        .get(0)
                        .getQuantity());
    }

    @Test
    void is_told_a_refusal_as_it_is_described() {
        ApiException refused = assertThrows(ApiException.class, () -> new ItemApi(client).itemFind("NONE"));

        assertEquals(404, refused.getCode());
        assertTrue(refused.getResponseBody().contains("\"status\":404"), refused.getResponseBody());
    }
}
