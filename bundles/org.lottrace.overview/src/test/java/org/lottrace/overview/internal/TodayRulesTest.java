package org.lottrace.overview.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.overview.StockState;
import org.lottrace.api.overview.TodayFigures.OpenRecall;
import org.lottrace.api.overview.TodayFigures.Receipts;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.overview.TodayFigures.Stock;
import org.lottrace.api.overview.TodayFigures.Week;
import org.lottrace.api.overview.store.TodayStore.LotCount;
import org.lottrace.api.overview.store.TodayStore.OpenCase;
import org.lottrace.api.overview.store.TodayStore.OpenNotices;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallRegime;

class TodayRulesTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-03-02, 2026-03-02",
        "2026-03-08, 2026-03-08, 2026-03-02",
        "2026-03-09, 2026-03-08, 2026-03-02",
        "2026-03-09, 2026-03-09, 2026-03-09"
    })
    void the_first_week_is_that_of_the_earliest_site(LocalDate one, LocalDate other, LocalDate monday) {
        assertEquals(monday, TodayRules.firstMonday(List.of(new SiteDay(BERLIN, one), new SiteDay(POTSDAM, other))));
    }

    @Test
    void there_are_eight_weeks_from_monday_to_sunday() {
        LocalDate monday = LocalDate.parse("2026-03-02");
        List<LotCount> lots = List.of(
                expiring("2026-03-02", 1),
                expiring("2026-03-08", 2),
                expiring("2026-03-09", 4),
                expiring("2026-04-26", 8),
                new LotCount(StockState.SELLABLE, Optional.empty(), 16));

        List<Week> weeks = TodayRules.weeks(lots, monday);

        assertEquals(LocalDate.parse("2026-04-26"), TodayRules.lastSunday(monday));
        assertEquals(
                List.of(3L, 4L, 0L, 0L, 0L, 0L, 0L, 8L),
                weeks.stream().map(Week::lots).toList());
        assertEquals(monday, weeks.get(0).monday());
        assertEquals(LocalDate.parse("2026-04-26"), weeks.get(7).sunday());
    }

    private static LotCount expiring(String day, long lots) {
        return new LotCount(StockState.SELLABLE, Optional.of(LocalDate.parse(day)), lots);
    }

    @Test
    void each_state_has_its_lots_and_units_also_when_there_are_none() {
        List<LotCount> lots = List.of(
                expiring("2026-03-02", 1),
                new LotCount(StockState.SELLABLE, Optional.empty(), 2),
                new LotCount(StockState.EXPIRED, Optional.empty(), 4));

        assertEquals(
                List.of(
                        new Stock(StockState.RECALLED, 0, 0),
                        new Stock(StockState.ON_HOLD, 0, 0),
                        new Stock(StockState.EXPIRED, 4, 0),
                        new Stock(StockState.SELLABLE, 3, 5)),
                TodayRules.stock(lots, Map.of(StockState.SELLABLE, 5L)));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-03, 0, 0", "2026-03-02, 0, 1", "2026-02-25, 0, 1", "2026-02-24, 1, 0", "2020-01-01, 1, 0"})
    void a_notice_is_due_when_it_is_shipped_and_late_after_the_days_of_the_road(
            LocalDate shipped, long late, long due) {
        assertEquals(
                new Receipts(late, due, 5),
                TodayRules.receipts(
                        List.of(new OpenNotices(BERLIN, shipped, 1)), List.of(new SiteDay(BERLIN, TODAY)), 5));
    }

    @ParameterizedTest
    @CsvSource({"REAL, , P14D", "REAL, PT48H, P16D", "MOCK, ,"})
    void the_next_report_is_due_after_the_opening_or_the_last_report(
            RecallMode mode, Duration reported, Duration next) {
        OpenCase open = new OpenCase(
                RecallCaseId.of(1),
                mode,
                RecallRegime.EU_FOOD,
                NOW,
                Optional.ofNullable(reported).map(NOW::plus));

        assertEquals(
                new OpenRecall(
                        RecallCaseId.of(1), mode, Optional.ofNullable(next).map(NOW::plus)),
                TodayRules.recall(open));
    }

    @Test
    void without_a_site_nothing_is_anywhere() {
        assertEquals(LocalDate.EPOCH, TodayRules.earliest(List.of()));
    }
}
