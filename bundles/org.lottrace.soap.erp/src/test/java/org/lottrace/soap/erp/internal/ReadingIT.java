package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an ERP system reads of a company in which everything of the examples has happened. */
class ReadingIT {
    private static final String WHEAT = "<lot><item>R-WHEAT</item><number>W26-017</number></lot>";

    private final Company company = new Company().withTheExamples();

    @AfterEach
    void stop() {
        company.close();
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("getItems", "item", "number", List.of("F-FLOUR-1", "R-WHEAT")),
                Arguments.of("getPartners", "party", "id", List.of("C-200", "NORDLICHT", "S-100")),
                Arguments.of("getSites", "site", "company", List.of("NORDLICHT")),
                Arguments.of("getPurchaseOrders", "order", "supplier", List.of("S-100")),
                Arguments.of("getSalesOrders", "order", "customer", List.of("C-200")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void a_list_is_read_to_its_end_page_by_page(String operation, String row, String name, List<String> names) {
        List<String> read = new ArrayList<>();
        Optional<String> next = Optional.of("");
        for (int pages = 0; next.isPresent(); pages++) {
            assertTrue(pages < names.size(), "one row on each page, and no page without one");
            String after = next.get().isEmpty() ? "" : "<after>" + next.get() + "</after>";
            Answer page = answer(operation, after + "<limit>1</limit>");
            assertEquals(1, page.all(row).size(), page.body());
            read.add(page.all(name).get(0));
            next = page.all("next").stream().findFirst();
        }

        assertEquals(names, read);
        assertEquals(names.size(), answer(operation, "").all(row).size());
    }

    @Test
    void a_page_ends_early_when_the_answer_is_full() {
        Answer page = company.postWithAtMost(3, request("getItems", "")).valid();

        assertEquals(List.of("F-FLOUR-1"), page.all("number"), page.body());
        assertEquals(List.of("F-FLOUR-1"), page.all("next"));
    }

    @Test
    void lots_of_an_item_come_by_expiry_page_by_page() {
        Stream.of("2026-12-31", "2026-10-31", "2027-06-30")
                .forEach(expiry -> company.post(opening("W-" + expiry, expiry)));
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            Answer page = company.post(request("getLots", "<item>R-WHEAT</item>" + after + "<limit>3</limit>"))
                    .valid();
            read.addAll(page.all("expiry"));
            after = page.all("next").isEmpty()
                    ? ""
                    : page.body()
                            .substring(
                                    page.body().indexOf("<next>"), page.body().indexOf("</next>") + 7)
                            .replace("next>", "after>");
        } while (!after.isEmpty());

        assertEquals(List.of("2026-10-31", "2026-12-31", "2027-02-28", "2027-06-30"), read);
    }

    @Test
    void a_lot_is_told_with_its_dates_and_why_it_may_not_be_used() {
        company.post(movement("<hold><eventId>h1</eventId><time>2026-04-03T09:00:00+02:00</time><site>HAM</site>"
                + "<lot><issuer>S-100</issuer><item>R-WHEAT</item><number>W26-017</number></lot>"
                + "<reason>ergot</reason></hold>"));

        Answer lot = company.post(request("getLots", WHEAT)).valid();
        Answer usability = company.post(
                        request("getUsability", WHEAT + "<purpose>PRODUCTION</purpose><date>2027-03-01</date>"))
                .valid();

        assertEquals(List.of("2027-02-28"), lot.all("expiry"), lot.body());
        assertEquals(List.of("ON_HOLD"), lot.all("disposition"));
        assertEquals(List.of("ergot"), lot.all("dispositionReason"));
        assertEquals(List.of("h1"), lot.all("dispositionEvent"));
        assertEquals(List.of("false"), usability.all("usable"));
        assertEquals(List.of("LOT_ON_HOLD", "LOT_EXPIRED"), usability.all("code"), usability.body());
    }

    @Test
    void a_trace_tells_lots_edges_handovers_and_what_is_left() {
        Answer trace = answer("getTrace", WHEAT + "<direction>FORWARD</direction>");

        assertEquals(List.of("0", "1"), trace.all("level"), trace.body());
        assertEquals(List.of("KNOWN"), trace.all("certainty"));
        assertEquals(List.of("RECEIVE", "SHIP", "RETURN"), typesOfHandovers(trace));
        assertEquals(List.of("S-100", "C-200", "C-200"), trace.all("party"));
        assertEquals("11", trace.all("ledgerPosition").get(0));
        assertTrue(trace.all("kind").contains("LOCATION"), trace.body());
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of("as it was known before there was anything", "<knownAt>2020-01-01T00:00:00Z</knownAt>", 0),
                Arguments.of("up to the receipt", "<ledgerPosition>1</ledgerPosition>", 1),
                Arguments.of("before anything had happened", "<happenedBy>2020-01-01T00:00:00Z</happenedBy>", 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("times")
    void stock_is_told_as_it_was(String what, String then, int balances) {
        Answer ofLot = answer("getStock", WHEAT + then);
        Answer atSite = answer("getStock", "<site>HAM</site><item>R-WHEAT</item>" + then);

        assertEquals(balances, ofLot.all("quantity").size(), ofLot.body());
        assertEquals(balances, atSite.all("quantity").size(), atSite.body());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("times")
    void where_a_lot_was_and_whether_it_might_be_used_is_told_as_it_was(String what, String then, int places) {
        Answer where = answer("getWhereabouts", WHEAT + then);
        Answer usability =
                answer("getUsability", WHEAT + "<purpose>PRODUCTION</purpose><date>2026-05-01</date>" + then);

        assertEquals(places, where.all("state").size(), where.body());
        assertEquals(List.of(String.valueOf(places == 1)), usability.all("usable"), usability.body());
        assertEquals(places == 1 ? List.of() : List.of("LOT_UNKNOWN"), usability.all("code"));
    }

    @Test
    void stock_of_a_time_after_everything_is_the_stock_of_now() {
        Answer now = answer("getStock", "<site>HAM</site>");
        Answer then = answer("getStock", "<site>HAM</site><happenedBy>2099-01-01T00:00:00Z</happenedBy>");

        assertFalse(now.all("quantity").isEmpty(), now.body());
        assertEquals(now.all("quantity"), then.all("quantity"));
    }

    static Stream<Arguments> narrowed() {
        return Stream.of(
                Arguments.of("before the production", "<ledgerPosition>3</ledgerPosition>", 1, 0),
                Arguments.of("by what was known then", "<knownAt>2020-01-01T00:00:00Z</knownAt>", 1, 0),
                Arguments.of("by what had happened", "<happenedBy>2026-03-03T06:30:00+01:00</happenedBy>", 1, 0),
                Arguments.of("no level", "<levels>0</levels>", 1, 0),
                Arguments.of("without its edges", "<withoutEdges>true</withoutEdges>", 2, 0),
                Arguments.of("everything", "<withoutEdges>false</withoutEdges>", 2, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("narrowed")
    void a_trace_is_narrowed(String what, String narrowing, int lots, int edges) {
        Answer trace = answer("getTrace", WHEAT + "<direction>FORWARD</direction>" + narrowing);

        assertEquals(lots, trace.all("level").size(), trace.body());
        assertEquals(edges, trace.all("edge").size() / 2, "an edge and what is traced of it");
    }

    @Test
    void what_is_too_much_for_an_answer_is_refused_with_what_to_ask_for() {
        String trace = request("getTrace", WHEAT + "<direction>FORWARD</direction>");

        Answer refused = company.postWithAtMost(4, trace);
        Answer event = company.postWithAtMost(1, Example.ASK_EVENT);

        assertEquals(List.of("ANSWER_TOO_LARGE levels"), refused.violations(), refused.body());
        assertTrue(refused.all("message").get(0).endsWith("Ask for fewer levels, or withoutEdges."), refused.body());
        assertEquals(List.of("ANSWER_TOO_LARGE eventId"), event.violations(), event.body());
    }

    @Test
    void an_event_is_told_with_all_it_says() {
        Answer event = answer("getEvent", "<eventId>ham:2026-03-19:0002</eventId>");

        assertEquals(List.of("2026-03-19T15:00:00+01:00"), event.all("time"), event.body());
        assertEquals(List.of("erp"), event.all("actor"));
        assertEquals(List.of("j.meyer"), event.all("onBehalfOf"));
        assertEquals(List.of("LOCATION", "PARTY"), event.all("kind"));
        assertEquals(List.of("200"), event.all("quantity"));
        assertEquals(List.of("20"), event.all("entered"));
        assertEquals(64, event.all("hash").get(0).length());
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                unknown("getItems", "<number>X</number>", "ITEM_UNKNOWN number"),
                unknown("getItems", "<gtin>04000000009993</gtin>", "ITEM_UNKNOWN gtin"),
                unknown("getSites", "<id>X</id>", "SITE_UNKNOWN id"),
                unknown("getPartners", "<id>X</id>", "PARTY_UNKNOWN id"),
                unknown("getPurchaseOrders", "<number>X</number>", "ORDER_UNKNOWN number"),
                unknown("getSalesOrders", "<number>X</number>", "ORDER_UNKNOWN number"),
                unknown("getTransferOrders", "<number>X</number>", "ORDER_UNKNOWN number"),
                unknown("getLots", "<lot><number>X</number></lot>", "LOT_UNKNOWN lot"),
                unknown("getLots", "<item>X</item>", "ITEM_UNKNOWN item"),
                unknown(
                        "getUsability",
                        WHEAT + "<purpose>SHIPMENT</purpose><party>X</party><date>2026-05-01</date>",
                        "PARTY_UNKNOWN party"),
                unknown("getTrace", "<lot><number>X</number></lot><direction>BOTH</direction>", "LOT_UNKNOWN lot"),
                unknown("getWhereabouts", "<lot><number>X</number></lot>", "LOT_UNKNOWN lot"),
                unknown(
                        "getWhereabouts",
                        "<lot><issuer>S-100</issuer><item>R-WHEAT</item><number>X</number></lot>",
                        "LOT_UNKNOWN lot"),
                unknown("getAllocation", "<salesOrder>X</salesOrder>", "ORDER_UNKNOWN salesOrder"),
                unknown("cancelAllocation", "<salesOrder>X</salesOrder>", "ORDER_UNKNOWN salesOrder"),
                unknown("getEvent", "<eventId>X</eventId>", "EVENT_UNKNOWN eventId"));
    }

    private static Arguments unknown(String operation, String content, String violation) {
        return Arguments.of(operation, content, List.of(violation));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("unknown")
    void a_name_that_nobody_knows_is_refused(String operation, String content, List<String> violations) {
        Answer answer = company.post(request(operation, content));

        assertEquals(500, answer.status(), answer.body());
        assertEquals(violations, answer.violations(), answer.body());
    }

    @ParameterizedTest
    @CsvSource({
        "getTrace, <direction>BOTH</direction>",
        "getWhereabouts, ''",
        "getUsability, <purpose>PRODUCTION</purpose><date>2026-05-01</date>"
    })
    void a_number_that_two_lots_have_is_refused_until_the_item_is_named(String operation, String more) {
        Answer opened = company.post(opening("W26-017", "2026-12-31")
                .replace("<item>R-WHEAT</item>", "<item>F-FLOUR-1</item>")
                .replace("SILO-1", "A-01")
                .replace("KGM", "C62")
                .replace("TNE", "CS"));
        assertEquals(List.of("RECORDED"), opened.all("result"), opened.body());

        Answer number = company.post(request(operation, "<lot><number>W26-017</number></lot>" + more));

        assertEquals(List.of("LOT_AMBIGUOUS lot"), number.violations(), number.body());
        answer(operation, WHEAT + more);
        assertEquals(
                2,
                answer("getLots", "<lot><number>W26-017</number></lot>")
                        .all("key")
                        .size());
    }

    private static List<String> typesOfHandovers(Answer trace) {
        return trace.all("type").stream()
                .filter(List.of("RECEIVE", "SHIP", "RETURN")::contains)
                .toList();
    }

    private Answer answer(String operation, String content) {
        Answer answer = company.post(request(operation, content)).valid();
        assertEquals(200, answer.status(), answer.body());
        return answer;
    }

    private static String opening(String number, String expiry) {
        return movement("<openingStock><eventId>o-" + number + "</eventId><time>2026-04-02T08:00:00+02:00</time>"
                + "<site>HAM</site><countSheet>" + number + "</countSheet><line><lot><issuer>S-100</issuer>"
                + "<item>R-WHEAT</item><number>" + number + "</number></lot><expiry>" + expiry + "</expiry>"
                + "<location>SILO-1</location><quantity unit=\"KGM\">250</quantity>"
                + "<cost currency=\"EUR\" per=\"TNE\">210</cost></line></openingStock>");
    }

    private static String movement(String content) {
        return request("captureMovements", content);
    }

    private static String request(String operation, String content) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><" + operation
                + " xmlns=\"urn:lottrace:erp:1\">" + content + "</" + operation + "></soap:Body></soap:Envelope>";
    }
}
