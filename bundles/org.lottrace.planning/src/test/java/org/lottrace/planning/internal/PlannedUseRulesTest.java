package org.lottrace.planning.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.PlannedUse;
import org.lottrace.api.planning.PlannedUseKind;
import org.lottrace.api.planning.store.PlanningStore.Needed;
import org.lottrace.api.quantity.Quantity;

class PlannedUseRulesTest {
    @Test
    void each_order_takes_the_good_lots_that_expire_first() {
        assertEquals(
                List.of("FA1 USE B 4", "FA1 USE C 2", "FA2 USE C 3", "- NOT_NEEDED C 5"),
                said(List.of(need("FA2", 9, 3), need("FA1", 5, 6)), List.of(lot("C", 20, 10), lot("B", 5, 4))));
    }

    @Test
    void what_expires_before_its_order_is_made_is_offered_to_it() {
        assertEquals(
                List.of("FA1 USE B 6", "FA1 MAKE_EARLIER A 6", "- NOT_NEEDED A 1", "- NOT_NEEDED B 2"),
                said(List.of(need("FA1", 5, 6)), List.of(lot("A", 4, 7), lot("B", 7, 8))));
    }

    @Test
    void an_overdue_order_is_made_today() {
        assertEquals(
                List.of("FA1 USE A 5", "FA1 MISSING - 1"), said(List.of(need("FA1", -30, 6)), List.of(lot("A", 0, 5))));
        assertEquals(TODAY, uses(List.of(need("FA1", -30, 6)), List.of()).get(0).due());
    }

    @Test
    void no_other_order_of_use_leaves_less_of_the_lots_that_expire_first() {
        Random random = new Random(14);
        for (int trial = 0; trial < 200; trial++) {
            List<Needed> needs = new ArrayList<>();
            List<ExpiringLot> lots = new ArrayList<>();
            for (int one = 0; one < 3; one++) {
                needs.add(need("FA" + one, random.nextInt(8) - 1, 1 + random.nextInt(3)));
                lots.add(lot("L" + one, one * 3, 1 + random.nextInt(2)));
            }
            List<PlannedUse> uses = uses(needs, lots);
            for (int first = 1; first <= lots.size(); first++) {
                List<ExpiringLot> early = lots.subList(0, first);
                int used = uses.stream()
                        .filter(use -> use.kind() == PlannedUseKind.USE)
                        .filter(use -> early.stream().anyMatch(lot -> use.lot().equals(Optional.of(lot.lot()))))
                        .mapToInt(use -> use.quantity().amount().intValueExact())
                        .sum();
                assertEquals(mostUsed(units(early), needs, open(needs)), used, needs + " " + lots);
            }
        }
    }

    /** Tries each order for each unit of each lot. */
    private static int mostUsed(List<ExpiringLot> units, List<Needed> needs, int[] open) {
        if (units.isEmpty()) {
            return 0;
        }
        List<ExpiringLot> others = units.subList(1, units.size());
        int most = mostUsed(others, needs, open);
        for (int one = 0; one < open.length; one++) {
            if (open[one] > 0 && !needs.get(one).day().isAfter(units.get(0).expiry())) {
                open[one]--;
                most = Math.max(most, 1 + mostUsed(others, needs, open));
                open[one]++;
            }
        }
        return most;
    }

    private static List<ExpiringLot> units(List<ExpiringLot> lots) {
        return lots.stream()
                .flatMap(lot -> IntStream.range(0, lot.quantity().amount().intValueExact())
                        .mapToObj(unit -> lot))
                .toList();
    }

    private static int[] open(List<Needed> needs) {
        return needs.stream()
                .mapToInt(need -> need.open().amount().intValueExact())
                .toArray();
    }

    private static List<String> said(List<Needed> needs, List<ExpiringLot> lots) {
        return uses(needs, lots).stream()
                .map(use -> use.productionOrder().orElse("-") + " " + use.kind() + " "
                        + use.lot().map(lot -> lot.number().value()).orElse("-") + " "
                        + use.quantity().amount())
                .toList();
    }

    private static List<PlannedUse> uses(List<Needed> needs, List<ExpiringLot> lots) {
        return PlannedUseRules.of(BERLIN, FLOUR, TODAY, needs, lots);
    }

    private static Needed need(String order, int inDays, int open) {
        return new Needed(order, TODAY.plusDays(inDays), FLOUR, Quantity.of(String.valueOf(open), "KGM"));
    }

    private static ExpiringLot lot(String number, int days, int quantity) {
        return new ExpiringLot(
                BERLIN,
                aLot(number).of(FLOUR).key(),
                TODAY.plusDays(days),
                days,
                Quantity.of(String.valueOf(quantity), "KGM"),
                Optional.empty());
    }
}
