package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.RecallCostDraft.OverRecall;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.report.OwnerFigures;
import org.lottrace.api.recall.report.OwnerReport;
import org.lottrace.api.recall.report.RecallReach;
import org.lottrace.api.recall.report.WriteOff;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class OwnerPageTest {
    private static final LocalDate GO_LIVE = LocalDate.of(2026, 3, 1);
    private static final List<WriteOff> LINES =
            IntStream.range(1, 61).mapToObj(OwnerPageTest::line).toList();

    private final Fake<LotCosting> costing =
            Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
    private final Fake<OwnerReport> report = Fake.of(OwnerReport.class)
            .when("figures", asked -> figures((LocalDate) asked.get(0), (LocalDate) asked.get(1)))
            .when("writeOffs", asked -> {
                @SuppressWarnings("unchecked")
                Optional<WriteOff.Key> after = (Optional<WriteOff.Key>) asked.get(3);
                return LINES.stream()
                        .filter(line -> line.key().entry()
                                > after.map(WriteOff.Key::entry).orElse(0L))
                        .filter(line -> !(boolean) asked.get(2) || line.isExpired())
                        .limit((int) asked.get(4))
                        .toList();
            })
            .when(
                    "reaches",
                    asked -> (boolean) asked.get(0)
                            ? List.of()
                            : List.of(new RecallReach(
                                    new RecallCaseId("R-000001"),
                                    RecallMode.REAL,
                                    Instant.parse("2026-03-02T08:00:00Z"),
                                    Optional.of(new OverRecall(1, euros("495"), 2, euros("995"))))));
    private DeskUnderTest desk;

    @BeforeEach
    void open() {
        desk = DeskUnderTest.as(
                Role.AUDITOR, List.of(new AccountsPage()), costing.build(), report.build(), Fake.sites());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_was_before_stands_beside_what_is_now_and_opens_to_its_rows() {
        String page = desk.page("/console/accounts/owner?to=2026-03-31");

        assertTrue(page.contains("value=\"2026-03-01\""), page); // since LotTrace is used
        assertTrue(page.contains("€900.00"), page);
        assertTrue(page.contains("€4.91"), page);
        assertTrue(page.contains("€2,310.00"), page);
        assertTrue(page.contains("from the settings"), page);
        assertTrue(
                page.contains("/console/accounts/owner/write-offs?from=2026-03-01&amp;to=2026-03-31&amp;expired=yes"),
                page);
        assertTrue(page.contains("0.002, longest 0.003"), page);
    }

    @Test
    void days_that_are_said_are_those_that_are_shown() {
        String page = desk.page("/console/accounts/owner?from=2026-02-01&to=2026-02-28");

        assertTrue(page.contains("value=\"2026-02-01\""), page);
    }

    @Test
    void write_offs_are_shown_page_by_page() {
        String first = desk.page("/console/accounts/owner/write-offs?from=2026-03-01&to=2026-03-31");
        String second = desk.page("/console/accounts/owner/write-offs?from=2026-03-01&to=2026-03-31&after=50.0");

        assertTrue(first.contains("after=50.0"), first);
        assertFalse(first.contains("D51"), first);
        assertTrue(second.contains("D51"), second);
        assertFalse(second.contains("after=60.0"), second);
    }

    @Test
    void the_file_has_every_line_and_only_expired_goods_when_that_is_asked_for() {
        List<String> all = desk.page("/console/accounts/owner/write-offs.csv?from=2026-03-01&to=2026-03-31")
                .lines()
                .toList();
        long expired = desk.page("/console/accounts/owner/write-offs.csv?from=2026-03-01&to=2026-03-31&expired=yes")
                .lines()
                .count();

        assertEquals(61, all.size());
        assertEquals("1,2026-03-02,DISPOSE,DISPOSAL_ORDER,D1,MILL,FLOUR,L1,2026-03-01,yes,KGM,2,1.00,EUR,", all.get(1));
        assertEquals(31, expired);
    }

    @Test
    void a_recall_stands_beside_one_of_the_whole_product() {
        String page = desk.page("/console/accounts/owner/recalls");

        assertTrue(page.contains("/console/recall/R-000001"), page);
        assertTrue(page.contains("1, worth €495.00"), page);
        assertTrue(page.contains("2, worth €995.00"), page);
        assertTrue(desk.page("/console/accounts/owner/recalls?closed=yes").contains("There is no such recall."));
        assertEquals(
                "R-000001,REAL,2026-03-02T08:00:00Z,1,495.00,2,995.00,500.00,EUR,",
                desk.page("/console/accounts/owner/recalls.csv")
                        .lines()
                        .toList()
                        .get(1));
    }

    private static OwnerFigures figures(LocalDate from, LocalDate to) {
        return new OwnerFigures(
                from,
                to,
                Optional.of(GO_LIVE),
                new OwnerFigures.Losses(31, euros("5"), euros("3"), euros("4.91"), euros("2.94")),
                Optional.of(new OwnerFigures.Losses(0, euros("900"), euros("300"), euros("900"), euros("300"))),
                OwnerFigures.Known.ASSUMED,
                new OwnerFigures.Traces(2, Duration.ofSeconds(8), Duration.ofSeconds(10)),
                new OwnerFigures.Assumed(
                        Optional.of(new BigDecimal("4")), Optional.of(new BigDecimal("12")), Optional.of(euros("50"))),
                Optional.of(euros("2310")));
    }

    private static WriteOff line(int number) {
        return new WriteOff(
                new WriteOff.Key(number, 0),
                LocalDate.of(2026, 3, 2),
                EventType.DISPOSE,
                new DocumentReference(DocumentType.DISPOSAL_ORDER, "D" + number),
                LotKey.parse("MILL/FLOUR/L" + number),
                new CostedQuantity(Quantity.of("2", "KGM"), euros("1")),
                Optional.of(LocalDate.of(2026, 3, number % 2 == 0 ? 30 : 1)));
    }

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
