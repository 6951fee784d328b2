package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.Ledger;
import org.lottrace.web.gate.testing.GatedServer;

/** What a program gets that reads, writes, is refused, pages, and comes again. */
class RestIT {
    private static final String OPENING = """
            {"context": {"id": "%s", "effective": "2026-03-02T07:00:00Z", "site": "BER", "device": "", "onBehalfOf": ""},
             "countSheet": "CS-1",
             "lines": [{"lot": {"key": "%s", "expiry": "2026-12-31"}, "location": "%s",
                        "quantity": "%s", "cost": "0.50:EUR/KGM"}]}""";

    private static final String ITEM = """
            {"number": "%s", "description": "%s", "type": "RAW_MATERIAL", "baseUnit": "KGM"}""";

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
    void reads_in_the_words_of_the_api() {
        HttpResponse<String> answer = company.get("/v1/items/BREAD");

        assertEquals(200, answer.statusCode());
        JsonNode bread = RestCompany.json(answer);
        assertEquals("FINISHED_GOOD", bread.get("type").asText());
        assertEquals("04012345000016", bread.get("gtin").asText());
        assertEquals("12", bread.get("packUnits").get(0).get("baseUnits").asText());
        assertFalse(RestCompany.json(company.get("/v1/items/SALT")).has("gtin"));
    }

    @Test
    void what_is_sent_again_is_recorded_once_and_another_under_its_id_is_refused() {
        String opening = OPENING.formatted("open-1", "MILL/FLOUR/L1", "A-01", "25:KGM");

        HttpResponse<String> now = company.post("/v1/movements/openings", opening);
        long head = company.service(Ledger.class).head();
        HttpResponse<String> again = company.post("/v1/movements/openings", opening);
        HttpResponse<String> other = company.post("/v1/movements/openings", opening.replace("25:KGM", "26:KGM"));

        assertEquals(201, now.statusCode(), now.body());
        assertEquals(200, again.statusCode(), again.body());
        assertEquals(RestCompany.json(now), RestCompany.json(again));
        assertEquals("erp", RestCompany.json(now).at("/event/context/actor").asText());
        assertEquals(409, other.statusCode(), other.body());
        assertEquals(
                List.of("EVENT_ID_REUSED /id"),
                List.of(RestCompany.problems(other).get(0)));
        assertEquals(head, company.service(Ledger.class).head());
        assertEquals(
                "25:KGM",
                RestCompany.json(company.get("/v1/lot/stock?key=MILL/FLOUR/L1"))
                        .at("/values/0/quantity")
                        .asText());
    }

    @Test
    void a_refusal_has_every_reason_with_its_place() {
        HttpResponse<String> answer = company.post(
                "/v1/items",
                "{\"items\": [" + ITEM.formatted("R-1", "a") + ", "
                        + ITEM.formatted("R-2", "b").replace("}", ", \"gtin\": \"04012345000016\"}") + "]}");

        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals(List.of("GTIN_IN_USE /items/1/gtin"), RestCompany.problems(answer));
        assertEquals(404, company.get("/v1/items/R-1").statusCode());
    }

    @Test
    void what_cannot_be_done_is_told_as_422() {
        HttpResponse<String> answer = company.post(
                "/v1/movements/openings", OPENING.formatted("open-9", "MILL/NOTHING/L1", "NOWHERE", "25:KGM"));

        assertEquals(422, answer.statusCode(), answer.body());
        assertTrue(RestCompany.problems(answer).size() > 1, answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                404, company.post("/v1/sales-order/allocation?number=SO-9", "").statusCode());
    }

