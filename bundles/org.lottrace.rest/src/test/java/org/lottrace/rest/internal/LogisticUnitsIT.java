package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.pallet;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.Sscc;

class LogisticUnitsIT {
    private static final Sscc CARTON = pallet(1);
    private static final Sscc PALLET = pallet(2);
    private static final String CONTEXT = """
            "context": {"id": "%s", "effective": "2026-03-02T07:00:00Z", "site": "BER", "device": "", "onBehalfOf": ""}""";
    private static final String OPENING = "{" + CONTEXT.formatted("open-1") + """
            , "countSheet": "CS-1",
             "lines": [{"lot": {"key": "MILL/FLOUR/L1", "expiry": "2026-12-31"}, "location": "A-01",
                        "container": "%s", "quantity": "25:KGM", "cost": "0.50:EUR/KGM"}]}""";

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
    void a_unit_is_nested_moved_and_taken_out_and_each_step_is_in_its_history() {
        assertEquals(
                201,
                company.post("/v1/movements/openings", OPENING.formatted(CARTON))
                        .statusCode());

        done("unit-nestings", "n1", "\"units\": [\"%s\"], \"into\": \"%s\"".formatted(CARTON, PALLET));
        done(
                "unit-moves",
                "m1",
                "\"units\": [\"%s\"], \"toSite\": \"BER\", \"toLocation\": \"GATE\"".formatted(PALLET));

        JsonNode pallet = RestCompany.json(company.get("/v1/units/" + PALLET));
        assertEquals(CARTON.value(), pallet.at("/nested/0/unit").asText(), pallet.toString());
        assertEquals("25:KGM", pallet.at("/content/0/quantity").asText(), pallet.toString());
        done("unit-takings-out", "o1", "\"units\": [\"%s\"]".formatted(CARTON));
        done("unit-unpackings", "u1", "\"unit\": \"%s\"".formatted(CARTON));

        JsonNode first = RestCompany.json(company.get("/v1/units/" + CARTON + "/history?limit=2"));
        assertEquals("u1", first.at("/values/0/event/context/id").asText(), first.toString());
        JsonNode second = RestCompany.json(company.get("/v1/units/" + CARTON + "/history?limit=9&after="
                + first.get("next").asText()));
        assertEquals(3, second.get("values").size(), second.toString());
        assertEquals(404, company.get("/v1/units/" + pallet(7)).statusCode());
        HttpResponse<String> refused = post("unit-shipments", "s1", """
                "number": "S1", "salesOrder": "SO1", "units": ["%s"]""".formatted(PALLET));
        assertEquals(List.of("LOGISTIC_UNIT_UNKNOWN /units/0"), RestCompany.problems(refused));
    }

    private static void done(String path, String id, String fields) {
        HttpResponse<String> answer = post(path, id, fields);
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static HttpResponse<String> post(String path, String id, String fields) {
        return company.post("/v1/movements/" + path, "{" + CONTEXT.formatted(id) + ", " + fields + "}");
    }
}
