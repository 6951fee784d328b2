package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.console.web.internal.ConsoleUnderTest.NOW;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Identified;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.identification.ScanForm;
import org.lottrace.api.identification.ScanProblem;
import org.lottrace.api.identification.WrittenElements;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.overview.OpenOrder;
import org.lottrace.api.overview.Overview;
import org.lottrace.api.overview.Search;
import org.lottrace.api.overview.SearchAnswer;
import org.lottrace.api.overview.SearchHit;
import org.lottrace.api.overview.SearchKind;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.StockLines;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.overview.TodayFigures;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.Fake;

class OverviewPagesTest {
    private static final SiteId HAM = new SiteId("HAM");
    private static final Sscc UNIT = new Sscc("340123450000000017");

    private final Services services = new Services();
    private final ConsoleUnderTest console = ConsoleUnderTest.with(
                    Pages.ALL,
                    services,
                    Fake.of(ExceptionCases.class)
                            .when("figures", none -> new ExceptionFigures(31, 29))
                            .build())
            .loggedInAs(Role.QUALITY);

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void each_figure_of_today_is_there_and_leads_to_its_rows() {
        String page = console.get("/").body();

        for (StockState state : StockState.values()) {
            assertTrue(page.contains("<strong>" + (11 + state.ordinal()) + "</strong>"), state.code());
        }
        assertTrue(page.contains("/console/stock?kind=LOCATION&amp;disposition=ON_HOLD\""));
        assertTrue(page.contains("/console/stock?kind=LOCATION&amp;disposition=SELLABLE&amp;expired=yes\""));
        assertTrue(page.contains("from=2026-11-23&amp;until=2026-11-29\""));
        assertTrue(page.contains("/console/stock?kind=IN_TRANSIT\""));
        assertTrue(page.contains("<strong>31</strong>") && page.contains("29 of them late"));
        assertTrue(page.contains("R-000017"));
        assertTrue(page.contains("overdue"));
        assertTrue(page.contains("sse-connect=\"/console/events?after=4711\""));
    }

    @Test
    void the_value_of_the_stock_leads_to_its_rows_for_whoever_may_know_it() {
        try (ConsoleUnderTest accountants = ConsoleUnderTest.with(
                Pages.ALL,
                services,
                Fake.of(LotCosting.class)
                        .when("inventoryValue", none -> Optional.of(Money.parse("EUR 130.50")))
                        .build(),
                Fake.of(ExceptionCases.class)
                        .when("figures", none -> new ExceptionFigures(0, 0))
                        .build())) {
            String page = accountants.loggedInAs(Role.ACCOUNTANT).get("/").body();

            assertTrue(page.contains("href=\"/console/accounts\"><span>Value of stock"), page);
        }
    }

    @Test
    void the_longest_bar_is_as_long_as_there_is_room_and_a_week_without_lots_has_none() {
        String page = console.get("/").body();

        assertTrue(page.contains("<rect width=\"100\""));
        assertTrue(page.contains("<rect width=\"50\""));
        assertTrue(page.contains("<rect width=\"0\""));
    }

    @Test
    void what_the_filter_says_is_asked_for() {
        console.get(
                "/stock?kind=LOCATION&site=HAM&location=A-01&item=BREAD&lot=+L1+&sscc=340123450000000017&disposition=ON_HOLD&expired=no"
                        + "&from=2026-11-01&until=2026-11-30");

        assertEquals(
                new StockFilter(
                        Optional.of(PlaceKind.LOCATION),
                        Optional.of(HAM),
                        Optional.of(new LocationId("A-01")),
                        Optional.of(new ItemNumber("BREAD")),
                        "L1",
                        Optional.of(new Sscc("340123450000000017")),
                        Optional.of(Disposition.ON_HOLD),
                        Optional.of(false),
                        Optional.of(LocalDate.parse("2026-11-01")),
                        Optional.of(LocalDate.parse("2026-11-30"))),
                services.asked.get(0));
    }

    @ParameterizedTest
    @CsvSource({"kind=SHELF", "site=H/M", "from=tomorrow", "disposition=GOOD", "after=x&place-kind=LOCATION&place=HAM/A"
    })
    void what_is_no_value_of_its_field_is_said(String query) {
        assertEquals(400, console.get("/stock?" + query).statusCode());
    }