    @Test
    void everything_that_is_wrong_with_a_body_is_told_at_once() {
        HttpResponse<String> answer = company.post(
                "/v1/movements/openings",
                OPENING.formatted("open 1", "FLOUR", "A-01", "25 KGM")
                        .replace("\"countSheet\"", "\"sheet\"")
                        .replace("\"device\": \"\"", "\"actor\": \"me\""));

        assertEquals(400, answer.statusCode());
        assertEquals(
                List.of(
                        "FIELD_UNKNOWN /sheet",
                        "FIELD_UNKNOWN /context/actor",
                        "VALUE_WRONG /context/id",
                        "VALUE_WRONG /lines/0/lot/key",
                        "VALUE_WRONG /lines/0/quantity"),
                RestCompany.problems(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"items\": 1}",
                "{\"items\": []} {}",
                "{\"items\": [], \"items\": []}",
                "{\"items\": [{\"number\": 4}]}",
                "nothing"
            })
    void what_is_no_such_json_is_told_with_its_place(String body) {
        HttpResponse<String> answer = company.post("/v1/items", body);

        assertEquals(400, answer.statusCode(), answer.body());
        assertFalse(RestCompany.problems(answer).isEmpty());
        assertFalse(
                answer.body().contains("jackson")
                        || answer.body().contains("Exception")
                        || answer.body().contains("Source"),
                answer.body());
    }

    @Test
    void json_deeper_or_longer_than_any_request_is_not_read() {
        String deep = "{\"items\": " + "[".repeat(40) + "]".repeat(40) + "}";
        String longNumber = "{\"items\": [" + "9".repeat(40) + "]}";

        assertEquals(400, company.post("/v1/items", deep).statusCode());
        assertEquals(400, company.post("/v1/items", longNumber).statusCode());
        HttpResponse<String> large = company.post("/v1/items", " ".repeat(10_000_001));
        assertEquals(413, large.statusCode(), large.body());
        assertEquals(List.of("REQUEST_TOO_LARGE"), RestCompany.problems(large));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/nothing, 404",
        "GET, /v1/items/NONE, 404",
        "DELETE, /v1/items, 405",
        "GET, /v1/items?limit=0, 400",
        "GET, /v1/items?limit=1001, 400",
        "GET, /v1/items?colour=red, 400",
        "GET, /v1/lot, 400",
        "GET, /v1/lot?key=FLOUR, 400",
        "GET, /v1/lot?key=A/B/C&key=A/B/D, 400",
        "GET, /v1/items?after=NONE, 400",
        "GET, /v1/cost/cogs/report?from=2020-01-01&to=2026-01-01&by=LOT, 400",
        "GET, /v1/cost/methods/comparison?from=2020-01-01&to=2026-01-01, 400",
        "GET, /v1/recall-cases, 503"
    })
    void every_other_answer_is_a_problem_too(String verb, String path, int status) {
        HttpResponse<String> answer =
                company.send(company.request(path).method(verb, HttpRequest.BodyPublishers.noBody()));

        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(status, RestCompany.json(answer).get("status").asInt());
    }

