package org.lottrace.overview.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.overview.Overview;
import org.lottrace.api.overview.Search;
import org.lottrace.api.overview.SearchAnswer;
import org.lottrace.api.overview.SearchHit;
import org.lottrace.api.overview.SearchKind;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLines;
import org.lottrace.api.overview.TodayFigures;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.persistence.testing.TestDatabase;

@ParameterizedClass
@EnumSource
class OverviewServiceIT {
    /** The position, the sites, and one for each of eight figures. */
    private static final int STATEMENTS_OF_TODAY = 10;

    private static final int KINDS = 11;

    @Parameter
    Engine engine;

    private TestDatabase database;
    private TestCompany company;

    enum Engine {
        H2(TestDatabase::h2),
        POSTGRESQL(TestDatabase::postgresql);

        private final Supplier<TestDatabase> database;

        Engine(Supplier<TestDatabase> database) {
            this.database = database;
        }
    }

    @BeforeEach
    void open() {
        database = engine.database.get().withBakery();
        company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    }

    @AfterEach
    void close() {
        company.close();
    }

    @Test
    void the_figures_of_a_company_with_nothing_are_all_there() {
        TodayFigures figures = company.service(Overview.class).today();

        assertEquals(NOW, figures.at());
        assertEquals(0, figures.ledgerPosition());
        assertEquals(List.of(new SiteDay(BERLIN, TODAY), new SiteDay(POTSDAM, TODAY)), figures.sites());
        assertEquals(4, figures.stock().size());
        assertEquals(TodayRules.WEEKS, figures.expiring().size());
        assertEquals(new TodayFigures.SalesOrders(0, 0, TODAY.minusDays(60)), figures.salesOrders());
        assertEquals(new TodayFigures.Interchanges(0, 0, NOW.minus(Duration.ofDays(7))), figures.interchanges());
        assertEquals(List.of(), figures.recalls());
    }

    @Test
    void how_much_there_is_does_not_change_the_number_of_questions() {
        int before = statements(() -> company.service(Overview.class).today());
        for (int lot = 0; lot < 20; lot++) {
            stocked(aLot("L" + lot).expiring("2026-03-0" + (1 + lot % 9)).build());
            order("SO" + lot);
        }

        assertEquals(
                STATEMENTS_OF_TODAY,
                before,
                () -> String.join("\n", SentStatements.of(() -> company.service(Overview.class)
                        .today())));
        assertEquals(before, statements(() -> company.service(Overview.class).today()));
        TodayFigures figures = company.service(Overview.class).today();
        assertEquals(
                20, figures.stock().stream().mapToLong(TodayFigures.Stock::lots).sum());
        assertEquals(20, figures.salesOrders().late());
    }

