package org.lottrace.soap.accounting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.soap.accounting.internal.BakeryAtWork.goods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.lot.LotKey;
import org.lottrace.operation.testing.TestOperations;
import org.lottrace.web.gate.testing.GatedServer;

/** From the receipt to the answer for the accounting system, every movement captured by the real services. */
class WholeLineIT {
    private final LotKey flour = aLot("L1").key();
    private final LotKey salt = aLot("S1").of(SALT).key();
    private final LotKey bread = aLot("B1").of(BREAD).madeAt(BERLIN).key();

    @Test
    void every_movement_is_booked_and_answered_to_the_cent() {
        BakeryAtWork bakery = new BakeryAtWork();
        bakery.receive(
                aPurchaseOrder("P1")
                        .ordering(FLOUR, "4 BG", "12.50")
                        .ordering(SALT, "10 KGM", "0.80")
                        .build(),
                aShipNotice("N1")
                        .announcing(
                                "P1",
                                1,
                                FLOUR,
                                "L1",
                                "4 BG",
                                Optional.of(LocalDate.parse("2026-12-31")),
                                Optional.empty())
                        .announcing("P1", 2, SALT, "S1", "10 KGM")
                        .build());
        bakery.consume("C1", "MO1", goods(flour, "40 KGM"), goods(salt, "1 KGM"));
        bakery.produce("M1", "MO1", BREAD, "B1", "33 C62");
        bakery.ship("S1", aSalesOrder("SO1").ordering(BREAD, "10 C62").build());
        bakery.takeBack("R1", "S1", goods(bread, "1 C62"));
        bakery.count("K1", goods(flour, "59 KGM"));
        bakery.dispose("X1", goods(salt, "2 KGM"));
        bakery.reverse("X1-UNDO", "X1");

        try (GatedServer server = GatedServer.start()
                .with("/accounting", new AccountingEndpoint(TestOperations.over(bakery.costing(), bakery.numbers())))) {
            assertEquals(List.of("6.30"), ask(server, "getShipmentCogs").texts("total"));
            Answer shipment = ask(server, "getJournalOfDocument");
            assertEquals(List.of("6.30", "-6.30", "0.63", "-0.63"), shipment.texts("amount"));
            Answer journal = ask(server, "getJournal");
            assertEquals(
                    List.of("RECEIVE", "CONSUME", "PRODUCE", "SHIP", "RETURN", "COUNT", "DISPOSE", "REVERSE"),
                    types(journal));
            assertEquals(0, sum(journal.texts("amount")).signum());
            Answer lot = ask(server, "getLotCost");
            assertEquals(List.of("15.13", "0.00", "15.13"), lot.texts("value").subList(0, 3));
            assertEquals(
                    List.of("20.00", "50.00", "0.80", "8.00"),
                    lot.texts("value").subList(3, 7));
        }
    }

    private static Answer ask(GatedServer server, String operation) {
        Answer answer = Answer.of(server.post("/accounting", Example.of(operation)));
        assertEquals(200, answer.status());
        return answer;
    }

    /** Of the entries; their documents have a type of their own. */
    private static List<String> types(Answer journal) {
        return journal.texts("type").stream()
                .filter(type -> !type.contains("_") && !type.equals("SHIPMENT"))
                .toList();
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
