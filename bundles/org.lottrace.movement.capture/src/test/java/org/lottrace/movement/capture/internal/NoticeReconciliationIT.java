package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.Receipt;
import org.lottrace.company.WorkingBakery;

/** What came is held against what was announced; each difference is a case with a deadline. */
class NoticeReconciliationIT {
    private final WorkingBakery bakery = new WorkingBakery();

    /** L1 on pallet 1, L2 on pallet 2. */
    @BeforeEach
    void announced() {
        bakery.order();
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(1)))
                .announcing("PO1", 1, FLOUR, "L2", "40 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(2)))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        // lot, pallet, days the label is off, what is found
        "L1,       1, 0,  ''",
        "L1,       1, 30, EXPIRY_NOT_AS_ANNOUNCED",
        "L1,       2, 0,  LOT_SWAPPED",
        "L1,       9, 0,  UNIT_NOT_AS_ANNOUNCED",
        "FLOUR/X9, 2, 0,  LOT_NOT_ANNOUNCED LOT_SWAPPED",
        "FLOUR/X9, 9, 0,  LOT_NOT_ANNOUNCED",
    })
    void each_difference_is_a_case_with_a_deadline(String lot, int pallet, int off, String found) {
        recorded(bakery.receive("e1", "N1", line(lot, pallet, NEXT_YEAR.minusDays(off))));

        List<ExceptionCase> cases = casesOf("e1");
        assertEquals(
                found,
                String.join(
                        " ", cases.stream().map(ExceptionCase::code).sorted().toList()));
        assertTrue(cases.stream().allMatch(one -> one.isOpen() && one.deadline().isAfter(one.opened())));
    }

    @Test
    void more_than_announced_is_a_case_of_its_lot() {
        recorded(bakery.receive("e1", "N1", came("L1", "1500 KGM")));

        assertTrue(casesOf("e1").stream()
                .anyMatch(one -> one.code().equals("OVER_RECEIPT")
                        && one.lot()
                                .filter(lot -> lot.number().value().equals("L1"))
                                .isPresent()));
    }

    @Test
    void what_is_short_when_the_notice_is_closed_is_a_case_of_its_lot() {
        recorded(bakery.receive("e1", "N1", came("L1", "1000 KGM"), came("L2", "900 KGM")));

        TraceEvent closed = recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c1").request(), WorkingBakery.notice("N1"), "short, credited")));

        assertEquals(
                List.of("NOTICE_SHORT L2"),
                casesOf(closed.id().value()).stream()
                        .map(one -> one.code() + " " + one.lot().orElseThrow().number())
                        .toList());
        assertTrue(casesOf("c1").get(0).message().startsWith("100 KGM of lot "));
    }

    @Test
    void a_notice_of_which_nothing_came_is_closed_without_a_case() {
        recorded(bakery.expectedReceipts()
                .close(new NoticeClosing(aContext("c1").request(), WorkingBakery.notice("N1"), "never sent")));

        assertEquals(List.of(), casesOf("c1"));
    }

    private List<ExceptionCase> casesOf(String event) {
        return bakery.company().service(ExceptionCases.class).ofEvent(new EventId(event));
    }

    private static Receipt.Line line(String lot, int pallet, LocalDate expiry) {
        return new Receipt.Line(
                LotReference.parse(lot),
                quantity("100 KGM"),
                Optional.of(pallet(pallet)),
                Optional.empty(),
                Optional.of(expiry),
                false,
                Optional.empty(),
                Optional.empty());
    }
}
