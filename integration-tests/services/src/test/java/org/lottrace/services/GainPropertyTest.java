package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.notice;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.company.WorkingBakery;

/** Whatever is reported in whatever order, nothing is lost and nothing comes from nowhere without being said. */
class GainPropertyTest {
    private record Action(boolean isReceipt, int minute, int kilograms) {}

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void stock_books_and_certificate_agree_after_every_report(@ForAll("histories") List<Action> history) {
        WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-20T08:00:00Z");
        Quantity left = quantity("1000 KGM");
        for (int i = 0; i < history.size(); i++) {
            Action action = history.get(i);
            String kilograms = action.kilograms() + " KGM";
            String id = "e" + i;
            String time = String.format("2026-03-02T07:%02d:00Z", action.minute());
            if (action.isReceipt()) {
                bakery.expect(aShipNotice("N" + id)
                        .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                        .build());
                recorded(bakery.capture()
                        .receive(new Receipt(
                                aContext(id).at(time).request(),
                                notice("N" + id),
                                SHELF,
                                List.of(came("L1", kilograms)))));
                left = left.plus(quantity(kilograms));
            } else {
                recorded(bakery.capture()
                        .dispose(new Disposal(
                                aContext(id).at(time).request(), id, List.of(on(SHELF, FLOUR_1, kilograms)))));
                left = left.minus(quantity(kilograms));
            }
            Quantity stock = stock(bakery);
            assertFalse(stock.isNegative());
            assertTrue(stock.compareTo(left) >= 0, stock + " is less than " + left);
            assertEquals(
                    stock,
                    bakery.company()
                            .service(LotCosting.class)
                            .costOf(FLOUR_1)
                            .map(LotCost::quantity)
                            .orElseThrow());
        }
        CompletenessCertificate certificate =
                bakery.company().service(Certification.class).certify(List.of(FLOUR_1));
        // what came within the tolerance of clocks counts as having been there, and the certificate says so
        assertTrue(
                certificate.findings().stream().allMatch(finding -> finding.witness() == Finding.Witness.TIME_ORDER),
                certificate::toString);
    }

    private static Quantity stock(WorkingBakery bakery) {
        return bakery.unitOfWork().required(() -> bakery.database().stock().ofLots(List.of(FLOUR_1))).stream()
                .map(StockBalance::quantity)
                .reduce(quantity("0 KGM"), Quantity::plus);
    }

    @Provide
    Arbitrary<List<Action>> histories() {
        return Combinators.combine(
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, 59),
                        Arbitraries.integers().between(1, 900))
                .as(Action::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(8);
    }
}