    @Test
    void a_method_that_a_path_does_not_know_is_told_which_it_knows() {
        assertEquals(
                "GET, POST",
                company.send("DELETE", "/v1/items", "")
                        .headers()
                        .firstValue("Allow")
                        .orElse(""));
        assertEquals(
                "GET, PUT",
                company.send("DELETE", "/v1/items/BREAD", "")
                        .headers()
                        .firstValue("Allow")
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "application/xml"})
    void a_page_of_another_site_cannot_make_a_browser_write(String type) {
        HttpResponse<String> answer = company.send(company.request("/v1/items")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"items\": []}")));

        assertEquals(415, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"erp, wrong, 401", "guest, secret, 403"})
    void who_may_not_come_in_is_told_in_the_same_form(String user, String password, int status) {
        HttpResponse<String> answer = company.send(
                HttpRequest.newBuilder(company.request("/v1/items").build().uri())
                        .header("Authorization", GatedServer.basic(user, password)));

        assertEquals(status, answer.statusCode());
        assertEquals(status, RestCompany.json(answer).get("status").asInt());
    }

    @Test
    void a_request_is_called_as_its_sender_calls_it() {
        assertEquals(
                "erp-4711",
                company.get("/v1/items", "X-Correlation-Id", "erp-4711")
                        .headers()
                        .firstValue("X-Correlation-Id")
                        .orElse(""));
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_the_last_says_so() {
        List<String> numbers = new ArrayList<>();
        String path = "/v1/items?limit=2";
        for (int pages = 0; !path.isEmpty() && pages < 20; pages++) {
            HttpResponse<String> answer = company.get(path);
            RestCompany.json(answer)
                    .get("values")
                    .forEach(item -> numbers.add(item.get("number").asText()));
            assertEquals(
                    answer.headers().firstValue("Link").isPresent(),
                    RestCompany.json(answer).get("more").asBoolean());
            path = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.replaceAll("<(/lottrace/api)?([^>]*)>.*", "$2"))
                    .orElse("");
        }

        List<String> all = StreamSupport.stream(
                        RestCompany.json(company.get("/v1/items?limit=1000"))
                                .get("values")
                                .spliterator(),
                        false)
                .map(item -> item.get("number").asText())
                .toList();
        assertEquals(all, numbers);
        assertTrue(all.size() >= 4, all.toString());
    }

    @Test
    void a_list_is_csv_for_who_asks_and_no_cell_is_a_formula() {
        company.post("/v1/items", "{\"items\": [" + ITEM.formatted("Z-EVIL", "=cmd|' /C calc'!A0") + "]}");

        HttpResponse<String> answer = company.get("/v1/items?limit=1000", "Accept", "text/csv");

        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
        List<String> lines = answer.body().lines().toList();
        assertTrue(lines.get(0).startsWith("number,description,type,gtin,baseUnit"), lines.get(0));
        assertTrue(answer.body().contains("Z-EVIL,'=cmd|"), answer.body());
        assertEquals(406, company.get("/v1/items/BREAD", "Accept", "text/csv").statusCode());
    }

    @Test
    void master_data_is_written_only_over_what_the_sender_has_seen() {
        String path = "/v1/items/TAGGED";
        String mine = ITEM.formatted("TAGGED", "mine");

        assertEquals(204, company.send("PUT", path, mine, "If-None-Match", "*").statusCode());
        assertEquals(412, company.send("PUT", path, mine, "If-None-Match", "*").statusCode());
        String tag = company.get(path).headers().firstValue("ETag").orElseThrow();
        assertEquals(304, company.get(path, "If-None-Match", tag).statusCode());
        assertEquals(
                204,
                company.send("PUT", path, ITEM.formatted("TAGGED", "theirs"), "If-Match", tag)
                        .statusCode());
        HttpResponse<String> late = company.send("PUT", path, mine, "If-Match", tag);
        assertEquals(412, late.statusCode());
        assertEquals(List.of("PRECONDITION_FAILED"), RestCompany.problems(late));
        assertEquals(
                "theirs",
                RestCompany.json(company.get(path, "If-None-Match", tag))
                        .get("description")
                        .asText());
        assertEquals(400, company.send("PUT", "/v1/items/OTHER", mine).statusCode());
    }

    @Test
    void the_past_is_as_it_was_known() {
        company.post("/v1/movements/openings", OPENING.formatted("open-2", "MILL/FLOUR/L2", "A-01", "10:KGM"));
        String trace = "/v1/traces?direction=FORWARD&lot=MILL/FLOUR/L2";

        assertEquals(
                "10:KGM",
                RestCompany.json(company.get(trace)).at("/onHand/0/quantity").asText());
        assertEquals(
                0,
                RestCompany.json(company.get(trace + "&known-at=2020-01-01T00:00:00Z"))
                        .get("onHand")
                        .size());
        assertEquals(
                0,
                RestCompany.json(company.get(trace + "&at=2020-01-01T00:00:00Z"))
                        .get("onHand")
                        .size());
    }

    @Test
    void where_goods_were_who_had_them_and_what_they_might_be_used_for_is_told_of_the_past() {
        company.post("/v1/movements/openings", OPENING.formatted("open-5", "MILL/FLOUR/L5", "A-01", "10:KGM"));
        String where = "/v1/whereabouts?lot=MILL/FLOUR/L5";
        String custody = "/v1/lot/custody?key=MILL/FLOUR/L5";
        String steps = "/v1/lot/steps?key=MILL/FLOUR/L5";
        String usability = "/v1/lot/usability?key=MILL/FLOUR/L5&purpose=PRODUCTION&date=2026-03-02";

        assertEquals(1, values(where));
        assertEquals(1, values(steps));
        assertEquals(1, RestCompany.json(company.get(custody)).get("steps").size());
        assertEquals(0, RestCompany.json(company.get(usability)).path("reasons").size());
        for (String then : List.of("&at=2020-01-01T00:00:00Z", "&known-at=2020-01-01T00:00:00Z", "&position=0")) {
            assertEquals(0, values(where + then), then);
            assertEquals(0, values(steps + then), then);
            assertEquals(
                    0,
                    RestCompany.json(company.get(custody + then)).path("steps").size(),
                    then);
            assertEquals(
                    "LOT_UNKNOWN",
                    RestCompany.json(company.get(usability + then))
                            .at("/reasons/0/code")
                            .asText(),
                    then);
        }
        company.post("/v1/holds", """
                {"context": {"id": "hold-5", "effective": "2026-03-01T08:00:00Z", "site": "BER"}, "lots": ["MILL/FLOUR/L5"], "reason": "dust"}""");
        String disposition = "/v1/lot/disposition?key=MILL/FLOUR/L5";
        assertEquals(
                "dust", RestCompany.json(company.get(disposition)).get("reason").asText());
        assertEquals(
                404, company.get(disposition + "&known-at=2020-01-01T00:00:00Z").statusCode());
        for (String path : List.of(where, steps, custody, usability, disposition)) {
            assertEquals(400, company.get(path + "&at=yesterday").statusCode(), path);
            assertEquals(400, company.get(path + "&position=-1").statusCode(), path);
        }
    }

    @Test
    void lots_what_was_held_and_what_a_suspicion_affected_are_told_of_the_past() {
        company.post("/v1/movements/openings", OPENING.formatted("open-8", "MILL/FLOUR/L8", "A-01", "10:KGM"));
        company.post("/v1/holds", """
                {"context": {"id": "hold-8", "effective": "2026-03-01T08:00:00Z", "site": "BER"}, "lots": ["MILL/FLOUR/L8"], "reason": "dust"}""");
        String suspects = "{\"suspects\": [\"MILL/FLOUR/L8\"]}";
        String complaints = "{\"complaints\": [\"MILL/FLOUR/L8\"], \"good\": [], \"marginDays\": 7}";

        assertTrue(company.get("/v1/lots/not-sellable").body().contains("MILL/FLOUR/L8"));
        assertEquals(200, company.get("/v1/lot?key=MILL/FLOUR/L8").statusCode());
        for (String then : List.of("at=2020-01-01T00:00:00Z", "known-at=2020-01-01T00:00:00Z", "position=0")) {
            assertEquals(
                    404,
                    company.get("/v1/lot/as-known?key=MILL/FLOUR/L8&" + then).statusCode(),
                    then);
            assertEquals(0, values("/v1/lot/attributes?key=MILL/FLOUR/L8&" + then), then);
            assertEquals(0, values("/v1/lots/not-sellable?" + then), then);
            assertEquals(
                    404, company.get("/v1/shipment/status?number=S1&" + then).statusCode(), then);
            HttpResponse<String> scope = company.post("/v1/suspects/scope?" + then, suspects);
            assertEquals(200, scope.statusCode(), scope.body());
            assertEquals(0, RestCompany.json(scope).path("onHand").size(), then);
            HttpResponse<String> causes = company.post("/v1/root-causes?" + then, complaints);
            assertEquals(200, causes.statusCode(), causes.body());
            assertEquals(0, RestCompany.json(causes).path("suspicions").size(), then);
        }
        for (String path : List.of("/v1/lot/as-known?key=MILL/FLOUR/L8", "/v1/lots/not-sellable?limit=1")) {
            assertEquals(400, company.get(path + "&at=yesterday").statusCode(), path);
            assertEquals(400, company.get(path + "&position=-1").statusCode(), path);
        }
        assertEquals(
                1,
                RestCompany.json(company.post("/v1/suspects/scope", suspects))
                        .path("onHand")
                        .size());
    }

    @Test
    void movements_are_listed_filtered_paged_and_a_file() {
        for (String location : List.of("A-01", "DOCK")) {
            company.post(
                    "/v1/movements/openings",
                    OPENING.formatted("open-9-" + location, "MILL/FLOUR/L9", location, "10:KGM"));
        }
        String movements = "/v1/movements?lot=MILL/FLOUR/L9";

        JsonNode first = RestCompany.json(company.get(movements + "&limit=1"));
        assertEquals("open-9-DOCK", first.at("/values/0/event").asText(), first.toString());
        assertEquals("10:KGM", first.at("/values/0/quantity").asText());
        JsonNode second = RestCompany.json(
                company.get(movements + "&limit=10&after=" + first.get("next").asText()));
        assertEquals("open-9-A-01", second.at("/values/0/event").asText(), second.toString());
        assertFalse(second.get("more").asBoolean());
        assertEquals(
                3, company.get(movements, "Accept", "text/csv").body().lines().count());
        assertEquals(0, values(movements + "&type=SHIP"));
        assertEquals(2, values(movements + "&site=BER&item=FLOUR&happened-from=2026-03-02T07:00:00Z"));
        assertEquals(0, values(movements + "&happened-until=2026-03-02T07:00:00Z"));
        assertEquals(400, company.get(movements + "&after=yesterday").statusCode());
        assertEquals(
                400, company.get(movements + "&recorded-from=yesterday&limit=0").statusCode());
    }

    /** A service gives a thousand at most, and one more than a page has is asked for. */
    @Test
    void the_longest_page_that_can_be_asked_for_is_given() {
        assertEquals(200, company.get("/v1/exceptions?limit=1000").statusCode());
        assertEquals(200, company.get("/v1/import-mappings?limit=1000").statusCode());
        assertEquals(200, company.get("/v1/cost/waiting?limit=1000").statusCode());
    }

    /** Where the answer has totals or goes on by what was looked at, its rows alone are a list. */
    @Test
    void what_has_totals_is_a_list_and_a_file_without_them() {
        for (String path : List.of(
                "/v1/cost/cogs/report/rows?from=2026-01-01&to=2026-12-31&by=LOT",
                "/v1/accounting/numbers/uncovered/rows")) {
            assertTrue(RestCompany.json(company.get(path)).has("values"), path);
            HttpResponse<String> file = company.get(path, "Accept", "text/csv");
            assertEquals(200, file.statusCode(), file.body());
            assertEquals("false", file.headers().firstValue("Lottrace-More").orElse(""), path);
            assertEquals(1 + values(path), file.body().lines().count(), path);
        }
    }

    @Test
    void the_steps_of_a_lot_come_page_by_page_and_as_a_file() {
        for (String location : List.of("A-01", "DOCK")) {
            company.post(
                    "/v1/movements/openings",
                    OPENING.formatted("open-6-" + location, "MILL/FLOUR/L6", location, "10:KGM"));
        }
        String steps = "/v1/lot/steps?key=MILL/FLOUR/L6";

        JsonNode first = RestCompany.json(company.get(steps + "&limit=1"));
        JsonNode second = RestCompany.json(
                company.get(steps + "&limit=10&after=" + first.get("next").asText()));

        assertEquals("open-6-DOCK", first.at("/values/0/event").asText(), first.toString());
        assertEquals(1, first.get("values").size());
        assertEquals("open-6-A-01", second.at("/values/0/event").asText(), second.toString());
        assertFalse(second.get("more").asBoolean());
        assertEquals(3, company.get(steps, "Accept", "text/csv").body().lines().count());
        JsonNode full = RestCompany.json(company.get(steps + "&limit=2"));
        assertEquals(2, full.get("values").size());
        assertFalse(full.get("more").asBoolean(), "a page that is full by chance is the last one");
        assertEquals(200, company.get(steps + "&limit=1000").statusCode());
    }

    private int values(String path) {
        return RestCompany.json(company.get(path)).path("values").size();
    }

    @Test
    void stock_of_the_past_is_read_page_by_page() {
        for (String location : List.of("A-01", "DOCK")) {
            HttpResponse<String> posted = company.post(
                    "/v1/movements/openings",
                    OPENING.formatted("open-then-" + location, "MILL/FLOUR/L3", location, "10:KGM"));
            assertEquals(201, posted.statusCode(), posted.body());
        }
        String past = "/v1/stock/past?lot=MILL/FLOUR/L3&limit=1";

        JsonNode first = RestCompany.json(company.get(past));
        JsonNode second = RestCompany.json(company.get(
                past + "&after=" + URLEncoder.encode(first.get("next").asText(), StandardCharsets.UTF_8)));

        assertEquals("10:KGM", first.at("/values/0/quantity").asText(), first.toString());
        assertEquals("10:KGM", second.at("/values/0/quantity").asText(), second.toString());
        assertFalse(second.get("more").asBoolean(), second.toString());
        for (String then : List.of("&at=2020-01-01T00:00:00Z", "&known-at=2020-01-01T00:00:00Z", "&position=0")) {
            assertEquals(
                    0, RestCompany.json(company.get(past + then)).get("values").size(), then);
        }
        for (String wrong : List.of("yesterday", "2026-03-01T08:00:00", "%2B300000-01-01T00:00:00Z")) {
            HttpResponse<String> refused = company.get(past + "&at=" + wrong);
            assertEquals(400, refused.statusCode(), refused.body());
            assertEquals(400, company.get(past + "&known-at=" + wrong).statusCode());
        }
        HttpResponse<String> all = company.get(past + "&position=-1&at=%2B300000-01-01T00:00:00Z");
        assertEquals(400, all.statusCode(), all.body());
        assertTrue(all.body().contains("?position") && all.body().contains("?at"), all.body());
        HttpResponse<String> file = company.get(past.replace("&limit=1", ""), "Accept", "text/csv");
        assertEquals(3, file.body().lines().count(), file.body());
    }

    @Test
    void the_description_is_served_and_its_page_asks_nobody_else() {
        HttpResponse<String> page = company.get("/");
        HttpResponse<String> description = company.get("/openapi.json");

        assertEquals("3.1.0", RestCompany.json(description).get("openapi").asText());
        assertTrue(
                page.headers().firstValue("Content-Security-Policy").orElse("").contains("default-src 'self'"));
        assertFalse(page.body().contains("http"), page.body());
        assertEquals(404, company.get("/pom.xml").statusCode());
    }
}
