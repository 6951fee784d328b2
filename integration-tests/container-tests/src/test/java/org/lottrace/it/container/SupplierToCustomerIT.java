package org.lottrace.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.BakersDay;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.it.karaf.KarafTest;

/** The main line through the services of the built distribution: a mill delivers, a bakery bakes, a market receives. */
@KarafTest
class SupplierToCustomerIT {
    private final BakersDay day = new BakersDay();
    private final MovementCapture movements;
    private final Allocation allocation;
    private final SalesOrders salesOrders;

    SupplierToCustomerIT(MovementCapture movements, Allocation allocation, SalesOrders salesOrders) {
        this.movements = movements;
        this.allocation = allocation;
        this.salesOrders = salesOrders;
    }

    @BeforeEach
    void the_mill_delivers_flour_and_salt(
            PartnerDirectory partners,
            SiteDirectory sites,
            ItemCatalog items,
            PurchaseOrders purchaseOrders,
            ExpectedReceipts receipts) {
        assertEquals(List.of(), partners.save(Bakery.parties()));
        assertEquals(List.of(), sites.save(Bakery.sites()));
        assertEquals(List.of(), items.save(day.items()));
        assertEquals(List.of(), purchaseOrders.save(List.of(day.purchaseOrder())));
        assertEquals(List.of(), receipts.expect(day.shipNotice()));
        recorded(movements.receive(day.receiptOfAll()));
    }

    @Test
    void what_was_shipped_is_traced_and_costed_back_to_the_lots_of_the_supplier(
            Genealogy genealogy, LotCosting costing, Ledger ledger) {
        LotKey bread = bake("2026-03-02", "70", "1.5", "90");
        assertTrue(bread.number().value().matches("26061-BER-\\d{4}"), () -> bread + " is not of the site's template");
        order("3 CS");
        recorded(movements.ship(day.shipmentOfAll()));

        Trace forward = genealogy.trace(TraceRequest.of(Direction.FORWARD, day.flourLot));
        assertEquals(List.of(day.flourLot, bread), lotsOf(forward));
        Handover shipped = forward.handovers().get(forward.handovers().size() - 1);
        assertEquals(Bakery.MARKET, shipped.party());
        assertEquals(day.shipmentReference, shipped.documents().get(0));
        assertEquals(Quantity.of("36", "C62"), shipped.quantity());
        assertEquals(
                List.of(bread, day.flourLot, day.saltLot),
                lotsOf(genealogy.trace(TraceRequest.of(Direction.BACKWARD, bread))));

        // flour 133.70 * 70 / 250 = 37.436 -> 37.44; salt 7.70 * 1.5 / 7 = 1.65; 90 pieces for 39.09
        // 36 of the 90 pieces: 39.09 * 36 / 90 = 15.636 -> 15.64
        ShipmentCogs cogs = costing.cogs(day.shipmentReference.number()).orElseThrow();
        assertEquals("EUR 15.64", cogs.total().toString());
        List<JournalEntry> journal = costing.journal(day.shipmentReference);
        assertEquals(List.of("COST_OF_GOODS_SOLD EUR 15.64", "INVENTORY EUR -15.64"), postingsOf(journal));
        assertEquals(0, sumOf(journal).signum());
        assertEquals(Optional.empty(), ledger.firstBrokenPosition());
    }

    @Test
    void first_expired_goes_first_unless_it_is_held_and_what_is_short_is_said(Holds holds) {
        LotKey oldest = bake("2026-02-28", "40", "1", "50");
        LotKey older = bake("2026-03-01", "40", "1", "50");
        LotKey newest = bake("2026-03-02", "40", "1", "50");
        recorded(holds.hold(day.context("hold1", "2026-03-02T12:00:00Z"), List.of(oldest), "burnt"));

        LineAllocation line = order("120 C62");
        assertEquals(List.of(older, newest), reservedLots(line));
        assertEquals(Quantity.of("20", "C62"), line.shortBy());
        assertTrue(
                line.candidates().stream()
                        .anyMatch(c -> c.lot().equals(oldest)
                                && c.taken().isZero()
                                && !c.reasons().isEmpty()),
                () -> "no reason why " + oldest + " was passed over: " + line.candidates());

        recorded(holds.hold(day.context("hold2", "2026-03-02T13:00:00Z"), List.of(older), "glass"));
        assertEquals(List.of(newest), reservedLots(only(allocation.show(day.salesOrderNumber))));
        LineAllocation again = only(allocation.allocate(day.salesOrderNumber, Bakery.TODAY));
        assertEquals(List.of(newest), reservedLots(again));
        assertEquals(Quantity.of("70", "C62"), again.shortBy());
    }

    private LotKey bake(String date, String flourKilograms, String saltKilograms, String pieces) {
        recorded(movements.consume(day.consumption(date, flourKilograms, saltKilograms)));
        return recorded(movements.produce(day.production(date, pieces)))
                .event()
                .edges()
                .get(0)
                .output();
    }

    private LineAllocation order(String quantity) {
        assertEquals(List.of(), salesOrders.save(List.of(day.salesOrder(quantity))));
        return only(allocation.allocate(day.salesOrderNumber, Bakery.TODAY));
    }

    private static LineAllocation only(Outcome<List<LineAllocation>> result) {
        return result.fold(lines -> lines.get(0), SupplierToCustomerIT::refused);
    }

    private static RecordedEvent recorded(Outcome<RecordedEvent> result) {
        return result.fold(event -> event, SupplierToCustomerIT::refused);
    }

    private static <T> T refused(List<Violation> violations) {
        throw new AssertionError("Refused: " + violations);
    }

    private static List<LotKey> reservedLots(LineAllocation line) {
        return line.reservations().stream().map(Reservation::lot).toList();
    }

    private static List<LotKey> lotsOf(Trace trace) {
        return trace.lots().stream().map(TracedLot::lot).toList();
    }

    private static List<String> postingsOf(List<JournalEntry> journal) {
        return journal.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(line -> line.account() + " " + line.amount())
                .sorted()
                .toList();
    }

    private static BigDecimal sumOf(List<JournalEntry> journal) {
        return journal.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(line -> line.amount().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
