package org.lottrace.it.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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

/** The console of the running distribution in a real browser, by mouse, keyboard and scanner. A whole run leaves pictures in {@code target/screenshots}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {
    private static final Path PICTURES = Path.of(System.getProperty("it.target"), "screenshots");
    /** Before the path of a page that takes half a minute to be looked at. */
    private static final String LARGE = "large ";

    private static final int CHANGES_THE_COMPANY = Integer.MAX_VALUE - 1;
    private static final int HOLDS_MOST_OF_THE_COMPANY = Integer.MAX_VALUE;

    private static LotTraceProcess lottrace;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        lottrace = new LotTraceProcess("console");
        browser = Browser.at(lottrace.address());
        assertEquals(0, lottrace.script("run").status());
        assertEquals(204, lottrace.rest("production-orders", """
                {"orders": [{"number": "MO-900", "site": "HAM", "date": "2026-11-27", "lines": [
                  {"number": 1, "role": "MAIN_PRODUCT", "item": "FG-4001", "quantity": "10:C62", "scrapPercent": "0"},
                  {"number": 2, "role": "COMPONENT", "item": "RM-1006", "quantity": "1:KGM", "scrapPercent": "0"}]}]}
                """));
        assertEquals(204, lottrace.rest("transfer-orders", """
                {"orders": [{"number": "TR-900", "fromSite": "HAM", "toSite": "LEJ", "arrivalDate": "2026-11-30", "lines": [
                  {"number": 1, "item": "RM-1006", "quantity": "1:KGM"}]}]}
                """));
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
        Colleague.haveGoneHome();
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
        picture(path, "desktop");
        List<String> light = browser.barriers();
        browser.use(Screen.DESKTOP, "dark");
        List<String> dark = browser.tooLittleContrast();
        picture(path, "desktop-dark");
        browser.use(Screen.PHONE, "light");
        boolean isTooWide = browser.isTooWide();
        List<String> phone = Size.isWhole() ? browser.barriers() : List.of();
        picture(path, "phone");
        browser.use(Screen.DESKTOP, "light");

        assertAll(
                () -> assertEquals(List.of(), browser.errors()),
                () -> assertEquals(List.of(), light, "light"),
                () -> assertEquals(List.of(), dark, "dark"),
                () -> assertEquals(List.of(), phone, "phone"),
                () -> assertFalse(isTooWide, "a phone has to be scrolled sideways"));
    }

    /** From a phone to a screen of 4K, without a mouse that could scroll sideways. */
    @ParameterizedTest
    @MethodSource("pages")
    void nothing_sticks_out_and_lines_can_be_read_on_every_width(String path) {
        browser.use(Screen.DESKTOP, "light");
        browser.open(path);
        List<String> wrong = new ArrayList<>();
        for (Screen screen : Screen.values()) {
            for (String theme : List.of("light", "dark")) {
                browser.use(screen, theme);
                String where = screen + " " + theme + ": ";
                if (browser.isTooWide()) {
                    wrong.add(where + "has to be scrolled sideways");
                }
                browser.linesTooLong().forEach(line -> wrong.add(where + "long line: " + line));
            }
        }
        browser.use(Screen.DESKTOP, "light");

        assertEquals(List.of(), wrong);
    }

    /** Their numbers are other ones in each installation: those that a list leads to. */
    @ParameterizedTest
    @ValueSource(strings = {"/partners/interchanges", "/stock?kind=LOCATION"})
    void what_a_list_leads_to_can_be_read_by_everybody(String list) {
        browser.use(Screen.DESKTOP, "light");
        browser.open(list);
        browser.follow("main tbody a");
        List<String> light = browser.barriers();
        browser.use(Screen.PHONE, "dark");
        List<String> dark = browser.tooLittleContrast();
        boolean isTooWide = browser.isTooWide();
        browser.use(Screen.DESKTOP, "light");

        assertEquals(List.of(), light, browser.path());
        assertEquals(List.of(), dark, browser.path());
        assertFalse(isTooWide, browser.path());
    }

    /** Every page of a case, right after it was opened. */
    @Test
    @Order(HOLDS_MOST_OF_THE_COMPANY)
    void the_pages_of_a_recall_can_be_read_by_everybody() throws Exception {
        AtomicReference<String> number = new AtomicReference<>();
        as("recall-coordinator", own -> {
            number.set(RecallInTheBrowser.opens(own, "RM-1007/ME-26299-2"));
            for (String tab : List.of("", "/lots", "/consignees", "/notices", "/checks", "/quantities", "/file")) {
                own.open("/recall/" + number.get() + tab);
                assertEquals(List.of(), own.barriers(), tab);
                own.use(Screen.PHONE, "dark");
                assertEquals(List.of(), own.tooLittleContrast(), tab);
                assertFalse(own.isTooWide(), tab);
                own.use(Screen.DESKTOP, "light");
            }
        });
        as("recall-signatory", own -> RecallInTheBrowser.cancels(own, number.get()));
    }

    /** For people, so in a whole run only. */
    private static void picture(String path, String kind) throws IOException {
        if (Size.isWhole()) {
            String name = path.equals("/") ? "today" : path.substring(1).replaceAll("[^A-Za-z0-9-]+", "_");
            browser.picture(PICTURES.resolve(name + "-" + kind + ".png"));
        }
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

        browser.enter("a.trace-lot");
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

    /** By what a person sees alone: labels of fields, words on buttons. Loading pages counts; so does what is typed. */
    @Test
    @Order(HOLDS_MOST_OF_THE_COMPANY)
    void a_recall_goes_from_complaint_to_notices_in_less_than_a_minute() {
        browser.use(Screen.DESKTOP, "light");
        browser.open("/");
        long started = System.nanoTime();
        browser.choose("Recall");
        browser.choose("Open a recall");
        browser.fillIn("Suspect lots", "RM-1005/SAL-262711");
        browser.fillIn("What is wrong with the goods", "splinters of metal");
        browser.fillIn("What it can do to people", "cuts in mouth and throat");
        browser.fillIn("Whom they can ask", "Rita Recall, +49 40 1234567, recall@example.com");
        browser.choose("Preview");
        browser.waitFor("affected lots");
        browser.choose("Open the recall and block everything");
        browser.chooseBeginningWith("Consignees");
        browser.chooseBeginningWith("Notify consignees");
        browser.chooseBeginningWith("Notices");
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertTrue(browser.path().matches("/recall/R-[0-9]+/notices.*"), browser.path());
        assertTrue(browser.text().contains("Frischmarkt"), browser.text());
        // what else runs on the machine is counted, too: judged where nothing else does
        assertTrue(!Size.isWhole() || took.toSeconds() < 60, "it took " + took);
    }

    /** Each by somebody who has that role and no other: the form is offered, takes what is typed, and shows what was recorded. */
    @Test
    @Order(CHANGES_THE_COMPANY)
    void the_main_job_of_a_role_is_done_in_its_form() throws Exception {
        browser.use(Screen.DESKTOP, "light");
        browser.open("/stock?kind=LOCATION&site=HAM&disposition=SELLABLE&expired=no");
        String lot = browser.texts("td a.code").get(0);
        String location = browser.texts("td:nth-child(4) .code").get(0).replace("HAM/", "");

        as(
                "lottrace-shipper",
                own -> own.record(
                        "move", Map.of("location", "PICK-1", "lot0", lot, "location0", location, "amount0", "1")));
        as(
                "lottrace-controller",
                own -> own.record(
                        "count", Map.of("countSheet", "C-77", "lot0", lot, "location0", location, "amount0", "1")));
        as("lottrace-quality", own -> own.record("hold", Map.of("reason", "Seal is broken", "lot0", lot)));
        as("lottrace-quality", own -> own.record("release", Map.of("reason", "Seals were checked", "lot0", lot)));
        as("lottrace-master-data", own -> {
            own.open("/item?number=FG-4001");
            own.fillIn("Description", "Hummus, classic");
            own.choose("Save");
            own.waitFor("Saved.");
        });
        as("lottrace-accountant", own -> {
            own.open("/accounts/cogs?shipment=SH-90001");
            assertTrue(own.text().contains("SH-90001"), own.text());
        });
    }

    @Test
    void every_page_has_a_job_that_somebody_does() throws IOException {
        Set<String> without = pages().map(path -> path.substring(1).split("[/?]")[0])
                .filter(page -> !JobsInTheBrowser.pages().contains(page))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), without);
    }

    static Stream<String> roles() {
        return JobsInTheBrowser.roles();
    }

    @ParameterizedTest
    @MethodSource("roles")
    @Order(CHANGES_THE_COMPANY)
    void whoever_has_one_role_does_their_job_and_is_refused_what_is_not_theirs(String role) throws Exception {
        as(role, own -> {
            for (JobsInTheBrowser.Job job : JobsInTheBrowser.of(role)) {
                try {
                    job.work().doneIn(own);
                } catch (RuntimeException | AssertionError failed) {
                    own.errors(); // are of this job, and not of the next one
                    throw new AssertionError(role + " at /" + job.page() + " " + job.what() + ": " + failed, failed);
                }
                assertEquals(List.of(), own.errors(), job.page());
            }
            JobsInTheBrowser.isRefused(own, JobsInTheBrowser.REFUSED.get(role));
        });
    }

    /** From a purchase order to what was sold and what it cost: nothing but forms and links, and the orders that come from the ERP. */
    @Test
    @Order(CHANGES_THE_COMPANY)
    void a_day_of_the_company_is_recorded_and_looked_at() throws Exception {
        Pesto.isOrdered(lottrace);
        as("lottrace-receiver", own -> {
            DayInTheBrowser.checksAFile(own);
            DayInTheBrowser.receives(own);
        });
        as("lottrace-producer", DayInTheBrowser::produces);
        as("lottrace-shipper", DayInTheBrowser::ships);
        as("lottrace-receiver", DayInTheBrowser::takesBack);
        as("lottrace-accountant", DayInTheBrowser::opensTheCostDownToTheReceipt);
    }

    /** Beside the goods: masters, rules, orders, the books. What only administrators may do is done by the one who is there. */
    @Test
    @Order(CHANGES_THE_COMPANY)
    void the_work_of_the_office_is_done_in_its_forms() throws Exception {
        as("lottrace-master-data", own -> {
            OfficeInTheBrowser.importsItems(own);
            OfficeInTheBrowser.writesARuleOfAllocation(own);
        });
        as("lottrace-shipper", OfficeInTheBrowser::reservesForManyOrders);
        as("lottrace-accountant", OfficeInTheBrowser::locksAPeriod);
        as("lottrace-controller", own -> {
            OfficeInTheBrowser.signsAPeriod(own);
            OfficeInTheBrowser.opensAPeriodAgain(own);
        });
        browser.use(Screen.DESKTOP, "light");
        OfficeInTheBrowser.changesASetting(browser);
        OfficeInTheBrowser.changesAMapping(browser);
        OfficeInTheBrowser.makesAndRevokesAToken(
                browser, LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
    }

    /** Somebody looks at Today, and a program records something: the figures say so without a click. */
    @Test
    @Order(CHANGES_THE_COMPANY)
    void what_is_recorded_stands_on_an_open_page_within_a_second() throws Exception {
        String lot = lottrace.shell("lot:list RM-1006").get(0).get("key").asText();
        browser.use(Screen.DESKTOP, "light");
        browser.open("/");
        String before = browser.texts("#figures > p").get(0);
        browser.watch("#figures > p");

        assertEquals(201, lottrace.rest("holds", """
                {"context": {"id": "live-1", "effective": "2026-11-26T08:00:00Z", "site": "HAM"}, "lots": ["%s"], "reason": "colour"}
                """.formatted(lot)));
        long recorded = System.currentTimeMillis();

        long shownAfter = browser.changedAt() - recorded;
        assertNotEquals(before, browser.texts("#figures > p").get(0));
        // what else runs on the machine is counted, too: judged where nothing else does
        assertTrue(!Size.isWhole() || shownAfter < 1000, "after " + shownAfter + " ms");
    }

    @Test
    @Order(HOLDS_MOST_OF_THE_COMPANY)
    void each_step_of_a_recall_is_taken_by_the_one_whose_role_it_is() throws Exception {
        AtomicReference<String> number = new AtomicReference<>();
        as("recall-coordinator", own -> number.set(RecallInTheBrowser.opens(own, "RM-1007/ME-26299-2")));
        as("recall-quality", own -> RecallInTheBrowser.takesALotOut(own, number.get()));
        as("recall-signatory", own -> RecallInTheBrowser.cancels(own, number.get()));
    }

    private static void as(String role, Colleague.Job job) throws Exception {
        Colleague.does(lottrace, role, job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lottrace-auditor", "lottrace-receiver", "lottrace-accountant"})
    @Order(CHANGES_THE_COMPANY)
    void every_page_of_the_menu_opens_for_whoever_is_offered_it(String role) throws Exception {
        as(role, own -> {
            own.open("/");
            List<String> menu = own.menu();
            assertTrue(menu.size() > 2, own.text());
            for (String path : menu) {
                own.open(path);
                assertEquals(List.of(), own.errors(), path);
                assertFalse(own.text().contains("cannot be shown"), path);
            }
        });
    }
}
