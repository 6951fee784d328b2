package org.lottrace.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.label.Labels;
import org.lottrace.api.label.SsccNumbers;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.web.gate.testing.GatedServer;

/** What a label is, is tried in its own bundle; here it says only what was asked for. */
class LabelsIT {
    private static final Labels LABELS =
            request -> request.lot().number().value().equals("L1")
                    ? new Outcome.Done<>(
                            (request.kind() + " " + request.format() + " " + request.count() + " " + request.weight())
                                    .getBytes(StandardCharsets.UTF_8))
                    : new Outcome.Refused<>(List.of(new Violation(Labels.LOT_UNKNOWN, "lot", "no lot is called L2")));
    private static final SsccNumbers NUMBERS = count -> count == 1
            ? new Outcome.Done<>(List.of(new Sscc("340123450000000017")))
            : new Outcome.Refused<>(List.of(new Violation(SsccNumbers.COUNT_WRONG, "count", "one at a time")));

    private static GatedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = GatedServer.startWithRest(
                new RestApplication(TestOperations.over(LABELS, NUMBERS), new NoLocks()), Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.uri("/lottrace/api/v1" + path))
                .header("Authorization", GatedServer.basic("erp", "secret"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, image/png, PNG",
        "image/svg+xml, image/svg+xml, SVG",
        "application/pdf, application/pdf, PDF",
        "application/zpl, application/zpl, ZPL",
        "'application/pdf;q=0.5, application/zpl', application/zpl, ZPL",
        "*/*, image/png, PNG"
    })
    void the_format_is_the_one_that_is_accepted(String accept, String type, String format) throws Exception {
        HttpResponse<String> answer = send(request("/lot/label?lot=MILL/FLOUR/L1&kind=PALLET&count=24&weight=12.5:KGM")
                .header("Accept", accept));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.body().startsWith("PALLET " + format + " Optional[24]"), answer.body());
    }

    @Test
    void what_is_not_known_and_what_is_not_made_is_told_as_a_problem() throws Exception {
        HttpResponse<String> unknown =
                send(request("/lot/label?lot=MILL/FLOUR/L2").header("Accept", "application/pdf"));
        HttpResponse<String> other =
                send(request("/lot/label?lot=MILL/FLOUR/L1").header("Accept", "text/csv"));

        assertEquals(404, unknown.statusCode(), unknown.body());
        assertEquals(
                "application/problem+json",
                unknown.headers().firstValue("Content-Type").orElse(""));
        assertEquals(406, other.statusCode(), other.body());
    }

    @Test
    void numbers_of_logistic_units_are_given_by_post() throws Exception {
        HttpResponse<String> given = send(request("/ssccs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"count\": 1}")));
        HttpResponse<String> refused = send(request("/ssccs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"count\": 0}")));

        assertEquals(201, given.statusCode(), given.body());
        assertTrue(given.body().contains("340123450000000017"), given.body());
        assertEquals(422, refused.statusCode(), refused.body());
    }
}
