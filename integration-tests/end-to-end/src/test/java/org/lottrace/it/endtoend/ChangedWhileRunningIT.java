package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lottrace.it.endtoend.LotTraceProcess.Outcome;

/**
 * Each bundle of ours is updated and refreshed, and each configuration changed, while LotTrace runs: what most stands on answers again by itself after each of them, and {@link Everything}
 * in the end.
 */
class ChangedWhileRunningIT {
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final HttpClient BROWSER =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Fragments of the servlet API and of the web server: to refresh them takes both away from under everything, so restart then. */
    private static final Set<String> NEED_A_RESTART = Set.of("org.lottrace.lib.servlet", "org.lottrace.web.jetty");

    /**
     * What is updated in every build, all others with {@code -Dit.whole=true}: of each kind of bundle the one on which the most stands, and whatever publishes pages, services or commands
     * or has let go of too little or too much before.
     */
    private static final Set<String> OF_EACH_KIND = Set.of(
            "org.lottrace.api",
            // libraries: a web server's, a database's
            "org.lottrace.lib.cxf",
            "org.lottrace.lib.hibernate",
            // rules of the business
            "org.lottrace.ledger",
            "org.lottrace.lot.master",
            // what they work with
            "org.lottrace.persistence",
            "org.lottrace.login",
            "org.lottrace.operation",
            "org.lottrace.edi.x12",
            "org.lottrace.health",
            // the web
            "org.lottrace.web.gate",
            "org.lottrace.web.open",
            // ways in
            "org.lottrace.console.commands",
            "org.lottrace.console.web",
            "org.lottrace.response",
            "org.lottrace.rest",
            "org.lottrace.soap.erp");

    /** What is configured anew in every build, all others with {@code -Dit.whole=true}: whatever makes pages, services, logins or the database anew, and Karaf's that stand under all. */
    private static final Set<String> CONFIGURED = Set.of(
            "org.apache.felix.scr.ScrService",
            "org.apache.karaf.command.acl.lot",
            "org.apache.karaf.jaas",
            "org.apache.karaf.shell",
            "org.lottrace.cost",
            "org.lottrace.edi.x12",
            "org.lottrace.ledger",
            "org.lottrace.operation",
            "org.lottrace.persistence",
            "org.lottrace.response.page",
            "org.lottrace.rest",
            "org.lottrace.web.gate",
            "org.lottrace.web.gate.soap",
            "org.ops4j.pax.web");

    private static final String SHELL = "org.apache.karaf.shell";
    private static final String CHANGED = "changed.while.running";

