package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.Ledger;
import org.lottrace.console.web.internal.page.Page;

/**
 * Every page, where all names are markup, and asked with markup in every parameter that any page reads. Source: OWASP ASVS 4.0, V4.2.2
 * (forms of others) and V5.3 (output). Who may see which page: {@link PagesTest}.
 */
class AttackedPagesIT {
    private static final String EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    private static final Pattern READ = Pattern.compile("(?:given|text|isTicked|all|file)\\(\"([A-Za-z-]+)\"");
    private static final Pattern FIELD = Pattern.compile("name=\"([A-Za-z-]+)\"");

    private static final Path SOURCES = Path.of("src/main/java/org/lottrace/console/web/internal");

    private static WholeConsole whole;

    @BeforeAll
    static void start() {
        whole = new WholeConsole(2, EVIL);
        whole.console.loggedInWithAllRoles();
    }

    @AfterAll
    static void stop() {
        whole.close();
    }

    static Stream<String> paths() {
        return StatementsOfPagesIT.paths().filter(path -> !path.contains(".csv"));
    }

    static Stream<String> pages() {
        return Pages.ALL.stream().map(Page::path);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void what_is_stored_is_text_and_never_markup(String path) {
        HttpResponse<String> answer = whole.console.get(path);
        assertEquals(200, answer.statusCode(), () -> path + " " + answer.body());
        assertIsText(path, answer);
    }

    /** Each parameter alone, since one that is wrong may keep others from being read. */
    @ParameterizedTest
    @MethodSource("paths")
    void what_is_asked_is_text_and_never_markup(String path) throws IOException {
        Set<String> names = parametersOf(path);
        for (String name : names) {
            String asked = path.replaceAll("([?&])" + name + "=[^&]*", "$1x=");
            assertIsText(
                    asked + " " + name,
                    whole.console.get(asked + (asked.contains("?") ? "&" : "?") + name + "=" + evil()));
        }
    }

    /** Clickjacking: no page can be put into a frame of another site, under which somebody clicks. */
    @ParameterizedTest
    @MethodSource("paths")
    void a_page_cannot_be_framed(String path) {
        HttpResponse<String> answer = whole.console.get(path);

        String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("frame-ancestors 'none'"), () -> path + " " + policy);
        assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElse(""), path);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void no_parameter_of_a_page_leads_elsewhere(String path) throws IOException {
        for (String name : parametersOf(path)) {
            String asked = path.replaceAll("([?&])" + name + "=[^&]*", "$1x=");
            HttpResponse<String> answer =
                    whole.console.get(asked + (asked.contains("?") ? "&" : "?") + name + "=%2F%2Fevil.example%2F");

            String location = answer.headers().firstValue("Location").orElse("/console/");
            assertTrue(location.matches("/(console/?.*)?"), () -> path + " " + name + " leads to " + location);
        }
    }

    /** Java reads years of nine digits, and a database does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stock/past?at=%2B999999999-12-31",
                "/stock/past?known=%2B300000-01-01",
                "/stock/past.csv?at=-99999-01-01",
                "/stock/past.csv?at=yesterday",
                "/accounts/sales/months?until=%2B999999999-12",
                "/accounts/sales/months?until=-9999-01",
                "/partners/scores?month=%2B999999999-12",
                "/trace?lots=MILL/FLOUR/L1&until=%2B999999999-12-31"
            })
    void a_day_so_far_away_that_nothing_can_be_known_of_it_is_refused(String path) {
        HttpResponse<String> answer = whole.console.get(path);

        assertTrue(Set.of(400, 422).contains(answer.statusCode()), () -> answer.statusCode() + " " + answer.body());
    }

    /** Whose books are looked at is chosen by a form above every page of accounts, which leads back to where it came from. */
    @Test
    void the_choice_of_a_company_is_no_way_out_and_no_way_in() {
        whole.console.get("/accounts/owner");
        for (String from : List.of("https://evil.example/console/accounts", "//evil.example/", "javascript:alert(1)")) {
            HttpResponse<String> chosen = whole.console.send(
                    whole.console.form("/books", "token", whole.console.token(), "company", EVIL, "to", from),
                    "Referer",
                    from);
            String location = chosen.headers().firstValue("Location").orElse("/console/");
            assertTrue(location.startsWith("/console/"), location);
            assertFalse(location.contains("evil"), location);
        }
        assertEquals(403, whole.console.post("/books", "company", "BAKERY-US").statusCode(), "without a token");
        assertIsText("/accounts/owner", whole.console.get("/accounts/owner"));
    }

