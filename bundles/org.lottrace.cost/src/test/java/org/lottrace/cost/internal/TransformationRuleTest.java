package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;

/** Splits and merges at value. */
class TransformationRuleTest {
    private static final Place THROUGH = Place.transformation(BERLIN);

    private final LotKey cheap = aLot("CHEAP").key();
    private final LotKey dear = aLot("DEAR").key();
    private final LotKey one = aLot("ONE").madeAt(BERLIN).key();
    private final LotKey two = aLot("TWO").madeAt(BERLIN).key();
    private final MemoryBooks books = new MemoryBooks().priced("P1", "1.00").priced("P3", "3.00");

    @Test
    void a_merge_is_worth_what_went_into_it_and_nothing_else_is_booked() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "10 KGM")), received("N2", "P3", goods(dear, "10 KGM")), merge());

        assertEquals(euros("19.00"), books.valueOf(one));
        assertEquals(euros("6.00"), books.valueOf(cheap));
        assertEquals(euros("15.00"), books.valueOf(dear));
        assertEquals(euros("40.00"), books.balance(Account.INVENTORY));
        assertEquals(euros("0.00"), books.balance(Account.WORK_IN_PROCESS));
    }

    @Test
    void the_cost_of_a_merge_comes_from_its_lots() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "10 KGM")), received("N2", "P3", goods(dear, "10 KGM")), merge());

        assertEquals(
                List.of(Optional.of(cheap), Optional.of(dear)),
                books.sourcesOf(one).stream().map(CostSource::ingredient).toList());
        assertEquals(
                List.of(euros("4.00"), euros("15.00")),
                books.sourcesOf(one).stream().map(CostSource::value).toList());
    }

    @Test
    void a_split_shares_the_value_and_no_cent_is_lost() {
        books.bookAll(received("N1", "P1", goods(cheap, "10 KGM")), split());

        assertEquals(euros("0.00"), books.valueOf(cheap));
        assertEquals(euros("3.33"), books.valueOf(one));
        assertEquals(euros("6.67"), books.valueOf(two));
    }

    @Test
    void a_merge_that_is_taken_back_leaves_its_lots_as_they_were() {
        books.bookAll(
                received("N1", "P1", goods(cheap, "10 KGM")),
                received("N2", "P3", goods(dear, "10 KGM")),
                merge(),
                reversalOf(merge()));

        assertEquals(euros("10.00"), books.valueOf(cheap));
        assertEquals(euros("30.00"), books.valueOf(dear));
        assertEquals(euros("0.00"), books.valueOf(one));
        assertEquals(List.of(), books.sourcesOf(one));
    }

    private TraceEvent merge() {
        return anEvent("M1", EventType.MERGE)
                .of(DocumentType.TRANSFORMATION, "M1")
                .moving(cheap, "4 KGM", STOCK, THROUGH)
                .moving(dear, "5 KGM", STOCK, THROUGH)
                .moving(one, "9 KGM", THROUGH, STOCK)
                .making(one, cheap, "4 KGM")
                .making(one, dear, "5 KGM")
                .build();
    }

    private TraceEvent split() {
        EventBuilder event = anEvent("S1", EventType.SPLIT)
                .of(DocumentType.TRANSFORMATION, "S1")
                .moving(cheap, "10 KGM", STOCK, THROUGH)
                .moving(one, "3.333333 KGM", THROUGH, STOCK)
                .moving(two, "6.666667 KGM", THROUGH, STOCK);
        return event.making(one, cheap, "3.333333 KGM")
                .making(two, cheap, "6.666667 KGM")
                .build();
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
