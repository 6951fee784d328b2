package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may do what with lots is said by REST, and judged there; and what a lot may be called. */
class LotRightsIT {
    private static final String RIGHT = """
            {"action": "CREATE", "scope": {"site": "BER"}, "users": [%s], "reason": "as agreed"}""";
    private static final String RECEIPT = """
            {"context": {"id": "%s", "effective": "2026-03-02T08:00:00Z", "site": "BER", "basis": "%s"}, "supplier": "MILL",
             "location": "DOCK", "lines": [{"lot": "MILL/SALT/%s", "quantity": "1:KGM"}]}""";

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
    void who_is_no_administrator_says_nothing_about_rights() {
        assertEquals(
                List.of("ROLE_MISSING"),
                RestCompany.problems(company.post("/v1/lot-rights", RIGHT.formatted("\"erp\""))));
    }

    @Test
    void who_is_not_named_by_a_right_is_told_who_is_and_what_they_report_is_a_case() {
        HttpResponse<String> saved = save(RIGHT.formatted("\"nobody\""));
        assertTrue(saved.statusCode() < 300, saved.body());
        assertTrue(company.get("/v1/lot-rights/in-force").body().contains("nobody"));

        HttpResponse<String> refused =
                company.post("/v1/movements/receipts", RECEIPT.formatted("right-1", "REQUESTED", "R1"));
        assertTrue(RestCompany.problems(refused).contains("LOT_RIGHT_MISSING /lines/0/lot"), refused.body());
        assertTrue(refused.body().contains("nobody may"), refused.body());
        HttpResponse<String> reported =
                company.post("/v1/movements/receipts", RECEIPT.formatted("right-2", "REPORTED", "R2"));
        assertEquals(201, reported.statusCode(), reported.body());
        String cases = company.get("/v1/exceptions/by-event?event=right-2").body();
        assertTrue(cases.contains("LOT_RIGHT_MISSING") && cases.contains("nobody may"), cases);

        assertTrue(save(RIGHT.formatted("")).statusCode() < 300);
        HttpResponse<String> recorded =
                company.post("/v1/movements/receipts", RECEIPT.formatted("right-1", "REPORTED", "R1"));
        assertEquals(201, recorded.statusCode(), recorded.body());
        assertEquals(
                2, RestCompany.json(company.get("/v1/lot-rights")).at("/values").size());
        assertEquals(
                List.of("SITE_UNKNOWN /scope/site"),
                RestCompany.problems(
                        save("{\"action\": \"SPLIT\", \"scope\": {\"site\": \"NONE\"}, \"reason\": \"x\"}")));
    }

    @Test
    void a_lot_number_with_blanks_and_slashes_is_received_and_found_by_its_key() {
        HttpResponse<String> recorded =
                company.post("/v1/movements/receipts", RECEIPT.formatted("odd-1", "REPORTED", "S 1/2  B"));
        assertEquals(201, recorded.statusCode(), recorded.body());

        for (String key : List.of("MILL%2FSALT%2FS%201%2F2%20%20B", "MILL/SALT/S+1/2++B")) {
            assertEquals(
                    "MILL/SALT/S 1/2  B",
                    RestCompany.json(company.get("/v1/lot?key=" + key))
                            .at("/key")
                            .asText());
            assertEquals(
                    1,
                    RestCompany.json(company.get("/v1/lots/by-reference?reference=" + key))
                            .at("/values")
                            .size());
        }
        assertTrue(
                company.get("/v1/lots?item=SALT", "Accept", "text/csv").body().contains("S 1/2  B"));
    }

    /** Only an administrator says who may. */
    private static HttpResponse<String> save(String right) {
        return company.send(company.requestAs("root", "/v1/lot-rights")
                .header("Content-Type", "application/json")
                .method("POST", HttpRequest.BodyPublishers.ofString(right)));
    }
}