    private static LotTraceProcess lottrace;
    private static Everything everything;
    private static Map<String, String> before;

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("changed");
        Outcome run = lottrace.script("run");
        assertEquals(0, run.status(), run.output());
        everything = new Everything(lottrace);
        before = everything.answers();
        assertTrue(
                before.values().stream()
                                .filter(answer -> answer.startsWith("200 "))
                                .count()
                        > before.size() / 2,
                before::toString);
    }

    @AfterAll
    static void stop() throws IOException {
        lottrace.close();
    }

    @Test
    void every_page_and_service_is_there_again_after_each_bundle_was_updated_and_refreshed() throws Exception {
        List<String[]> bundles = shell("bundle:list -t 0 -s")
                .lines()
                .map(line -> line.split("\\|"))
                .filter(columns -> name(columns).startsWith("org.lottrace."))
                .filter(columns -> !NEED_A_RESTART.contains(name(columns)))
                .toList();
        assertTrue(
                bundles.stream().map(ChangedWhileRunningIT::name).toList().containsAll(OF_EACH_KIND),
                "a bundle has another name");

        for (String[] bundle : Size.of(bundles, columns -> OF_EACH_KIND.contains(name(columns)))) {
            String id = bundle[0].strip();
            shell("bundle:update " + id);
            shell("bundle:refresh " + id);
            theMostAnswers(name(bundle));
        }

        everythingAnswersAsBefore();
    }

    @Test
    void and_after_each_configuration_was_changed() throws Exception {
        List<String> pids = pids();
        assertTrue(pids.containsAll(CONFIGURED), "a configuration has another name");

        for (String pid : Size.of(pids, CONFIGURED::contains)) {
            change(pid);
            theMostAnswers(pid);
        }
        // twice: what survives the first server may be lost with the second
        shell("config:property-set -p org.ops4j.pax.web org.ops4j.pax.web.session.timeout 31");
        theMostAnswers("the web server made anew");

        everythingAnswersAsBefore();
    }

    private static String name(String... columns) {
        return columns[columns.length - 1].replaceAll(",.*", "").strip();
    }

    /** That of the shell in its file: the shell by which it would be changed is made anew by it. */
    private static void change(String pid) throws Exception {
        if (!pid.equals(SHELL)) {
            shell("config:property-set -p " + pid + " " + CHANGED + " yes");
            return;
        }
        Path file = lottrace.configuration(pid);
        LotTraceProcess.replace(file, Files.readString(file) + "\n" + CHANGED + " = yes\n");
        Waiting.until("the shell with another configuration", () -> lottrace.script(
                        "shell", "config:property-get -p " + pid + " " + CHANGED)
                .output()
                .contains("yes"));
    }

    /** Without the files of factories, which have a name behind a hyphen: of those Karaf brings one, the folder deploy. */
    private static List<String> pids() throws IOException {
        try (Stream<Path> files = Files.list(lottrace.data("karaf/etc"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[^-]*\\.cfg"))
                    .map(name -> name.substring(0, name.length() - ".cfg".length()))
                    .sorted()
                    .toList();
        }
    }

    private static void theMostAnswers(String after) throws Exception {
        Waiting.until("health after " + after, () -> page("/lottrace-health").contains("services OK"));
        Waiting.until("the answer page after " + after, () -> page("/lottrace-recall/answer?notice=R-000001/M/1")
                .contains("Unknown notice"));
        for (String service : List.of("erp", "accounting")) {
            Waiting.until(service + " after " + after, () -> page("/lottrace/soap/" + service + "?wsdl")
                    .contains("definitions"));
        }
        for (String list : List.of("items", "stock/past?at=2026-01-01T00:00:00Z")) {
            Waiting.until("REST after " + after, () -> page("/lottrace/api/v1/" + list)
                    .contains("\"values\""));
        }
        for (String page : List.of("", "stock", "items", "admin")) {
            Waiting.until("the console after " + after, () -> isShown("/console/" + page));
        }
    }

    /** What comes back by itself has five minutes for it. */
    private static void everythingAnswersAsBefore() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        Map<String, String> after = everything.answers();
        while (!after.equals(before) && System.nanoTime() < deadline) {
            after = everything.answers();
        }
        assertEquals(lines(before), lines(after));
    }

    private static String lines(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(answer -> answer.getKey() + " -> " + answer.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** @return whether somebody who has logged in sees that page; a server made anew knows no session, so they log in once more then */
    private static boolean isShown(String page) throws InterruptedException {
        try {
            HttpResponse<String> shown = BROWSER.send(console(page).build(), HttpResponse.BodyHandlers.ofString());
            if (shown.statusCode() == SEE_OTHER) {
                BROWSER.send(
                        console("/console/login")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", lottrace.address())
                                .POST(HttpRequest.BodyPublishers.ofString("user=admin&password="
                                        + URLEncoder.encode(lottrace.password(), StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
            }
            return shown.statusCode() == OK && shown.body().contains("</html>");
        } catch (IOException notNow) {
            return false;
        }
    }

    private static HttpRequest.Builder console(String path) {
        return HttpRequest.newBuilder(URI.create(lottrace.address() + path)).timeout(Duration.ofSeconds(20));
    }

    private static String shell(String line) {
        try {
            Outcome outcome = lottrace.script("shell", line);
            assertEquals(0, outcome.status(), line + ": " + outcome.output());
            return outcome.output();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(line, broken);
        }
    }

    /** @return empty when nothing answers: the server may be on its way */
    private static String page(String path) throws InterruptedException {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(lottrace.address() + path))
                                    .timeout(Duration.ofSeconds(20))
                                    .header(
                                            "Authorization",
                                            lottrace.authorization().substring("Authorization: ".length()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException notNow) {
            return "";
        }
    }
}