    @Test
    void the_next_page_begins_behind_the_last_line_and_keeps_the_filter() {
        services.lines = lines(51);
        String page = console.get("/stock?item=BREAD").body();

        assertTrue(page.contains("BREAD/L49"));
        assertFalse(page.contains("BREAD/L50"));
        assertTrue(page.contains("/console/stock?item=BREAD&amp;after=MILL%2FBREAD%2FL49&amp;place-kind=LOCATION"
                + "&amp;place=HAM%2FA-01&amp;unit=" + UNIT));
        console.get("/stock?item=BREAD&after=MILL%2FBREAD%2FL49&place-kind=LOCATION&place=HAM%2FA-01&unit=" + UNIT);
        assertEquals(Optional.of(lines(50).get(49).key()), services.after);
    }

    @Test
    void the_last_page_has_no_next_one() {
        services.lines = lines(50);

        assertFalse(console.get("/stock").body().contains("after="));
    }

    @Test
    void the_file_has_all_lines_and_no_formula() {
        services.lines = lines(1201);
        HttpResponse<String> file = console.get("/stock/stock.csv?item=BREAD");
        List<String> rows = file.body().lines().toList();

        assertEquals(1202, rows.size());
        assertEquals(
                "BREAD,\"'=Bread, \"\"rye\"\"\",L0,MILL,LOCATION,HAM/A-01," + UNIT
                        + ",12.5,KGM,0,2026-11-30,,ON_HOLD,glass,no",
                rows.get(1));
        assertEquals(
                "attachment; filename=\"stock.csv\"",
                file.headers().firstValue("Content-Disposition").orElse(""));
    }

    @Test
    void one_exact_hit_leads_straight_there() {
        services.hits =
                List.of(hit(SearchKind.LOT, "MILL/BREAD/L1", true), hit(SearchKind.LOT, "MILL/BREAD/L12", false));

        HttpResponse<String> answer = console.get("/search?q=L1");

        assertEquals(303, answer.statusCode());
        assertEquals(
                "/console/lot?key=MILL%2FBREAD%2FL1",
                answer.headers().firstValue("Location").orElse(""));
    }

    @Test
    void several_hits_are_listed_by_kind_with_what_tells_them_apart() {
        services.hits = List.of(hit(SearchKind.LOT, "MILL/BREAD/L1", true), hit(SearchKind.ITEM, "L1", true));

        String page = console.get("/search?q=L1").body();

        assertTrue(page.contains("/console/lot?key=MILL%2FBREAD%2FL1"));
        assertTrue(page.contains("/console/lots?item=L1"));
        assertTrue(page.contains("There are more."));
    }

    @ParameterizedTest
    @CsvSource({
        "LOT, MILL/BREAD/L1, /console/lot?key=MILL%2FBREAD%2FL1",
        "LOGISTIC_UNIT, 340123450000000017, /console/unit?sscc=340123450000000017",
        "PURCHASE_ORDER, PO1, /console/purchase-order?number=PO1",
        "SALES_ORDER, SO1, /console/order?number=SO1",
        "DOCUMENT, COUNT_SHEET/C/1, /console/ledger?document=COUNT_SHEET%3AC%2F1",
        "EVENT, e1, /console/event?id=e1"
    })
    void the_only_thing_of_that_name_is_opened_at_once(SearchKind kind, String key, String page) {
        services.hits = List.of(hit(kind, key, true));

        assertEquals(Optional.of(page), console.get("/search?q=x").headers().firstValue("Location"));
    }

