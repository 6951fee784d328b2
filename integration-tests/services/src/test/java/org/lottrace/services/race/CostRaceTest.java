package org.lottrace.services.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.services.race.Lock.HEAD;

import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.SupplierInvoice;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.services.race.Race.Requests;

/** Two enter costs. */
class CostRaceTest extends RaceTest {
    private static final Site RECORD = HEAD.in("CostEntriesService.recordInBooks");

    @TestFactory
    Stream<DynamicTest> an_invoice_is_entered_once() {
        return race().firstHolds(RECORD).secondWants(RECORD).tests(bakery -> {
            bakery.expectingFlour();
            return new Requests(
                    () -> invoiced(bakery, "i1"),
                    () -> invoiced(bakery, "i2"),
                    () -> assertEquals(
                            1,
                            bakery.ledger()
                                    .byDocument(new DocumentReference(DocumentType.SUPPLIER_INVOICE, "R-1"))
                                    .size()));
        });
    }

    private static Outcome<RecordedEvent> invoiced(RacedBakery bakery, String id) {
        OrderLineReference line = new OrderLineReference(new DocumentReference(DocumentType.PURCHASE_ORDER, "PO1"), 1);
        return bakery.service(CostEntries.class)
                .invoice(new SupplierInvoice(
                        aContext(id).request(),
                        "R-1",
                        MILL,
                        List.of(new SupplierInvoice.Line(line, quantity("2 BG"), Money.parse("EUR 25.00")))));
    }
}
