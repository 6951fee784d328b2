package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.it.endtoend.Browser.Screen;
import org.openqa.selenium.Keys;

/** The console of the running distribution in a real browser, by mouse, keyboard and scanner. Pictures lie in {@code target/screenshots}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {
    private static final Path PICTURES = Path.of(System.getProperty("it.target"), "screenshots");
    private static final String PASSWORD = "a-long-password-1";
    /** Before the path of a page that takes half a minute to be looked at. */
    private static final String LARGE = "large ";

    private static final int CHANGES_THE_COMPANY = Integer.MAX_VALUE;

    private static LotTraceProcess lottrace;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("console");
        browser = Browser.at(lottrace.address());
        assertEquals(0, lottrace.script("run").status());
        browser.use(Screen.DESKTOP, "light");
        browser.logIn(
                "admin",
                Files.readString(lottrace.data("administrator.password")).strip());
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        lottrace.close();
    }

    static Stream<String> pages() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/org/lottrace/it/endtoend/pages.txt"))) {
            return lines
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .filter(line -> Size.isWhole() || !line.startsWith(LARGE))
                    .map(line -> line.replace(LARGE, ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_can_be_read_by_everybody_on_every_screen(String path) throws IOException {
        browser.use(Screen.DESKTOP, "light");
        browser.open(path);
        browser.picture(picture(path, "desktop"));
        List<String> light = browser.barriers();
        browser.use(Screen.DESKTOP, "dark");
        List<String> dark = browser.tooLittleContrast();
        browser.picture(picture(path, "desktop-dark"));
        browser.use(Screen.PHONE, "light");
        boolean isTooWide = browser.isTooWide();
        List<String> phone = Size.isWhole() ? browser.barriers() : List.of();
        browser.picture(picture(path, "phone"));
        browser.use(Screen.DESKTOP, "light");

        assertAll(
                () -> assertEquals(List.of(), browser.errors()),
                () -> assertEquals(List.of(), light, "light"),
                () -> assertEquals(List.of(), dark, "dark"),
                () -> assertEquals(List.of(), phone, "phone"),
                () -> assertFalse(isTooWide, "a phone has to be scrolled sideways"));
    }

    private static Path picture(String path, String kind) {
        String name = path.equals("/") ? "today" : path.substring(1).replaceAll("[^A-Za-z0-9-]+", "_");
        return PICTURES.resolve(name + "-" + kind + ".png");
    }

    @Test
    void the_name_of_the_server_is_enough_and_nothing_comes_from_elsewhere() {
        browser.open("/../");
        assertEquals("/", browser.path());
        assertTrue(browser.texts("h1").contains("Today"));
    }

    @Test
    void a_scanner_fills_in_field_after_field() {
        browser.open("/work/move");
        browser.find("[name=lot0]").sendKeys("RM-1005/SAL-262711" + Keys.ENTER);
        assertEquals("location0", browser.focused().getDomAttribute("name"));
        browser.focused().sendKeys("RM-01" + Keys.ENTER + "5" + Keys.ENTER + Keys.ENTER);
        assertEquals("container0", browser.focused().getDomAttribute("name"));
        assertEquals("/work/move", browser.path(), "nothing was sent yet");
    }

    @Test
    void a_trace_is_drawn_as_links_that_a_keyboard_reaches() {
        browser.open("/lot?key=RM-1005/SAL-262711");
        browser.choose("Where it went");
        assertTrue(browser.path().startsWith("/trace?"), browser.path());
        assertTrue(browser.texts(".trace-drawing .trace-title").contains("SAL-262711"), browser.text());

        browser.find("a.trace-lot").sendKeys(Keys.ENTER);
        assertTrue(browser.path().startsWith("/lot?"), browser.path());
    }

    @Test
    void what_cannot_be_traced_is_said_in_the_page_that_asked() {
        browser.open("/trace");
        browser.find("#lots").sendKeys("NO-SUCH-LOT" + Keys.ENTER);
        browser.waitFor("There is no lot NO-SUCH-LOT.");
        assertEquals(List.of(), browser.errors());
    }

    @Test
    void everything_that_is_wrong_with_an_entry_is_said_at_once_and_what_was_entered_stays() {
        browser.open("/work/count");
        browser.type("countSheet", "C-1");
        browser.type("lot0", "NO-SUCH-LOT");
        browser.type("location0", "FG-1");
        browser.type("amount0", "three");
        browser.type("amount1", "1");
        browser.choose("Record");
        assertEquals(1, browser.errors().size(), "422 is the answer");

        assertTrue(browser.texts(".note.bad li").size() >= 3, browser.text());
        assertEquals("three", browser.find("[name=amount0]").getDomProperty("value"));
    }

    @Test
    @Order(CHANGES_THE_COMPANY)
    void a_lot_is_held_and_released_from_its_page() throws Exception {
        String lot = lottrace.shell("lot:list FG-4001").get(0).get("key").asText();
        browser.open("/lot?key=" + lot);
        browser.choose("Put on hold");
        browser.type("reason", "Seal is broken");
        browser.choose("Record");
        browser.waitFor("Recorded.");
        browser.open("/lot?key=" + lot);
        assertTrue(browser.texts(".head .badge").contains("On hold"), browser.text());

        browser.choose("Release");
        browser.type("reason", "Seals were checked");
        browser.choose("Record");
        browser.waitFor("Recorded.");
        browser.open("/lot?key=" + lot);
        assertTrue(browser.texts(".head .badge").contains("Sellable"), browser.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lottrace-auditor", "lottrace-receiver", "lottrace-accountant"})
    @Order(CHANGES_THE_COMPANY)
    void every_page_of_the_menu_opens_for_whoever_is_offered_it(String role) throws Exception {
        lottrace.enter("console-" + role, PASSWORD, role);
        try (Browser own = Browser.at(lottrace.address())) {
            own.use(Screen.DESKTOP, "light");
            own.logIn("console-" + role, PASSWORD);
            List<String> menu = own.menu();
            assertTrue(menu.size() > 2, own.text());
            for (String path : menu) {
                own.open(path);
                assertEquals(List.of(), own.errors(), path);
                assertFalse(own.text().contains("cannot be shown"), path);
            }
        }
    }
}
