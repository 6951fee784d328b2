package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.lot.LotKey;

/**
 * 100 kg of flour for 200.00; 50 kg became 50 breads, 100.00; 30 left for 60.00, 2 of them came back. Another bread, 10 for
 * 25.00, was bought and is not affected.
 */
class RecallCostingServiceTest {
    private final LotKey flour = aLot("L1").key();
    private final LotKey bread = aLot("F1").of(BREAD).madeAt(BERLIN).key();
    private final LotKey bought = aLot("F2").of(BREAD).key();
    private final DocumentReference s1 = new DocumentReference(DocumentType.SHIPMENT, "S1");
    private final BakeryBooks books = new BakeryBooks()
            .ordered("P1", FLOUR, "100 KGM", "2.00")
            .ordered("P2", BREAD, "10 C62", "2.50")
            .recorded(
                    received("N1", "P1", goods(flour, "100 KGM")),
                    received("N2", "P2", goods(bought, "10 C62")),
                    consumed("C1", "MO1", goods(flour, "50 KGM")),
                    produced("M1", "MO1", goods(bread, "50 C62"), goods(flour, "50 KGM")),
                    shipped("S1", "SO1", goods(bread, "30 C62")),
                    returned("R1", "S1", goods(bread, "2 C62")));

    @Test
    void drafts_what_the_journal_does_not_have_yet() {
        RecallCostDraft draft = books.recallCosting()
                .draft(new RecallGoods(
                        List.of(flour),
                        List.of(flour, bread),
                        List.of(new RecallGoods.Sold(s1, MARKET, bread, quantity("10 C62"), quantity("7 C62"))),
                        TODAY));

        // own stock: 50 kg for 100.00, 22 breads for 44.00; to come: 7 breads for 14.00
        assertEquals(
                List.of(
                        "WRITE_DOWN EUR 158.00",
                        "COGS_REVERSAL EUR 14.00",
                        "CREDIT_ACCRUAL EUR 20.00",
                        "SUPPLIER_CHARGE_BACK EUR 200.00"),
                draft.entries().stream()
                        .map(entry -> entry.purpose() + " " + entry.total())
                        .toList());
        assertEquals(
                Optional.of(flour.issuer()),
                draft.entries().get(3).lines().get(0).party());
    }

    @Test
    void says_what_a_recall_of_the_whole_product_would_have_taken_more() {
        RecallCostDraft draft = books.recallCosting()
                .draft(new RecallGoods(
                        List.of(flour),
                        List.of(flour, bread),
                        List.of(new RecallGoods.Sold(s1, MARKET, bread, quantity("0 C62"), quantity("0 C62"))),
                        TODAY));

        RecallCostDraft.OverRecall overRecall = draft.overRecall().orElseThrow();
        assertEquals(1, overRecall.affectedLots());
        assertEquals(2, overRecall.productLots());
        assertEquals(Money.parse("EUR 100.00"), overRecall.affectedValue());
        assertEquals(Money.parse("EUR 25.00"), overRecall.avoided());
    }

    @Test
    void goods_that_never_had_a_cost_give_no_entry() {
        assertEquals(
                new RecallCostDraft(List.of(), Optional.empty()),
                books.recallCosting()
                        .draft(new RecallGoods(
                                List.of(aLot("X").key()), List.of(aLot("X").key()), List.of(), TODAY)));
    }
}
