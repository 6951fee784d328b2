package org.lottrace.it.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whatever a running LotTrace can be asked: every page of the console, every path of REST that reads, every SOAP request that asks, every command that reads, and the pages without a login;
 * and how each answered. What changes from one time to the next, such as numbers, is left out, so that two rounds can be compared.
 */
final class Everything {
    private static final Path CHECKOUT = Path.of(System.getProperty("it.checkout"));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Never ends. */
    private static final String FEED = "/v1/feed";

    private final LotTraceProcess lottrace;
    private final ShellUser administrator;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Everything(LotTraceProcess lottrace) throws Exception {
        this.lottrace = lottrace;
        administrator = ShellUser.withKey(lottrace, "asks-everything", "ssh,admin");
    }

    /** @return by what was asked, how it answered */
    Map<String, String> answers() throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (String path : List.of(
                "/lottrace-health",
                "/lottrace-recall/answer?notice=R-000001/M/1",
                "/lottrace-as2",
                "/lottrace/metrics",
                "/lottrace/api/")) {
            answers.put(path, status(path));
        }
        logIn();
        for (String page : lines("pages.txt")) {
            String path = "/console" + page.replaceFirst("^large ", "");
            answers.put("page " + path, status(path));
        }
        for (String path : pathsOfRest()) {
            answers.put("REST " + path, status("/lottrace/api" + path));
        }
        for (String service : List.of("erp", "accounting")) {
            for (Path example : examples(service)) {
                answers.put("SOAP " + example.getFileName(), answerOf(service, example));
            }
        }
        List<String> commands = lines("commands.txt").stream()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2).strip())
                .toList();
        List<String> said = administrator.type(commands);
        for (int i = 0; i < commands.size(); i++) {
            answers.put("command " + commands.get(i), kindOf(said.get(i), commands.get(i)));
        }
        return answers;
    }

    /** Of a command there is no status: whether it was there, and whether it could do its work. */
    private static String kindOf(String said, String command) {
        String answer = said.replace(command, "");
        return Stream.of("Command not found", "Error executing command", "SERVICE_MISSING", "Exception")
                .filter(answer::contains)
                .findFirst()
                .orElse("answers");
    }

    private void logIn() throws IOException, InterruptedException {
        browser.send(
                asking("/console/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", lottrace.address())
                        .POST(HttpRequest.BodyPublishers.ofString("user=admin&password="
                                + URLEncoder.encode(lottrace.password(), StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private String status(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = asking(path);
        if (!path.startsWith("/console/")) {
            request.header("Authorization", lottrace.authorization().substring("Authorization: ".length()));
        }
        HttpResponse<String> answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode()
                + answer.headers()
                        .firstValue("Content-Type")
                        .map(type -> " " + type)
                        .orElse("");
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create(lottrace.address() + path.replace(" ", "%20")))
                .timeout(PATIENCE);
    }

    private List<String> pathsOfRest() throws IOException {
        JsonNode paths = JSON.readTree(CHECKOUT.resolve("bundles/org.lottrace.rest/openapi.json")
                        .toFile())
                .get("paths");
        return paths.properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(Map.Entry::getKey)
                .filter(path -> !path.equals(FEED))
                .map(path -> path.replaceAll("\\{[^}]*}", "X"))
                .toList();
    }

    /** Those that change nothing. */
    private static List<Path> examples(String service) throws IOException {
        try (Stream<Path> files = Files.list(CHECKOUT.resolve("bundles/org.lottrace.soap." + service + "/examples"))) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+-get.*"))
                    .sorted()
                    .toList();
        }
    }

    private String answerOf(String service, Path example) throws IOException, InterruptedException {
        HttpResponse<String> answer = lottrace.envelope(service, Files.readString(example));
        return answer.statusCode() + " " + answer.body().replaceAll("(?s).*?Body>\\s*<(\\w+:)?(\\w+).*", "$2");
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = Everything.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
