package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Master data is closed, opened again and deleted; lists have what is open. */
class MastersIT {
    private static final String SALT =
            "{\"master\": {\"kind\": \"ITEM\", \"key\": \"SALT\"}, \"reason\": \"not used any more\"%s}";

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
    void a_closed_item_is_in_no_list_unless_it_is_asked_for_and_is_found_by_its_number() {
        HttpResponse<String> closed = company.post("/v1/masters/close", SALT.formatted(", \"confirmed\": true"));
        assertEquals(200, closed.statusCode(), closed.body());
        assertEquals("CLOSE", RestCompany.json(closed).at("/action").asText());

        assertFalse(company.get("/v1/items").body().contains("\"SALT\""));
        assertTrue(company.get("/v1/items?closed=true").body().contains("\"SALT\""));
        assertEquals(200, company.get("/v1/items/SALT").statusCode());
        assertEquals(
                "not used any more",
                RestCompany.json(company.get("/v1/masters/closing?kind=ITEM&key=SALT"))
                        .at("/reason")
                        .asText());
        assertTrue(company.get("/v1/masters/closed?kind=ITEM").body().contains("SALT"));
        assertFalse(company.get("/v1/masters/closed?kind=PARTY").body().contains("SALT"));

        assertEquals(200, company.post("/v1/masters/reopen", SALT.formatted("")).statusCode());
        assertTrue(company.get("/v1/items").body().contains("\"SALT\""));
        assertEquals(404, company.get("/v1/masters/closing?kind=ITEM&key=SALT").statusCode());
        assertEquals(
                2,
                RestCompany.json(company.get("/v1/masters/steps?kind=ITEM&key=SALT"))
                        .at("/values")
                        .size());
    }

    @Test
    void what_has_been_closed_since_it_was_read_is_not_reopened_nor_closed_again() {
        String item = "{\"master\": {\"kind\": \"ITEM\", \"key\": \"DOUGH\"}, \"reason\": \"%s\", \"confirmed\": true}";
        String change = "{\"master\": {\"kind\": \"ITEM\", \"key\": \"DOUGH\"}, \"reason\": \"back\"}";
        assertEquals(
                200, sent("close", item.formatted("old"), "If-None-Match", "*").statusCode());
        assertEquals(
                412,
                sent("close", item.formatted("again"), "If-None-Match", "*").statusCode());
        String tag = company.get("/v1/masters/closing?kind=ITEM&key=DOUGH")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertEquals(412, sent("reopen", change, "If-Match", "\"seen-before\"").statusCode());
        HttpResponse<String> reopened = sent("reopen", change, "If-Match", tag);
        assertEquals(200, reopened.statusCode(), reopened.body());
        assertEquals(412, sent("reopen", change, "If-Match", tag).statusCode());
    }

    private static HttpResponse<String> sent(String step, String body, String header, String value) {
        return company.send(company.request("/v1/masters/" + step)
                .header("Content-Type", "application/json")
                .header(header, value)
                .method("POST", HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void what_is_used_is_not_deleted_and_a_location_is_named_with_its_site() {
        HttpResponse<String> refused = company.post(
                "/v1/masters/delete",
                "{\"master\": {\"kind\": \"PARTY\", \"key\": \"BAKERY\"}, \"reason\": \"typed wrong\"}");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(RestCompany.problems(refused).contains("MASTER_USED /master"), refused.body());
        HttpResponse<String> unknown = company.post(
                "/v1/masters/close",
                "{\"master\": {\"kind\": \"LOCATION\", \"key\": \"BER/NONE\"}, \"reason\": \"x\"}");
        assertEquals(List.of("MASTER_UNKNOWN /master"), RestCompany.problems(unknown));
        assertEquals(
                400,
                company.post(
                                "/v1/masters/close",
                                "{\"master\": {\"kind\": \"LOCATION\", \"key\": \"BER\"}, \"reason\": \"x\"}")
                        .statusCode());
        assertEquals(400, company.get("/v1/masters/uses?kind=LOCATION&key=BER").statusCode());
    }
}
