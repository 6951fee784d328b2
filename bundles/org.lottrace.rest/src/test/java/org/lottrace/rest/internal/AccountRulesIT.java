package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.rest.internal.page.Sheet;
import org.lottrace.sheet.testing.Workbooks;

/** Rules of account determination, and the numbers of what is handed over. */
class AccountRulesIT {
    private static final String RULE = """
            {"account": "WRITE_OFF", "scope": {"site": "BER", "eventReason": "%s"}, "from": "2026-03-01",
             "number": "%s", "reason": "chart"}""";

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
    void a_list_of_accounting_is_a_workbook_for_who_asks() throws Exception {
        company.post(
                "/v1/account-rules", RULE.formatted("=1+1", "0815").replace("WRITE_OFF", "UNEXPLAINED_DIFFERENCE"));
        HttpResponse<byte[]> answer = company.client()
                .send(
                        company.request("/v1/account-rules")
                                .header("Accept", Sheet.TYPE)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertEquals(200, answer.statusCode());
        assertEquals(Sheet.TYPE, answer.headers().firstValue("Content-Type").orElseThrow());
        List<List<String>> rows = Workbooks.typed(answer.body());
        List<String> row = rows.stream()
                .filter(cells -> cells.contains("STRING 0815"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rows));
        assertTrue(row.contains("STRING =1+1"), row.toString());
        assertTrue(row.contains("NUMERIC 2026-03-01"), row.toString());
        assertEquals(
                406,
                company.get("/v1/items", "Accept", Sheet.TYPE).statusCode(),
                "what is not of accounting has no workbook");
    }

    @Test
    void a_rule_is_saved_listed_tried_and_refused_when_another_says_the_same_lines() {
        HttpResponse<String> saved = company.post("/v1/account-rules", RULE.formatted("mould", "4711"));
        HttpResponse<String> other = company.post("/v1/account-rules", RULE.formatted("Mould", "4712"));

        assertTrue(saved.statusCode() < 300, saved.body());
        long version = RestCompany.json(saved).get("version").asLong();
        assertEquals(422, other.statusCode(), other.body());
        assertEquals(List.of("EQUALLY_SPECIAL /scope"), RestCompany.problems(other));
        assertEquals(
                "mould",
                RestCompany.json(company.get("/v1/account-rules/" + version))
                        .at("/change/scope/eventReason")
                        .asText());
        assertEquals(
                "4711",
                RestCompany.json(company.get("/v1/account-rules/in-force?day=2026-03-01"))
                        .at("/values/0/change/number")
                        .asText());
        assertTrue(company.get("/v1/account-rules").body().contains("4711"));
        JsonNode trial = RestCompany.json(company.post(
                "/v1/account-rules/test", "{\"account\": \"WRITE_OFF\", \"day\": \"2026-03-01\", \"site\": \"BER\"}"));
        assertEquals("REASON", trial.at("/rules/0/notMet/0").asText(), trial.toString());
    }

    @Test
    void a_character_that_no_database_takes_and_a_day_that_none_knows_are_refused_with_their_place() {
        HttpResponse<String> refused = company.post(
                "/v1/account-rules",
                RULE.formatted("a\\u0000b", "4711").replaceAll("2026-[0-9]{2}-[0-9]{2}", "+999999999-12-31"));

        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(
                List.of("CONTROL_CHARACTER /scope/eventReason", "DAY_OUT_OF_RANGE /from"),
                RestCompany.problems(refused));
    }

    @Test
    void everything_that_is_wrong_with_a_rule_has_its_place() {
        HttpResponse<String> refused = company.post(
                "/v1/account-rules", RULE.formatted(" ", "no number").replace("BER", "XXX"));

        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(
                List.of(
                        "ACCOUNT_NUMBER_WRONG /number",
                        "SITE_UNKNOWN /scope/site",
                        "EVENT_REASON_WRONG /scope/eventReason"),
                RestCompany.problems(refused));
    }

    @Test
    void what_is_handed_over_has_numbers_that_are_kept() {
        HttpResponse<String> opened = company.post("/v1/movements/openings", """
                {"context": {"id": "open", "effective": "2026-03-02T07:00:00Z", "site": "BER"}, "countSheet": "CS-1",
                 "lines": [{"lot": {"key": "MILL/FLOUR/L1", "expiry": "2026-12-31"}, "location": "A-01",
                            "quantity": "25:KGM", "cost": "0.50:EUR/KGM"}]}""");
        assertEquals(201, opened.statusCode(), opened.body());
        HttpResponse<String> kept = company.post(
                "/v1/accounting/numbers/keep", "{\"range\": {\"kind\": \"numbers\", \"from\": 1, \"to\": 1000}}");
        assertEquals(200, kept.statusCode(), kept.body());
        int entries = RestCompany.json(kept).get("entries").asInt();
        assertTrue(entries > 0, kept.body());

        JsonNode found = RestCompany.json(company.post("/v1/accounting/numbers/find", "{\"entries\": [1, 100000]}"));
        assertEquals(1, found.get("values").size(), found.toString());
        assertEquals("erp", found.at("/values/0/kept/by").asText(), found.toString());
        JsonNode uncovered = RestCompany.json(company.get("/v1/accounting/numbers/uncovered?limit=1"));
        assertEquals(1, uncovered.at("/entries/0/entry").asInt(), uncovered.toString());
        assertEquals(
                400, company.get("/v1/accounting/numbers/uncovered?limit=1001").statusCode());
        HttpResponse<String> tooMany =
                company.post("/v1/accounting/numbers/find", "{\"entries\": [" + "1, ".repeat(1000) + "1]}");
        assertEquals(400, tooMany.statusCode(), tooMany.body());
        JsonNode taken =
                RestCompany.json(company.post("/v1/accounting/receivers/take", "{\"receiver\": \"ERP\", \"most\": 1}"));
        assertEquals(1, taken.at("/numbers/0/entry").asInt(), taken.toString());
    }
}
