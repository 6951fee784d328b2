package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.on;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.company.WorkingBakery;

/** However goods are sent, taken in, called back and held: nothing is lost and nothing comes out of nothing. */
class TransitPropertyIT {
    private enum Step {
        DISPATCH,
        ARRIVE,
        CALL_BACK,
        HOLD
    }

    private record Action(Step step, boolean fromBerlin, int kilograms) {}

    @Property(tries = 15)
    void what_is_not_at_a_site_is_in_transit(@ForAll("histories") List<Action> history) {
        WorkingBakery bakery = new WorkingBakery().withFlour();
        Quantity onTheRoad = of("0 KGM");
        for (int i = 0; i < history.size(); i++) {
            Action action = history.get(i);
            Quantity change = done(bakery, "e" + i, action);
            onTheRoad = onTheRoad.plus(change);

            List<StockBalance> stock =
                    bakery.unitOfWork().required(() -> bakery.database().stock().ofLots(List.of(FLOUR_1)));
            assertFalse(stock.stream().anyMatch(balance -> balance.quantity().isNegative()));
            assertEquals(of("1000 KGM"), sum(stock));
            assertEquals(
                    onTheRoad,
                    sum(stock.stream()
                            .filter(balance -> balance.position().place().kind() == PlaceKind.IN_TRANSIT)
                            .toList()));
        }
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
    }

    /** @return what is more on the road than before; nothing after a refusal */
    private static Quantity done(WorkingBakery bakery, String id, Action action) {
        SiteId here = action.fromBerlin() ? BERLIN : POTSDAM;
        SiteId there = action.fromBerlin() ? POTSDAM : BERLIN;
        Quantity quantity = of(action.kilograms() + " KGM");
        Arrival.Line line = new Arrival.Line(LotReference.to(FLOUR_1), quantity, Optional.empty());
        return switch (action.step()) {
            case DISPATCH ->
                bakery.capture()
                        .dispatch(new Dispatch(
                                aContext(id).in(here).request(),
                                there,
                                Optional.empty(),
                                List.of(on(SHELF, FLOUR_1, action.kilograms() + " KGM"))))
                        .fold(known -> quantity, refused -> of("0 KGM"));
            case ARRIVE, CALL_BACK ->
                bakery.capture()
                        .arrive(new Arrival(
                                aContext(id).in(here).requested().request(),
                                action.step() == Step.ARRIVE ? here : there,
                                SHELF,
                                List.of(),
                                List.of(line)))
                        .fold(known -> quantity.negated(), refused -> of("0 KGM"));
            case HOLD -> {
                bakery.disposed(FLOUR_1, action.fromBerlin() ? Disposition.ON_HOLD : Disposition.RECALLED);
                yield of("0 KGM");
            }
        };
    }

    private static Quantity sum(List<StockBalance> stock) {
        return stock.stream().map(StockBalance::quantity).reduce(of("0 KGM"), Quantity::plus);
    }

    @Provide
    Arbitrary<List<Action>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Step.class),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 700))
                .as(Action::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25);
    }
}
