package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules of allocation and what they do to an order. There is no stock. */
class AllocationRulesIT {
    private static final String RULE = """
            {"scope": {"item": "BREAD", "channel": "RETAIL"}, "from": "2026-03-01", "reason": "agreed", "terms": {
             "sameAttribute": "%s", "substitutes": [{"item": "%s", "ordered": "2:C62", "instead": "1:KGM"}],
             "takesSubstitutes": %s}}""";
    private static final String ORDER = """
            {"orders": [{"number": "SO-1", "customer": "MARKET", "customerOrder": "4711", "shipFrom": "BER",
              "deliveryDate": "2026-03-03", "channel": "RETAIL",
              "lines": [{"number": 1, "item": "BREAD", "quantity": "7:C62"}]}]}""";
    private static final String LINE = "\"orderLine\": \"SALES_ORDER:SO-1:%d\"";

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
    void a_rule_with_a_channel_an_attribute_and_substitutes_is_saved_read_and_refused_with_all_its_problems() {
        HttpResponse<String> saved = company.post("/v1/allocation-rules", RULE.formatted("grade", "SALT", "false"));
        assertTrue(saved.statusCode() < 300, saved.body());
        long version = RestCompany.json(saved).get("version").asLong();

        JsonNode change =
                RestCompany.json(company.get("/v1/allocation-rules/" + version)).get("change");
        assertEquals("RETAIL", change.at("/scope/channel").asText());
        assertEquals("grade", change.at("/terms/sameAttribute").asText());
        assertEquals("SALT", change.at("/terms/substitutes/0/item").asText());
        assertEquals("1:KGM", change.at("/terms/substitutes/0/instead").asText());
        assertTrue(
                company.get("/v1/allocation-rules", "Accept", "text/csv").body().contains("SALT"));
        HttpResponse<String> refused = company.post("/v1/allocation-rules", RULE.formatted("colour", "CAKE", "true"));
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(
                List.of("ATTRIBUTE_UNKNOWN /terms/sameAttribute", "ITEM_UNKNOWN /terms/substitutes/0/item"),
                RestCompany.problems(refused));
    }

    @Test
    void what_a_customer_demands_is_saved_read_and_refused_with_all_its_problems() {
        String demands = """
                {"scope": {"customer": "MARKET"}, "from": "2026-03-01", "reason": "its sheet", "terms": {"demands": {
                 "minimumAgeDays": 7, "warmest": "%s", "attributes": [{"attribute": "%s", "oneOf": ["A", "B"]}],
                 "withoutClasses": ["NUTS"]}}}""";
        HttpResponse<String> saved = company.post("/v1/allocation-rules", demands.formatted("7.5:CEL", "grade"));
        assertTrue(saved.statusCode() < 300, saved.body());

        JsonNode read = RestCompany.json(saved).at("/change/terms/demands");
        assertEquals(7, read.get("minimumAgeDays").asInt());
        assertEquals("7.5:CEL", read.get("warmest").asText());
        assertEquals("B", read.at("/attributes/0/oneOf/1").asText());
        assertEquals("NUTS", read.at("/withoutClasses/0").asText());
        assertEquals(
                List.of(
                        "VALUE_OUT_OF_RANGE /terms/demands/warmest",
                        "ATTRIBUTE_UNKNOWN /terms/demands/attributes/0/attribute"),
                RestCompany.problems(company.post("/v1/allocation-rules", demands.formatted("45:FAH", "colour"))));
    }

    @Test
    void what_is_short_is_replaced_when_it_is_asked_for_and_given_back() {
        company.post("/v1/allocation-rules", RULE.formatted("grade", "SALT", "false"));
        company.post("/v1/sales-orders", ORDER);

        String item = "{" + LINE.formatted(1) + ", \"item\": \"%s\"}";
        assertEquals(
                List.of("SUBSTITUTE_NOT_ALLOWED /item"),
                RestCompany.problems(company.post("/v1/sales-order/allocation/substitute", item.formatted("FLOUR"))));
        HttpResponse<String> none = company.post("/v1/sales-order/allocation/substitute", item.formatted("SALT"));
        assertEquals(List.of("NOT_FREE /item"), RestCompany.problems(none), none.body());
        assertEquals(
                List.of("ORDER_LINE_UNKNOWN /orderLine"),
                RestCompany.problems(company.post(
                        "/v1/sales-order/allocation/substitute/give-back", "{" + LINE.formatted(900_001) + "}")));
    }
}
