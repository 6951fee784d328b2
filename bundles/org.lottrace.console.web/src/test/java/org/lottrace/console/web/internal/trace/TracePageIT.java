package org.lottrace.console.web.internal.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.operation.Role;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.quality.Holds;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.console.web.internal.ConsoleUnderTest;

/** On the real services of a bakery: two lots of flour, ten of bread from the first, one of them shipped. */
class TracePageIT {
    private static ConsoleUnderTest console;
    private static TestCompany company;

    @BeforeAll
    static void bake() {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        company = bakery.company();
        for (int i = 1; i <= 10; i++) {
            bakery.baked("B" + i);
        }
        bakery.hold(bread("B1"));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "30 C62", "2.50 C62").build());
        bakery.reserve("SO1", 1, bread("B2"), SHELF, "30 C62");
        recorded(bakery.ship("ship", "SH1", "SO1", leaving(1, on(SHELF, bread("B2"), "30 C62"))));
        console = ConsoleUnderTest.with(
                List.of(new TracePage()),
                company.service(Genealogy.class),
                company.service(LotMaster.class),
                company.service(SerialPieces.class),
                company.service(Identification.class),
                company.service(ItemCatalog.class),
                company.service(SiteDirectory.class),
                company.service(PartnerDirectory.class),
                company.service(Holds.class));
    }

    @AfterAll
    static void stop() {
        console.close();
        company.close();
    }

    @BeforeEach
    void logIn() {
        console.openAnotherBrowser();
        console.loggedInAs(Role.QUALITY);
    }

    @Test
    void without_a_lot_the_page_asks_for_one() {
        String page = found("/trace");

        assertTrue(page.contains("Type a lot to see where it went"), page);
        assertFalse(page.contains("class=\"trace-drawing\""), page);
    }

    @Test
    void forward_the_drawing_shows_what_was_made_of_the_lot_and_who_got_it() {
        String page = found("/trace?lots=FLOUR/L1");

        assertTrue(page.contains("lot L1 of FLOUR"), page);
        assertTrue(page.contains("lot B2 of BREAD"), page);
        assertTrue(page.contains("on hold"), page);
        assertTrue(page.contains("consignee"), page);
        assertTrue(page.contains("href=\"/console/lot?key=" + encoded("BAKERY/BREAD/B2") + "\""), page);
    }

    @Test
    void many_lots_alike_are_one_box_that_a_link_opens_and_another_folds() {
        String folded = found("/trace?lots=FLOUR/L1");
        assertFalse(folded.contains("aria-label=\"lot B7 of BREAD"), folded);

        String open = addressIn(folded, "open=");
        String opened = found(open);

        assertTrue(opened.contains("aria-label=\"lot B7 of BREAD"), opened);
        String close = addressBefore(opened, ">Fold ");
        assertFalse(found(close).contains("aria-label=\"lot B7 of BREAD"));
    }

    @Test
    void backward_the_bread_leads_to_its_flour_and_not_to_other_bread() {
        String page = found("/trace?direction=BACKWARD&lots=BREAD/B2");

        assertTrue(page.contains("lot L1 of FLOUR"), page);
        assertFalse(page.contains("lot B3 of BREAD"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1", "l1", "FLOUR/L1", "flour/l1", "MILL/FLOUR/L1", "  L1  "})
    void a_lot_is_found_in_any_spelling(String typed) {
        assertTrue(found("/trace?lots=" + encoded(typed)).contains("lot L1 of FLOUR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)04012345000016(10)B2",
                "010401234500001610B2",
                "(01)04012345000016(17)260312(10)B2",
                "]C1010401234500001610B2{GS}21X",
                "https://a.b/01/04012345000016/10/B2"
            })
    void what_was_scanned_is_found_by_gtin_and_lot(String scanned) {
        assertTrue(found("/trace?direction=BACKWARD&lots=" + encoded(scanned)).contains("lot B2 of BREAD"));
    }

    @Test
    void several_lots_are_traced_together() {
        String page = found("/trace?lots=" + encoded("L1 FLOUR/L2"));

        assertTrue(page.contains("lot L1 of FLOUR") && page.contains("lot L2 of FLOUR"), page);
    }

    @ParameterizedTest
    @CsvSource({
        "'lots=NOPE', There is no lot NOPE",
        "'lots=(01)04012345000017(10)B2', 'INCORRECT_CHECK_DIGIT, character 18'",
        "'lots=(01)94012345000019(10)B2', No item has the GTIN 94012345000019",
        "'lots=L1&direction=UP', There is no direction UP",
        "'lots=L1&until=yesterday', yesterday is no date",
        "'lots=L1&known=2026-13-01', 2026-13-01 is no date",
        "'lots=L1&share=150', 150 is more than 100 percent",
        "'lots=L1&share=-1', -1",
        "'lots=L1&share=1e9', 1e9",
        "'lots=L1&share=1,234', '1,234'",
        "'lots=L1&open=item:BREAD@0', item:BREAD@0 is no group",
        "'lots=L1&page=0', 0 is no page"
    })
    void what_cannot_be_traced_is_said(String query, String problem) {
        HttpResponse<String> answer = console.get("/trace?" + query);

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains(problem), answer.body());
        assertTrue(answer.body().contains("This cannot be traced"), answer.body());
        assertFalse(answer.body().contains("class=\"trace-drawing\""), answer.body());
    }

    @Test
    void all_problems_are_said_together() {
        String page = console.get("/trace?lots=NOPE&until=x&share=y").body();

        assertTrue(page.contains("NOPE") && page.contains("x is no date") && page.contains("<li>"), page);
    }

    @Test
    void a_group_that_is_not_there_is_said_and_the_rest_is_drawn() {
        String page = found("/trace?lots=L1&open=item:CAKE");

        assertTrue(page.contains("Could not be opened"), page);
        assertTrue(page.contains("class=\"trace-drawing\""), page);
    }

    @ParameterizedTest
    @CsvSource({
        "until, 2026-03-01, false",
        "until, 2026-03-02, true",
        "known, 2026-03-01, false",
        "known, 2026-12-31, true"
    })
    void the_past_is_shown_as_it_was(String field, String day, boolean hasBread) {
        assertEquals(hasBread, found("/trace?lots=L1&" + field + "=" + day).contains("of BREAD"));
    }

    @Test
    void a_day_is_stepped_back_and_forth_by_links() {
        String page = found("/trace?lots=L1&until=2026-03-02");

        assertTrue(page.contains("/console/trace?lots=L1&amp;until=2026-03-01"), page);
        assertTrue(page.contains("/console/trace?lots=L1&amp;until=2026-03-03"), page);
    }

    @Test
    void suspect_quantities_are_said_when_asked_for_only() {
        assertTrue(found("/trace?lots=L1&suspect=yes").contains("1,000 kg suspect"));
        assertFalse(found("/trace?lots=L1").contains("kg suspect"));
    }

    @Test
    void lots_that_can_have_only_little_of_the_suspect_goods_are_hidden_and_counted() {
        assertTrue(found("/trace?lots=L1&share=10").contains("of BREAD"));

        String little = found("/trace?lots=L1&share=10.5");

        assertFalse(little.contains("of BREAD"), little);
        assertTrue(little.contains("less of the suspect goods: 10 lots"), little);
    }

    @Test
    void the_table_has_every_connection_with_its_shares() {
        String page = found("/trace?lots=L1");

        assertTrue(page.contains("1 to 12 of 12"), page);
        assertTrue(page.contains("Became part of") && page.contains("Received") && page.contains("Shipped"), page);
        assertTrue(page.contains("10%"), page);
    }

    @Test
    void the_table_is_for_a_spreadsheet_too() {
        HttpResponse<String> csv = console.get("/trace/trace.csv?lots=L1");

        assertEquals(Optional.of("text/csv;charset=utf-8"), csv.headers().firstValue("Content-Type"));
        List<String> lines = csv.body().lines().toList();
        assertEquals(
                "\uFEFFposition,at,site,kind,from,to,quantity,unit,shareOfInput,shareOfOutput,certainty", lines.get(0));
        assertEquals(13, lines.size());
        assertTrue(lines.get(1).contains(",BER,RECEIVE,MILL,MILL/FLOUR/L1,1000,KGM,,,KNOWN"), lines.get(1));
        assertTrue(
                lines.stream()
                        .anyMatch(line ->
                                line.contains("EDGE,MILL/FLOUR/L1,BAKERY/BREAD/B1,100,KGM,0.100000,1.000000,KNOWN")),
                csv.body());
    }

    @Test
    void the_drawing_is_a_file_too() {
        HttpResponse<String> svg = console.get("/trace/trace.svg?lots=L1");
        HttpResponse<String> pdf = console.get("/trace/trace.pdf?lots=L1");

        assertTrue(svg.body().startsWith("<svg ") && svg.body().contains("<style>"), svg.body());
        assertEquals(
                Optional.of("attachment; filename=\"trace.svg\""), svg.headers().firstValue("Content-Disposition"));
        assertTrue(pdf.body().startsWith("%PDF-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/trace/other.svg?lots=L1",
                "/trace/trace.svg",
                "/trace/trace.csv?lots=NOPE",
                "/trace/x/y?lots=L1"
            })
    void there_are_no_other_files(String path) {
        assertEquals(404, console.get(path).statusCode());
    }

    @Test
    void what_somebody_typed_is_shown_as_they_typed_it() {
        String page = console.get(
                        "/trace?lots=" + encoded("<script>alert(1)</script>") + "&open=" + encoded("\"><script>"))
                .body();

        assertFalse(page.contains("<script>"), page);
        assertTrue(page.contains("&lt;script>") || page.contains("&lt;script&gt;"), page);
    }

    @Test
    void a_strict_policy_has_nothing_to_refuse_in_the_page() {
        String page = found("/trace?lots=L1&suspect=yes");

        assertFalse(page.contains(" style=") || page.contains("<style") || page.contains(" onclick"), page);
    }

    @Test
    void german_readers_read_german() {
        String page = console.get("/trace?lots=L1", "Accept-Language", "de-DE").body();

        assertTrue(page.contains("Charge L1 von FLOUR") && page.contains("Verbindungen"), page);
    }

    @Test
    void who_has_not_logged_in_sees_no_trace() {
        console.openAnotherBrowser();

        assertEquals(303, console.get("/trace?lots=L1").statusCode());
    }

    private static LotKey bread(String number) {
        return LotKey.parse("BAKERY/BREAD/" + number);
    }

    private static String found(String path) {
        HttpResponse<String> answer = console.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    /** The address below {@code /console} of the first link that holds a text. */
    private static String addressIn(String page, String text) {
        int at = page.indexOf(text, page.indexOf("class=\"trace-drawing\""));
        assertTrue(at > 0, page);
        return address(page, at);
    }

    private static String addressBefore(String page, String text) {
        return address(page, page.indexOf(text));
    }

    private static String address(String page, int at) {
        int start = page.lastIndexOf("href=\"/console", at) + "href=\"/console".length();
        return page.substring(start, page.indexOf('"', start)).replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