    @Test
    void a_hit_whose_page_the_reader_may_not_see_is_shown_and_leads_nowhere() {
        services.hits = List.of(hit(SearchKind.SHIPMENT, "SH1", true));

        HttpResponse<String> answer = console.get("/search?q=SH1");

        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("SH1"));
    }

    @Test
    void what_was_looked_for_is_text_and_never_markup() {
        String page = console.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body();

        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains("Nothing is called so."));
    }

    @Test
    void what_is_wrong_with_a_scan_is_said() {
        services.problems = List.of(new ScanProblem(17, 1, "01", "INCORRECT_CHECK_DIGIT", "it is wrong"));

        String page = console.get("/search?q=(01)04012345000017").body();

        assertTrue(page.contains("(01) it is wrong [INCORRECT_CHECK_DIGIT, character 18]"), page);
    }

    private static SearchHit hit(SearchKind kind, String key, boolean exact) {
        return new SearchHit(kind, key, key, "Bread · 2026-11-30", exact);
    }

    private static List<StockLine> lines(int number) {
        return IntStream.range(0, number)
                .mapToObj(lot -> new StockLine(
                        new Lot(
                                LotKey.parse("MILL/BREAD/L" + lot),
                                Optional.empty(),
                                Optional.of(LocalDate.parse("2026-11-30")),
                                Optional.empty(),
                                Optional.empty()),
                        "=Bread, \"rye\"",
                        Position.at(Place.location(HAM, new LocationId("A-01")), UNIT),
                        Quantity.of("12.5", "KGM"),
                        Quantity.of("0", "KGM"),
                        Disposition.ON_HOLD,
                        "glass",
                        false))
                .toList();
    }

    /** What a test says is there. */
    private static final class Services implements Overview, StockLines, Search, SiteDirectory, Identification {
        private final List<StockFilter> asked = new ArrayList<>();
        private Optional<StockLine.Key> after = Optional.empty();
        private List<StockLine> lines = List.of();
        private List<SearchHit> hits = List.of();
        private List<ScanProblem> problems = List.of();

        @Override
        public Scan read(String scan) {
            return new Scan(ScanForm.TEXT, List.of(), Identified.NOTHING, problems, List.of(), List.of());
        }

        @Override
        public Outcome<List<WrittenElements>> write(List<List<ElementValue>> symbols, String resolver) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<OpenOrder> openOrders(boolean late, Optional<OpenOrder.Key> after, int limit) {
            throw new UnsupportedOperationException("no page of this test asks for orders");
        }

        @Override
        public TodayFigures today() {
            LocalDate monday = LocalDate.parse("2026-11-23");
            return new TodayFigures(
                    NOW,
                    4711,
                    List.of(),
                    Arrays.stream(StockState.values())
                            .map(state -> new TodayFigures.Stock(state, 11 + state.ordinal(), 1))
                            .toList(),
                    IntStream.range(0, 8)
                            .mapToObj(week -> new TodayFigures.Week(monday.plusWeeks(week), week < 3 ? week * 4 : 0))
                            .toList(),
                    new TodayFigures.Road(1, 2, 3, Optional.of(NOW)),
                    new TodayFigures.SalesOrders(4, 5, monday),
                    new TodayFigures.Receipts(6, 7, 5),
                    new TodayFigures.Interchanges(8, 9, NOW),
                    10,
                    List.of(new TodayFigures.OpenRecall(
                            RecallCaseId.of(17), RecallMode.REAL, Optional.of(NOW.minusSeconds(1)))));
        }

        @Override
        public List<StockLine> list(StockFilter filter, Optional<StockLine.Key> last, int limit) {
            asked.add(filter);
            after = last;
            int from = last.map(
                            key -> lines.stream().map(StockLine::key).toList().indexOf(key) + 1)
                    .orElse(0);
            return lines.subList(from, Math.min(lines.size(), from + limit));
        }

        @Override
        public SearchAnswer find(String text) {
            return new SearchAnswer(
                    text,
                    Arrays.stream(SearchKind.values())
                            .map(kind -> new SearchAnswer.Hits(
                                    kind,
                                    hits.stream()
                                            .filter(hit -> hit.kind() == kind)
                                            .toList(),
                                    true))
                            .filter(kind -> !kind.hits().isEmpty())
                            .toList());
        }

        @Override
        public List<Violation> save(List<Site> sites) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Site> find(SiteId id) {
            return all().stream().filter(site -> site.id().equals(id)).findFirst();
        }

        @Override
        public List<Site> all() {
            return List.of(new Site(
                    HAM,
                    new PartyId("NORDLICHT"),
                    "Hamburg",
                    Optional.empty(),
                    ZoneId.of("Europe/Berlin"),
                    LocalTime.of(6, 0),
                    "{seq:4}",
                    List.of()));
        }
    }
}