    /** What a report says of a lot that nobody knows is shown to everybody who looks at its event. */
    @Test
    void a_report_of_a_lot_that_is_unknown_is_text_and_never_markup() {
        for (String path : List.of("/lot?key=", "/lot/past?key=", "/accounts/lot?key=", "/trace?lots=", "/search?q=")) {
            assertIsText(path, whole.console.get(path + evil()));
            assertIsText(path, whole.console.get(path + "MILL/FLOUR/" + evil()));
        }
        HttpResponse<String> refused = whole.console.post(
                "/work/count",
                "token",
                whole.console.token(),
                "countSheet",
                EVIL,
                "lot0",
                EVIL,
                "location0",
                EVIL,
                "amount0",
                EVIL);
        assertEquals(422, refused.statusCode(), refused.body());
        assertIsText("/work/count", refused);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_form_of_another_site_changes_nothing(String page) {
        long before = whole.company.service(Ledger.class).head();
        for (String path : Stream.concat(Stream.of("/" + page), WholeConsole.PATHS.get(page).stream())
                .toList()) {
            assertEquals(403, whole.console.post(path, "x", "y").statusCode(), path + " without a token");
            assertEquals(403, whole.console.post(path, "token", "0".repeat(64)).statusCode(), path + " with a guess");
            assertEquals(
                    403,
                    whole.console
                            .send(
                                    whole.console.form(path, "token", whole.console.token()),
                                    "Origin",
                                    "https://evil.example")
                            .statusCode(),
                    path + " from elsewhere");
        }
        assertEquals(before, whole.company.service(Ledger.class).head());
    }

    private static void assertIsText(String path, HttpResponse<String> answer) {
        assertTrue(answer.statusCode() < 500, () -> path + " " + answer.statusCode() + " " + answer.body());
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertFalse(answer.body().contains("<script>alert"), path);
            assertFalse(answer.body().contains("<img src=x"), path);
            assertFalse(
                    Pattern.compile("<[a-z][^<>]*=\"[^\"]*\"'>")
                            .matcher(answer.body())
                            .find(),
                    () -> path + ": a quotation mark ends an attribute");
        }
    }

    private static String evil() {
        return URLEncoder.encode(EVIL, StandardCharsets.UTF_8);
    }

    /** @return the name of each parameter that the package of the page reads, and of each field of its forms */
    private static Set<String> parametersOf(String path) throws IOException {
        String first = path.substring(1).split("[/?]")[0];
        Page page = Pages.ALL.stream()
                .filter(known -> known.path().equals(first))
                .findFirst()
                .orElseThrow();
        String subject = page.getClass().getPackageName().replaceAll(".*[.]", "");
        Set<String> names = new TreeSet<>();
        for (Path folder : Stream.of(SOURCES.resolve(subject), Path.of("src/main/jte", subject))
                .filter(Files::isDirectory)
                .toList()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(AttackedPagesIT::isOfPages).toList()) {
                    String text = Files.readString(file);
                    List.of(READ, FIELD).forEach(pattern -> pattern.matcher(text)
                            .results()
                            .map(found -> found.group(1))
                            .forEach(names::add));
                }
            }
        }
        return names;
    }

    private static boolean isOfPages(Path file) {
        return file.toString().endsWith(".jte") || file.toString().endsWith(".java");
    }
}
