package org.lottrace.it.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Every list that {@code openapi.json} says goes on behind a page, asked of the running program: its pages together are the list, a page that
 * is full by chance is known to be the last, and the file has the same rows.
 */
final class ListsInPages {
    private static final Path DESCRIPTION =
            Path.of(System.getProperty("it.checkout"), "bundles/org.lottrace.rest/openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1_000;

    /** What is asked where something has to be, in the sample company. */
    private static final Map<String, String> ASKED = Map.ofEntries(
            Map.entry("site", "HAM"),
            Map.entry("item", "RM-1005"),
            Map.entry("key", "S-200/RM-1005/SAL-262711"),
            Map.entry("lot", "S-200/RM-1005/SAL-262711"),
            Map.entry("reference", "SAL-262711"),
            Map.entry("day", "2026-11-20"),
            Map.entry("known", "9999999"),
            Map.entry("from", "2026-10-01"),
            Map.entry("to", "2026-10-31"),
            Map.entry("month", "2026-10-01"),
            Map.entry("by", "SHIPMENT"),
            Map.entry("supplier", "S-200"),
            Map.entry("document", "SALES_ORDER:SO-70027"),
            Map.entry("event", "rcv:2026-09-28:001"),
            Map.entry("number", "SO-70027"),
            Map.entry("unit", "095212340000000174"),
            Map.entry("lead-days", "7"),
            Map.entry("name", "cost"),
            Map.entry("kind", "ITEM"),
            Map.entry("check", "UNINVOICED"),
            Map.entry("receiver", "none"),
            Map.entry("seller", "S-200"),
            Map.entry("buyer", "S-200"),
            Map.entry("warehouse", "HAM"),
            Map.entry("step", "1"),
            Map.entry("id", "R-000001"));

    /** Where the same word means something else. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "/v1/masters/steps key", "RM-1005",
            "/v1/third-party-documents kind", "TRANSFER_SHIPMENT",
            "/v1/third-party-reconciliations kind", "TRANSFER_SHIPMENT");

    private final HttpClient client = HttpClient.newHttpClient();
    private final LotTraceProcess lottrace;

    ListsInPages(LotTraceProcess lottrace) {
        this.lottrace = lottrace;
    }

    /**
     * What was found of one list.
     *
     * @param rows how many there are; fewer than two prove nothing about pages
     * @param wrong empty when all is as it should be
     */
    record Found(String path, int rows, String wrong) {}

    List<Found> all() throws IOException, InterruptedException {
        List<Found> found = new ArrayList<>();
        for (var path : JSON.readTree(DESCRIPTION.toFile()).get("paths").properties()) {
            JsonNode reading = path.getValue().path("get");
            boolean isList = parameters(reading)
                            .anyMatch(one -> one.path("name").asText().equals("after"))
                    && reading.at("/responses/200/content").has("text/csv");
            if (isList && !path.getKey().endsWith("{format}")) { // that is a file of entries
                found.add(one(path.getKey(), asked(path.getKey(), reading)));
            }
        }
        return found;
    }

    /** What is recorded meanwhile, such as a login, may come between two pages: then it is asked once more. */
    private Found one(String path, String asked) throws IOException, InterruptedException {
        Found found = looked(path, asked);
        return found.wrong().isEmpty() ? found : looked(path, asked);
    }

    private Found looked(String path, String asked) throws IOException, InterruptedException {
        HttpResponse<String> first = get(with(asked, MOST, Optional.empty()), "application/json");
        if (first.statusCode() == 404) {
            return new Found(path, 0, "");
        }
        if (first.statusCode() != 200) {
            return new Found(path, 0, asked + " " + first.statusCode() + " " + first.body());
        }
        List<JsonNode> whole = walked(asked, MOST);
        int rows = whole.size();
        if (rows == 0) {
            return new Found(path, 0, "");
        }
        List<String> wrong = new ArrayList<>();
        JsonNode full = JSON.readTree(
                get(with(asked, rows, Optional.empty()), "application/json").body());
        if (full.get("values").size() == rows && full.get("more").asBoolean()) {
            wrong.add("more is told behind the last of " + rows);
        }
        if (rows > 1 && !walked(asked, (rows + 2) / 3).equals(whole)) {
            wrong.add("three pages are not the list of " + rows);
        }
        HttpResponse<String> file = get(with(asked, MOST, Optional.empty()), "text/csv");
        int expected = JSON.readTree(first.body()).get("values").size() + 1;
        if (file.statusCode() != 200 || records(file.body()) != expected) {
            wrong.add("the file has " + records(file.body()) + " lines, not " + expected);
        }
        return new Found(path, rows, String.join("; ", wrong));
    }

    private List<JsonNode> walked(String asked, int limit) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            HttpResponse<String> answer = get(with(asked, Math.min(limit, MOST), after), "application/json");
            JsonNode page = JSON.readTree(answer.body());
            if (!page.has("values")) {
                throw new IllegalStateException(asked + " after " + after + ": " + answer.body());
            }
            page.get("values").forEach(all::add);
            after = page.path("more").asBoolean() && page.has("next")
                    ? Optional.of(page.get("next").asText())
                    : Optional.empty();
        } while (after.isPresent());
        return all;
    }

    private HttpResponse<String> get(String path, String type) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(lottrace.address() + "/lottrace/api" + path))
                        .timeout(Duration.ofMinutes(1))
                        .header("Accept", type)
                        .header("Authorization", lottrace.authorization().substring("Authorization: ".length()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String with(String asked, int limit, Optional<String> after) {
        return asked + (asked.contains("?") ? "&" : "?") + "limit=" + limit
                + after.map(cursor -> "&after=" + RestCaller.encoded(cursor)).orElse("");
    }

    private static String asked(String path, JsonNode reading) {
        StringBuilder query = new StringBuilder();
        String inPath = path;
        for (JsonNode parameter : (Iterable<JsonNode>) parameters(reading)::iterator) {
            String name = parameter.get("name").asText();
            if (parameter.path("required").asBoolean()) {
                String value = RestCaller.encoded(
                        OTHERWISE.getOrDefault(path + " " + name, ASKED.getOrDefault(name, "unknown")));
                if (parameter.get("in").asText().equals("path")) {
                    inPath = inPath.replace("{" + name + "}", value);
                } else {
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(name)
                            .append('=')
                            .append(value);
                }
            }
        }
        return inPath + query;
    }

    private static Stream<JsonNode> parameters(JsonNode reading) {
        return StreamSupport.stream(reading.path("parameters").spliterator(), false);
    }

    /** @return how many records a file has: a text in it may have lines of its own */
    private static int records(String csv) {
        int records = 0;
        boolean isQuoted = false;
        for (char sign : csv.toCharArray()) {
            isQuoted ^= sign == '"';
            records += sign == '\n' && !isQuoted ? 1 : 0;
        }
        return records;
    }
}