    @Test
    void a_page_of_stock_is_two_questions_besides_the_sites_however_many_lines_it_has() {
        for (int lot = 0; lot < 20; lot++) {
            stocked(aLot("L" + lot).build());
        }
        StockLines lines = company.service(StockLines.class);
        var last = lines.list(StockFilter.NONE, Optional.empty(), 5).get(4).key();

        assertEquals(
                statements(() -> lines.list(StockFilter.NONE, Optional.of(last), 1)),
                statements(() -> lines.list(StockFilter.NONE, Optional.of(last), 15)));
        assertEquals(15, lines.list(StockFilter.NONE, Optional.of(last), 500).size());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501})
    void a_page_has_a_limit(int limit) {
        StockLines lines = company.service(StockLines.class);

        assertThrows(IllegalArgumentException.class, () -> lines.list(StockFilter.NONE, Optional.empty(), limit));
    }

    @ParameterizedTest
    @CsvSource({
        "l1, MILL/FLOUR/L1",
        " L1 , MILL/FLOUR/L1",
        "flour/l1, MILL/FLOUR/L1",
        "MILL/FLOUR/L1, MILL/FLOUR/L1",
        "m-2026/1, MILL/FLOUR/L1",
        "(10)L1, MILL/FLOUR/L1",
        "(01)04012345000016(10)B7, MILL/BREAD/B7",
        "010401234500001610B7, MILL/BREAD/B7",
        "]d2010401234500001610B7{GS}17260331, MILL/BREAD/B7",
        "https://id.gs1.org/01/04012345000016/10/B7, MILL/BREAD/B7",
    })
    void a_lot_is_found_in_any_spelling(String text, String key) {
        stocked(aLot("L1").markedBySupplier("M-2026/1").build());
        stocked(aLot("L12").build());
        stocked(aLot("B7").of(BREAD).build());
        stocked(aLot("B7").build());

        SearchHit hit = find(text).onlyExact().orElseThrow();

        assertEquals(SearchKind.LOT, hit.kind());
        assertEquals(key, hit.key());
    }

    @ParameterizedTest
    @CsvSource({
        "SN-7, MILL/BREAD/B7 MILL/FLOUR/L1",
        "(01)04012345000016(21)SN-7, MILL/BREAD/B7",
        "(01)04012345000016(10)B9(21)SN-7, MILL/BREAD/B7",
        "sn-7, ''",
    })
    void a_piece_is_found_by_its_serial_number(String text, String lots) {
        came(aLot("L1").build());
        came(aLot("B7").of(BREAD).build());

        assertEquals(
                lots,
                find(text).kinds().stream()
                        .flatMap(kind -> kind.hits().stream())
                        .filter(hit -> hit.kind() == SearchKind.LOT)
                        .map(SearchHit::key)
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    /** A piece with serial number SN-7. */
    private void came(Lot lot) {
        database.unitOfWork().run(() -> database.lots().insert(lot));
        company.service(Ledger.class)
                .append(anEvent("r-" + lot.key().number(), EventType.RECEIVE)
                        .with(new EventLine(
                                lot.key(),
                                Position.at(Place.party(Bakery.MILL)),
                                Position.at(in(SHELF)),
                                quantity("1 " + Bakery.item(lot.key().item()).baseUnit()),
                                quantity("1 " + Bakery.item(lot.key().item()).baseUnit()),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(KeyDataElement.SERIAL.is(new KeyDataValue.Text("SN-7")))))
                        .build())
                .toOptional()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "bread, ITEM, BREAD",
        "04012345000016, ITEM, BREAD",
        "(01)04012345000016, ITEM, BREAD",
        "mill, PARTY, MILL",
        "so1, SALES_ORDER, SO1",
        "po-so1, SALES_ORDER, SO1",
        "(400)PO-SO1, SALES_ORDER, SO1",
    })
    void what_has_that_name_is_the_only_exact_hit(String text, SearchKind kind, String key) {
        order("SO1");
        order("SO12");

        SearchHit hit = find(text).onlyExact().orElseThrow();

        assertEquals(kind, hit.kind());
        assertEquals(key, hit.key());
    }

    @Test
    void exact_hits_come_first_and_what_is_left_out_is_said() {
        for (int lot = 0; lot < 11; lot++) {
            stocked(aLot("A" + (char) ('A' + lot)).build());
        }
        stocked(aLot("A").build());

        SearchAnswer.Hits lots = find("a").kinds().get(0);

        assertEquals(SearchKind.LOT, lots.kind());
        assertEquals(Search.HITS_OF_A_KIND, lots.hits().size());
        assertEquals("A", lots.hits().get(0).title());
        assertEquals(true, lots.more());
        assertEquals(false, find("aa").kinds().get(0).more());
    }

    @Test
    void a_text_that_says_nothing_finds_nothing_and_asks_nothing() {
        assertEquals(new SearchAnswer("", List.of()), find("  "));
        assertEquals(List.of(), find("x".repeat(201)).kinds());
        assertEquals(0, statements(() -> find(" ")));
    }

    /** And one for pieces with that serial number. */
    @ParameterizedTest
    @CsvSource({
        "R-17, " + KINDS,
        "340123450000000017, " + KINDS,
        "x, " + (KINDS - 1),
        "(10)x, 1",
        "(01)04012345000016, 1"
    })
    void each_kind_is_one_question_at_most(String text, int statements) {
        assertEquals(statements, statements(() -> find(text)));
    }

    private SearchAnswer find(String text) {
        return company.service(Search.class).find(text);
    }

    private void stocked(Lot lot) {
        database.unitOfWork().run(() -> {
            database.lots().insert(lot);
            database.stock().save(List.of(new StockBalance(lot.key(), Position.at(in(SHELF)), quantity("1 KGM"))));
        });
    }

    private void order(String number) {
        database.unitOfWork().run(() -> database.salesOrders()
                .save(aSalesOrder(number)
                        .deliveredOn("2026-03-01")
                        .ordering(BREAD, "1 CS")
                        .build()));
    }

    private static int statements(Runnable question) {
        return (int) SentStatements.of(question).stream()
                .filter(sql -> !sql.equals(SentStatements.COMMIT))
                .count();
    }
}
