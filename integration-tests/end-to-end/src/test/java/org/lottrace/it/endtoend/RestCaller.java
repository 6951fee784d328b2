package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A program that speaks REST, as the administrator. */
final class RestCaller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REFUSED = 422;

    private final LotTraceProcess lottrace;

    RestCaller(LotTraceProcess lottrace) {
        this.lottrace = lottrace;
    }

    /** @return the answer; the test fails when the request is refused */
    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send(path, posting(body));
    }

    /** @return what it is refused with, as it comes; the test fails when it is not refused */
    String refused(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(path, posting(body));
        assertEquals(REFUSED, answer.statusCode(), () -> path + " " + answer.body());
        return answer.body();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder posting(String body) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private JsonNode send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(path, request);
        assertTrue(answer.statusCode() < 300, () -> path + " " + answer.statusCode() + " " + answer.body());
        return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private HttpResponse<String> answer(String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request.uri(URI.create(lottrace.address() + "/lottrace/api" + path))
                                .timeout(Duration.ofMinutes(2))
                                .header(
                                        "Authorization",
                                        lottrace.authorization().substring("Authorization: ".length()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
