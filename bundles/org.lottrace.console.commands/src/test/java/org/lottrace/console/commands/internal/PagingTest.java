package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.order.PurchaseOrders;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;

/** A list that any number of things may be in comes a page at a time: {@code --after} and {@code --limit} say which. */
class PagingTest {
    private static final LotKey LOT = LotBuilder.aLot("L1").key();

    @ParameterizedTest
    @MethodSource("lists")
    void the_first_page_has_a_hundred(Class<?> service, String method, String line, String last, List<Object> first)
            throws Exception {
        assertEquals(first, asked(service, method, line));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void the_next_page_begins_behind_the_last_one(
            Class<?> service, String method, String line, String last, List<Object> first, List<Object> next)
            throws Exception {
        assertEquals(next, asked(service, method, line + " --after " + last + " --limit 7"));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(
                        LotMaster.class,
                        "ofItem",
                        "lot:list FLOUR",
                        LOT.toString(),
                        List.of(Bakery.FLOUR, Optional.empty(), 100),
                        List.of(Bakery.FLOUR, Optional.of(LOT), 7)),
                Arguments.of(
                        ExpectedReceipts.class,
                        "open",
                        "lot:expected",
                        "MILL/N1",
                        List.of(Optional.empty(), 100),
                        List.of(Optional.of(new ShipNoticeId(Bakery.MILL, "N1")), 7)),
                Arguments.of(
                        NoticeReconciliations.class,
                        "ofSupplier",
                        "lot:reconcile-notices --supplier MILL",
                        "MILL/N1",
                        List.of(Bakery.MILL, Optional.empty(), 100),
                        List.of(Bakery.MILL, Optional.of(new ShipNoticeId(Bakery.MILL, "N1")), 7)),
                Arguments.of(
                        PartnerScores.class,
                        "list",
                        "lot:partner-scores --month 2026-03-01",
                        "MILL",
                        List.of(LocalDate.of(2026, 3, 1), Optional.empty(), 100),
                        List.of(LocalDate.of(2026, 3, 1), Optional.of(Bakery.MILL), 7)),
                Arguments.of(
                        ThirdPartyWarehouses.class,
                        "reconcile",
                        "lot:reconcile-third-party POT INVENTORY",
                        "12",
                        List.of(Bakery.POTSDAM, StockDocumentKind.INVENTORY, Optional.empty(), 100),
                        List.of(Bakery.POTSDAM, StockDocumentKind.INVENTORY, Optional.of(12L), 7)),
                Arguments.of(
                        PurchaseOrders.class,
                        "after",
                        "lot:purchase-orders",
                        "PO1",
                        List.of("", 100),
                        List.of("PO1", 7)),
                Arguments.of(SalesOrders.class, "after", "alloc:orders", "SO1", List.of("", 100), List.of("SO1", 7)),
                Arguments.of(
                        LotCosting.class,
                        "inventory",
                        "cost:inventory",
                        LOT.toString(),
                        List.of(Optional.empty(), 100),
                        List.of(Optional.of(LOT), 7)),
                Arguments.of(Ledger.class, "after", "lot:events", "5", List.of(70L, 50), List.of(5L, 7)));
    }

    /** @return what the command asked its service for */
    private static List<Object> asked(Class<?> service, String method, String line) throws Exception {
        List<Object> asked = new ArrayList<>();
        Object answering = answering(
                service,
                Map.of(
                        method,
                        given -> {
                            asked.addAll(given);
                            return List.of();
                        },
                        "inventoryValue",
                        given -> Optional.empty(),
                        "progress",
                        given -> new CostingProgress(7, 7, Optional.empty()),
                        "head",
                        given -> 120L));
        try (Shell shell = Shell.with(answering, Answers.items())) {
            shell.run(line);
        }
        return asked;
    }
}
