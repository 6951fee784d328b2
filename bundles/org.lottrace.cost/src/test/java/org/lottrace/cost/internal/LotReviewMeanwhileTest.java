package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.LotBuilder.aLot;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.CostWaitingStore;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;

/** Books go on while lots are looked at. */
class LotReviewMeanwhileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
    private static final LotCost LAST = new LotCost(
            aLot("L1").key(),
            new CostedQuantity(Quantity.of("1", "KGM"), Money.parse("EUR 2.00")),
            new CostedQuantity(Quantity.zero(Quantity.of("1", "KGM").unit()), Money.parse("EUR 0.00")));

    private long entries = 7;

    @Test
    void what_is_shipped_meanwhile_is_still_there_in_the_answer() {
        LotReviewService review = new LotReviewService(
                fake(LotCosting.class, (method, given) -> List.of()),
                fake(UnitOfWork.class, (method, given) -> ((Supplier<?>) given[0]).get()),
                fake(CostStore.class, this::costs),
                fake(PeriodStore.class, (method, given) -> there((long) given[2])),
                fake(CostWaitingStore.class, (method, given) -> List.of()),
                fake(LotStore.class, (method, given) -> List.of()),
                fake(LedgerStore.class, (method, given) -> List.of()),
                fake(SalesOrderStore.class, (method, given) -> List.of()),
                fake(ItemStore.class, (method, given) -> List.of()),
                new BooksCurrency(
                        fake(CompanyBooksStore.class, (method, given) -> List.of()),
                        fake(SiteStore.class, (method, given) -> List.of()),
                        fake(LedgerStore.class, (method, given) -> List.of()),
                        fake(LotCostingConfig.class, (method, given) -> "EUR")));

        assertEquals(
                List.of(LAST.lot()),
                review.review(DAY, 30, Optional.empty(), Optional.empty(), 10).stream()
                        .map(lot -> lot.lot())
                        .toList());
        entries = 7;
        assertEquals("EUR 2.00", review.ages(DAY, 30).total().toString());
    }

    /** Entry 8 ships the only lot of its item as soon as somebody has looked. */
    private Object costs(String method, Object[] given) {
        return switch (method) {
            case "lastNumber" -> entries++;
            case "asOf" -> there((long) given[1]);
            case "firstNumbers" -> Map.of();
            default -> List.of();
        };
    }

    private static List<LotCost> there(long known) {
        return known < 8 ? List.of(LAST) : List.of();
    }

    private interface Answers {
        Object to(String method, Object[] given);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, given) -> answers.to(method.getName(), given)));
    }
}
