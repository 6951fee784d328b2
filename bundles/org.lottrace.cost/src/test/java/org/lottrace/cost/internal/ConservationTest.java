package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.cost.internal.RandomBakery.Step;

/** Whatever a company does with its lots, value is neither made nor lost. */
class ConservationTest {
    @Property(tries = 300)
    void the_accounts_add_up_to_zero_after_every_event(@ForAll("steps") List<Step> steps) {
        RandomBakery bakery = new RandomBakery();

        for (Step step : steps) {
            bakery.take(step);
            Money sum = Stream.of(Account.values())
                    .map(bakery.books()::balance)
                    .reduce(Money::plus)
                    .orElseThrow();
            assertTrue(sum.isZero());
        }
    }

    @Property(tries = 300)
    void lot_values_equal_their_accounts_and_lot_quantities_the_stock_after_every_event(
            @ForAll("steps") List<Step> steps) {
        RandomBakery bakery = new RandomBakery();

        for (Step step : steps) {
            bakery.take(step);
            Money onStock = Money.zero(MemoryBooks.EUR);
            Money inProcess = onStock;
            for (LotCost cost : bakery.books().lots()) {
                assertEquals(bakery.stockOf(cost.lot()), cost.quantity().plus(bakery.consigned(cost.lot())));
                assertFalse(cost.onStock().value().isNegative()
                        || cost.inProcess().value().isNegative());
                onStock = onStock.plus(cost.onStock().value());
                inProcess = inProcess.plus(cost.inProcess().value());
            }
            assertEquals(bakery.books().balance(Account.INVENTORY), onStock);
            assertEquals(bakery.books().balance(Account.WORK_IN_PROCESS), inProcess);
        }
    }

    @Property(tries = 300)
    void nothing_is_left_of_the_value_when_nothing_is_left_of_the_goods(@ForAll("steps") List<Step> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);

        bakery.finishEverything();

        assertTrue(bakery.books().balance(Account.INVENTORY).isZero());
        assertTrue(bakery.books().balance(Account.WORK_IN_PROCESS).isZero());
    }

    @Property(tries = 300)
    void the_sources_of_a_lot_add_up_to_what_came_into_it(@ForAll("steps") List<Step> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.stream()
                .filter(step -> step.kind() != RandomBakery.Kind.METHOD && step.kind() != RandomBakery.Kind.UNDO)
                .forEach(bakery::take);

        for (LotCost cost : bakery.books().lots()) {
            Money sources = bakery.books().sourcesOf(cost.lot()).stream()
                    .map(CostSource::value)
                    .reduce(Money.zero(MemoryBooks.EUR), Money::plus);
            assertEquals(bakery.valueThatCameInto(cost.lot()), sources);
        }
    }

    /** What was received less what was issued, line by line of the journal, is what each lot is worth. */
    @Property(tries = 300)
    void lots_are_worth_what_came_in_less_what_went_out_and_never_half_a_cent_off_their_unit_cost(
            @ForAll("steps") List<Step> steps) {
        RandomBakery bakery = new RandomBakery();

        for (Step step : steps) {
            bakery.take(step);
            for (KeptCost kept : bakery.books().kept()) {
                CostedQuantity left = kept.cost().onStock();
                Money moved = bakery.books().ofLot(kept.cost().lot()).stream()
                        .flatMap(entry -> entry.lines().stream())
                        .filter(line -> line.account() == Account.INVENTORY
                                && line.lot().equals(Optional.of(kept.cost().lot())))
                        .map(JournalLine::amount)
                        .reduce(Money.zero(MemoryBooks.EUR), Money::plus);
                assertEquals(moved, left.value());
                BigDecimal basis = kept.basis().quantity().amount();
                BigDecimal off = left.value()
                        .getAmount()
                        .multiply(basis)
                        .subtract(kept.basis()
                                .value()
                                .getAmount()
                                .multiply(left.quantity().amount()))
                        .abs();
                assertTrue(off.compareTo(basis.multiply(new BigDecimal("0.005"))) <= 0);
            }
        }
    }

    @Property(tries = 300)
    void at_weighted_average_no_lot_drifts_away_from_its_share(@ForAll("steps") List<Step> steps) {
        RandomBakery bakery = new RandomBakery();
        bakery.take(new Step(RandomBakery.Kind.METHOD, 0, 1, 1));

        for (Step step : steps) {
            if (step.kind() != RandomBakery.Kind.METHOD) {
                bakery.take(step);
                CostedQuantity all = bakery.books().lots().stream()
                        .map(LotCost::onStock)
                        .reduce(CostedQuantity::plus)
                        .orElse(NOTHING);
                bakery.books().lots().forEach(lot -> assertTrue(isNear(lot.onStock(), all), lot + " of " + all));
            }
        }
    }

    private static final CostedQuantity NOTHING =
            new CostedQuantity(Quantity.of("0", "KGM"), Money.zero(MemoryBooks.EUR));

    /** Two cents for each of the four lots and for itself: what a lot was rounded by at the last spread, and what it is tolerated to be off. */
    private static boolean isNear(CostedQuantity lot, CostedQuantity all) {
        BigDecimal quantity = all.quantity().amount();
        BigDecimal off = lot.value()
                .getAmount()
                .multiply(quantity)
                .subtract(all.value().getAmount().multiply(lot.quantity().amount()))
                .abs();
        return off.compareTo(new BigDecimal("0.10").multiply(quantity)) <= 0;
    }

    @Property(tries = 300)
    void at_standard_each_lot_is_worth_that_and_nothing_else(@ForAll("steps") List<Step> steps) {
        RandomBakery bakery = new RandomBakery();
        bakery.take(new Step(RandomBakery.Kind.METHOD, 0, 2, 7));

        for (Step step : steps) {
            if (step.kind() != RandomBakery.Kind.METHOD) {
                bakery.take(step);
                bakery.books()
                        .lots()
                        .forEach(lot -> assertEquals(
                                Money.of(
                                        MemoryBooks.EUR,
                                        new BigDecimal("7.3337")
                                                .multiply(
                                                        lot.onStock().quantity().amount()),
                                        Layer.ROUNDING),
                                lot.onStock().value()));
            }
        }
    }

    @Property(tries = 100)
    void books_that_are_built_again_from_the_same_events_are_the_same(@ForAll("steps") List<Step> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);

        MemoryBooks again = RandomBakery.emptyBooks();
        bakery.books().events().forEach(again::book);

        assertEquals(bakery.books().kept(), again.kept());
        assertEquals(bakery.books().entries(), again.entries());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(RandomBakery.Kind.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 1000))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
