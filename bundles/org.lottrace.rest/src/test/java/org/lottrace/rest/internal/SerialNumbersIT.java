package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A piece is followed by its serial number. */
class SerialNumbersIT {
    private static final String STEPS = "/v1/serial-numbers/steps?serial=";
    private static final String RECEIPT = """
            {"context": {"id": "%s", "effective": "2026-03-02T08:00:00Z", "site": "BER", "basis": "REPORTED"},
             "supplier": "MILL", "location": "DOCK",
             "lines": [{"lot": "MILL/%s", "quantity": "1:KGM",
                        "keyData": [{"name": "serial", "value": {"kind": "text", "text": "A/1 ä"}}]}]}""";

    private static RestCompany company;

    @BeforeAll
    static void two_pieces_with_one_number_come() {
        company = new RestCompany();
        for (String lot : List.of("SALT/S1", "FLOUR/F1")) {
            HttpResponse<String> recorded = company.post(
                    "/v1/movements/receipts",
                    RECEIPT.formatted(lot.substring(0, 4).toLowerCase(), lot));
            assertEquals(201, recorded.statusCode(), recorded.body());
        }
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @Test
    void the_newest_step_is_first_and_an_item_leaves_out_the_others() {
        assertEquals(List.of("MILL/FLOUR/F1", "MILL/SALT/S1"), lots(steps("A%2F1%20%C3%A4")));
        assertEquals(List.of("MILL/SALT/S1"), lots(steps("A%2F1+%C3%A4&item=SALT")));
        assertEquals("PARTY:MILL", steps("A%2F1%20%C3%A4").at("/values/0/from").asText());
        assertEquals(List.of(), lots(steps("a%2F1%20%C3%A4")));
        assertEquals(List.of(), lots(steps("A%2F1%20%C3%A4&item=NONE")));
    }

    @Test
    void a_page_says_whether_there_are_more() {
        JsonNode page = steps("A%2F1%20%C3%A4&limit=1");

        assertEquals(List.of("MILL/FLOUR/F1"), lots(page));
        assertEquals(true, page.at("/more").asBoolean());
        assertEquals(false, steps("A%2F1%20%C3%A4&limit=1000").at("/more").asBoolean());
    }

    @Test
    void a_question_without_a_number_or_with_no_limit_is_refused() {
        assertEquals(400, company.get("/v1/serial-numbers/steps").statusCode());
        assertEquals(400, company.get(STEPS + "A&limit=1001").statusCode());
    }

    private static JsonNode steps(String asked) {
        HttpResponse<String> answer = company.get(STEPS + asked);
        assertEquals(200, answer.statusCode(), answer.body());
        return RestCompany.json(answer);
    }

    private static List<String> lots(JsonNode page) {
        return StreamSupport.stream(page.at("/values").spliterator(), false)
                .map(step -> step.at("/lot").asText())
                .toList();
    }
}
