package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThirdPartyIT {
    private static final String INVENTORY = """
            {"number": "I1", "kind": "INVENTORY", "warehouse": "BER", "at": "2026-03-02T07:00:00Z",
             "lines": [{"item": "FLOUR", "issuer": "MILL", "lot": "L1", "quantity": "%s", "condition": "GOOD"}]}""";

    private static RestCompany company;

    @BeforeAll
    static void start() {
        company = new RestCompany();
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @Test
    void an_inventory_is_recorded_once_and_held_against_the_book() {
        HttpResponse<String> refused = company.post("/v1/third-party-documents", INVENTORY.formatted("3:KGM"));
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(List.of("WAREHOUSE_UNKNOWN /warehouse"), RestCompany.problems(refused));
        HttpResponse<String> saved = company.post("/v1/third-party-warehouses", """
                {"site": "BER", "partner": "MARKET", "location": "A-01", "damaged": "A-01", "tolerancePercent": 0, "answerHours": 0}""");
        assertTrue(saved.statusCode() < 300, saved.body());

        HttpResponse<String> first = company.post("/v1/third-party-documents", INVENTORY.formatted("3:KGM"));
        assertEquals(201, first.statusCode(), first.body());
        assertEquals(
                200,
                company.post("/v1/third-party-documents", INVENTORY.formatted("3:KGM"))
                        .statusCode());
        assertEquals(
                List.of("DOCUMENT_NUMBER_REUSED /number"),
                RestCompany.problems(company.post("/v1/third-party-documents", INVENTORY.formatted("4:KGM"))));

        JsonNode compared =
                RestCompany.json(company.get("/v1/third-party-reconciliations?warehouse=BER&kind=INVENTORY"));
        assertEquals("DIFFERS", compared.at("/values/0/state").asText(), compared.toString());
        assertEquals("3:KGM", compared.at("/values/0/rows/0/stated").asText(), compared.toString());
        JsonNode found =
                RestCompany.json(company.get("/v1/third-party-document?warehouse=BER&kind=INVENTORY&number=I1"));
        assertEquals("I1", found.at("/document/number").asText(), found.toString());
        assertEquals(
                404,
                company.get("/v1/third-party-document?warehouse=BER&kind=INVENTORY&number=I2")
                        .statusCode());
    }
}
