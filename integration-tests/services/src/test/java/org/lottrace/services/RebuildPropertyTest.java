package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CogsElements;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.ElementAmount;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotElements;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Everything is a projection of the ledger: without any of them, however orders, prices, units, items and lots were changed
 * since, the ledger gives the same stock, lots, books, genealogy and recall scopes again, to the byte.
 */
class RebuildPropertyTest {
    /** Rows as they are stored; a row that is only like the old one is not the same. */
    private static final Set<String> TABLES = Set.of(
            "stock", "lot_disposition", "lot_hold", "lot", "journal_entry", "journal_line", "lot_cost", "cost_layer");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<LotKey> LOTS = List.of(FLOUR_1, FLOUR_2, History.BREAD_LOT);

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void the_ledger_alone_gives_the_same_answers(@ForAll("histories") List<History.Action> history) {
        WorkingBakery bakery = bakeryWithFlour();
        List<History.Action> all =
                Stream.concat(History.ofOneDay().stream(), history.stream()).toList();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).happen(bakery, "e" + i);
            // books and graph follow at once: what they see then is not what they see when they are built again
            everything(bakery.company());
        }

        rebuiltAndCompared(bakery);
    }

    /** Flour leaves at the oldest cost, and bread at its own. */
    private static WorkingBakery bakeryWithFlour() {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        done(bakery.company()
                .service(CostEntries.class)
                .changeMethod(new CostMethodChange(
                        aContext("fifo").request(), FLOUR_1.item(), CostMethod.FIFO, Optional.empty(), "so we buy")));
        return bakery;
    }

    /** Bread that was baked of the flour before, and is baked of it after; some of it is with a customer. */
    @Test
    void an_open_recall_has_the_same_lots_consignees_and_quantities_again() {
        WorkingBakery bakery = bakeryWithFlour();
        List<History.Action> all = new ArrayList<>(History.ofOneDay());
        all.add(new History.Action(History.Step.CONSUME, true, 6));
        all.add(new History.Action(History.Step.RECALL, true, 1));
        all.add(new History.Action(History.Step.PRODUCE, true, 1));
        for (int i = 0; i < all.size(); i++) {
            all.get(i).happen(bakery, "e" + i);
            everythingWithCases(bakery.company());
        }
        assertEquals(
                Set.of("case R-000001", "consignees of case R-000001", "quantities of case R-000001"),
                everythingWithCases(bakery.company()).keySet().stream()
                        .filter(what -> what.contains("case"))
                        .collect(Collectors.toSet()));

        rebuiltAndCompared(bakery);
    }

    @Test
    void what_is_thrown_away_is_missed() {
        WorkingBakery bakery = bakeryWithFlour();
        bakery.hold(FLOUR_2);
        new History.Action(History.Step.RECALL, true, 1).happen(bakery, "recall");
        SortedMap<String, String> before = everythingWithCases(bakery.company());

        forget(bakery.database());

        TABLES.forEach(table -> assertNotEquals(
                before.get(table),
                String.join("\n", bakery.database().contents().get(table)),
                table));
        assertNotEquals(
                before.get("quantities of case R-000001"),
                bakery.company()
                        .service(RecallReports.class)
                        .reconciliation(new RecallCaseId("R-000001"))
                        .toString());
    }

    private static void rebuiltAndCompared(WorkingBakery bakery) {
        SortedMap<String, String> before = everythingWithCases(bakery.company());
        bakery.company().close();
        forget(bakery.database());

        try (TestCompany again = TestCompany.on(bakery.database()).with(Clock.class, Bakery.CLOCK)) {
            LedgerProjections projections = again.service(LedgerProjections.class);
            assertEquals(List.of("lots", "stock", "units"), projections.names());
            projections.names().forEach(name -> done(projections.rebuild(name)));

            SortedMap<String, String> after = everythingWithCases(again);
            before.forEach((what, text) -> assertEquals(text, after.get(what), what));
        }
    }

    private static SortedMap<String, String> everything(TestCompany company) {
        SortedMap<String, String> everything = new TreeMap<>();
        everything.put(
                "inventory",
                company.service(LotCosting.class)
                        .inventory(Optional.empty(), Integer.MAX_VALUE)
                        .toString());
        SortedMap<String, List<String>> rows = company.database().contents();
        TABLES.forEach(table -> everything.put(table, String.join("\n", rows.get(table))));
        CostHistory history = company.service(CostHistory.class);
        CogsElements sold = history.cogsElements(Bakery.TODAY.minusDays(300), Bakery.TODAY.plusDays(10));
        assertEquals(sold.account(), sum(sold.elements()));
        everything.put("sold by element", sold.toString());
        company.service(LotCosting.class)
                .inventory(Optional.empty(), Integer.MAX_VALUE)
                .forEach(cost -> {
                    LotElements elements = history.elements(cost.lot()).orElseThrow();
                    assertEquals(cost.onStock().value(), sum(elements.onStock()));
                    assertEquals(cost.inProcess().value(), sum(elements.inProcess()));
                    everything.put("elements of " + cost.lot(), elements.toString());
                });
        for (LotKey lot : LOTS) {
            everything.put(
                    "trace of " + lot,
                    company.service(Genealogy.class)
                            .trace(TraceRequest.of(Direction.BOTH, lot).withSuspectQuantities())
                            .toString());
            everything.put(
                    "recall of " + lot,
                    company.service(Recall.class).scope(List.of(lot)).toString());
        }
        return everything;
    }

    private static Money sum(List<ElementAmount> amounts) {
        return amounts.stream().map(ElementAmount::amount).reduce(Money::plus).orElseThrow();
    }

    /** And what open cases say once they have followed the ledger to its end. */
    private static SortedMap<String, String> everythingWithCases(TestCompany company) {
        followed(company, "recall");
        SortedMap<String, String> everything = everything(company);
        RecallReports reports = company.service(RecallReports.class);
        company.service(RecallCases.class).all().forEach(recallCase -> {
            everything.put("case " + recallCase.id(), recallCase.toString());
            everything.put(
                    "consignees of case " + recallCase.id(),
                    reports.consignees(recallCase.id()).toString());
            everything.put(
                    "quantities of case " + recallCase.id(),
                    reports.reconciliation(recallCase.id()).toString());
        });
        return everything;
    }

    private static void followed(TestCompany company, String follower) {
        FollowerStatus status = company.service(LedgerFollowers.class).catchUp(follower, PATIENCE);
        assertEquals(Optional.empty(), status.failure());
        assertEquals(0, status.lag());
    }

    /** Without stock, dispositions, books, and all that is known of the lots; the graph was in memory only. */
    private static void forget(TestDatabase database) {
        List.of(
                        "stock",
                        "lot_hold",
                        "lot_disposition",
                        "journal_line",
                        "journal_entry",
                        "lot_cost",
                        "cost_layer",
                        "follower",
                        "lease")
                .forEach(table -> database.sql("delete from " + table));
        database.sql("update lot set production_date = null, expiry = null, supplier_lot_number = null,"
                + " made_at = null, corrected_number = null");
    }

    @Provide
    Arbitrary<List<History.Action>> histories() {
        return History.of(EnumSet.allOf(History.Step.class));
    }
}
