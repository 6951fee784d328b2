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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/** Whatever openapi.json says can be read is asked for the most rows, for what nothing is called, and for what no name can be: an answer or a problem that says what to do, and never a fault of ours. */
class EveryQuestionIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FEED = "/v1/feed";
    private static final int SERVER_ERROR = 500;
    private static final int WRONG = 400;
    /** Without / and %: in a path the web server takes them for an attack, and says so itself. */
    private static final List<String> NAMES =
            List.of("NOT-THERE-1", "ä öü", "0", "-1", "99999999999999999999", "'\"<", "x".repeat(300));

    private static LotTraceProcess lottrace;
    private static JsonNode document;
    private static Map<String, JsonNode> reads;

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("asked");
        Outcome run = lottrace.runWithoutSampleCompany();
        assertEquals(0, run.status(), run.output());
        document = JSON.readTree(get("/openapi.json").body());
        reads = document.get("paths").properties().stream()
                .filter(path -> path.getValue().has("get") && !path.getKey().equals(FEED))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, path -> path.getValue().get("get")));
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @Test
    void a_list_of_the_most_rows_is_answered_as_one_of_a_single_row() throws Exception {
        List<String> wrong = new ArrayList<>();
        int lists = 0;
        for (Map.Entry<String, JsonNode> read : reads.entrySet()) {
            if (parameters(read.getValue())
                    .noneMatch(one -> one.at("/name").asText().equals("limit"))) {
                continue;
            }
            lists++;
            String path = asked(read.getKey(), read.getValue(), EveryQuestionIT::example);
            String more = path + (path.contains("?") ? "&" : "?");
            HttpResponse<String> one = get(more + "limit=1");
            HttpResponse<String> most = get(more + "limit=1000");
            if (one.statusCode() != most.statusCode() || most.statusCode() >= SERVER_ERROR) {
                wrong.add(
                        path + " " + one.statusCode() + ", of the most rows " + most.statusCode() + " " + most.body());
            }
        }

        assertTrue(lists > 100, "lists: " + lists);
        assertEquals(List.of(), wrong);
    }

    @Test
    void what_nothing_is_called_and_what_no_name_can_be_is_said_to_be_so() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> read : reads.entrySet()) {
            for (String name : NAMES) {
                String path = asked(read.getKey(), read.getValue(), parameter -> name);
                HttpResponse<String> answer = get(path);
                boolean isOurs = answer.statusCode() >= SERVER_ERROR;
                boolean isSilent =
                        answer.statusCode() >= WRONG && !answer.body().contains("\"detail\"");
                if (isOurs || isSilent && !answer.body().isEmpty()) {
                    wrong.add(answer.statusCode() + " " + path + " " + answer.body());
                }
            }
        }

        assertEquals(List.of(), wrong);
    }

    /** @return the path with this in each place of it, and for each parameter that has to be given */
    private static String asked(String path, JsonNode operation, Function<JsonNode, String> value) {
        String asked = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : parameters(operation).toList()) {
            String name = parameter.at("/name").asText();
            if (parameter.at("/in").asText().equals("path")) {
                asked = asked.replace("{" + name + "}", encoded(value.apply(parameter)));
            } else if (parameter.at("/required").asBoolean()) {
                query.add(name + "=" + encoded(value.apply(parameter)));
            }
        }
        return asked + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /** @return a value of its type, as the document says it */
    private static String example(JsonNode parameter) {
        JsonNode said = parameter.path("schema");
        JsonNode schema = said.path("items").isMissingNode() ? said : said.get("items");
        JsonNode type =
                schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
        return type.has("enum")
                ? type.at("/enum/0").asText()
                : type.path("example").asText(type.at("/examples/0").asText("1"));
    }

    private static Stream<JsonNode> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(lottrace.address() + "/lottrace/api" + path))
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", lottrace.authorization().substring("Authorization: ".length()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
