package org.lottrace.recall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.RecallFixture.anOpening;
import static org.lottrace.recall.internal.RecallBakery.WHEAT;
import static org.lottrace.recall.internal.RecallBakery.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.ScopeCriteria;

class RecallMoneyIT {
    private final RecallBakery bakery = new RecallBakery();
    private final AtomicReference<RecallGoods> goods = new AtomicReference<>();

    /** 00:30 in Berlin on 2 March is 23:30 UTC on 1 March. */
    @Test
    void shelf_life_is_looked_at_on_the_day_at_the_site_where_the_goods_were_stopped() {
        RecallCase opened = recorded(bakery.cases.open(
                ANNA,
                aContext("open1").at("2026-03-01T23:30:00Z").request(),
                anOpening(RecallMode.REAL),
                ScopeCriteria.of(List.of(WHEAT.key()))));

        money().draft(opened.id());

        assertEquals(LocalDate.parse("2026-03-02"), goods.get().date());
    }

    @Test
    void an_estimate_takes_all_that_customers_still_have_for_goods_that_come_back() {
        bakery.returned("back", RecallBakery.MONDAY, "1 C62", MARKET, "S1");

        assertTrue(money().estimate(ScopeCriteria.of(List.of(WHEAT.key())), LocalDate.parse("2026-03-03"))
                .isPresent());

        assertEquals(
                List.of("S1 4 C62 3 C62", "S2 5 C62 5 C62"),
                goods.get().sold().stream()
                        .map(sold -> sold.shipment().number() + " " + sold.credited() + " " + sold.toCome())
                        .sorted()
                        .toList());
        assertEquals(List.of(WHEAT.key()), goods.get().suspects());
        assertEquals(LocalDate.parse("2026-03-03"), goods.get().date());
    }

    private RecallMoneyService money() {
        return new RecallMoneyService(
                bakery.database.unitOfWork(),
                bakery.database.recalls(),
                bakery.ledger,
                bakery.database.ledger(),
                bakery.database.stock(),
                bakery.database.lots(),
                bakery.database.items(),
                bakery.genealogy,
                bakery.database.parties(),
                asked -> {
                    goods.set(asked);
                    return new RecallCostDraft(List.of(), Optional.empty());
                },
                bakery.clock);
    }
}
