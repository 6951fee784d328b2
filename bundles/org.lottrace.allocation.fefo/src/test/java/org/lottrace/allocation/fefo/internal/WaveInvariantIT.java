package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.partner.PartyRole;

/**
 * A wave looks at few lots, and gives each order what it would get by itself after those before it. Where that leaves somebody short, the
 * wave fills no less.
 */
class WaveInvariantIT {
    private static final PartyId NEAR = new PartyId("NEAR");

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void a_wave_gives_what_the_orders_get_one_by_one(
            @ForAll("stock") List<Stocked> stock,
            @ForAll("orders") List<Ordered> orders,
            @ForAll("rules") List<String> rules) {
        Warehouse warehouse =
                new Warehouse().with(aParty(NEAR.value()).as(PartyRole.CUSTOMER).build());
        for (int i = 0; i < stock.size(); i++) {
            stock.get(i).comesTo(warehouse, i);
        }
        for (int i = 0; i < rules.size(); i++) {
            save(warehouse, i == 0 ? MARKET : NEAR, rules.get(i));
        }
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            numbers.add("O" + i);
            warehouse.ordered(aSalesOrder("O" + i)
                    .by(orders.get(i).isNear ? NEAR : MARKET)
                    .deliveredOn(TODAY.plusDays(1).toString())
                    .ordering(BREAD, orders.get(i).pieces + " C62")
                    .build());
        }

        List<LineAllocation> wave =
                done(warehouse.company.service(AllocationWaves.class).whatIf(numbers, Fairness.AS_LISTED));

        List<LineAllocation> oneByOne = numbers.stream()
                .flatMap(number -> warehouse.allocate(number).stream())
                .toList();
        Supplier<String> all = () -> stock + " " + orders + " " + rules;
        if (shortBy(oneByOne) == 0) {
            assertEquals(Warehouse.text(oneByOne), Warehouse.text(wave), all);
        } else {
            assertTrue(
                    shortBy(wave) <= shortBy(oneByOne),
                    () -> Warehouse.text(oneByOne) + " but " + Warehouse.text(wave) + " " + all.get());
        }
    }

    private static int shortBy(List<LineAllocation> lines) {
        return lines.stream()
                .mapToInt(line -> line.shortBy().amount().intValueExact())
                .sum();
    }

    private static void save(Warehouse warehouse, PartyId customer, String terms) {
        RuleScope scope = new RuleScope(
                Optional.of(BREAD), Optional.empty(), Optional.of(customer), Optional.empty(), Optional.empty());
        done(warehouse
                .company
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(scope, TODAY, Terms.of(terms), "test")));
    }

    /** @param days until it expires; more than 20 for no date */
    private record Stocked(int days, int made, int pieces, Kind kind) {
        private enum Kind {
            FREE,
            FREE_TOO,
            HELD,
            LEAVING
        }

        void comesTo(Warehouse warehouse, int number) {
            LotBuilder builder = aLot("L" + (number * 7 % 10) + number)
                    .of(BREAD)
                    .producedOn(TODAY.minusDays(made).toString());
            Lot lot =
                    (days > 20 ? builder : builder.expiring(TODAY.plusDays(days).toString())).build();
            warehouse.with(lot, pieces + " C62", kind == Kind.LEAVING ? DOCK : SHELF);
            if (kind == Kind.HELD) {
                warehouse.holding(lot);
            }
        }
    }

    private record Ordered(boolean isNear, int pieces) {}

    @Provide
    Arbitrary<List<Stocked>> stock() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 22),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(1, 2, 3, 5, 12, 24),
                        Arbitraries.of(Stocked.Kind.class))
                .as(Stocked::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(16);
    }

    @Provide
    Arbitrary<List<Ordered>> orders() {
        return Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.integers().between(1, 14))
                .as(Ordered::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<String>> rules() {
        return Arbitraries.of(
                        "rotation=FIFO",
                        "rotation=LEFO",
                        "rotation=FIRST_MANUFACTURED",
                        "rotation=NEWEST_FIRST",
                        "days=5",
                        "percent=66",
                        "until=2026-03-12",
                        "blocked=3",
                        "neverOlder",
                        "transit=4",
                        "single=0",
                        "single=6",
                        "lots=2",
                        "lots=1",
                        "lots=3 single=0",
                        "same=productionDate",
                        "same=productionDate lots=2",
                        "same=expiryDate single=0 pallets",
                        "age=3",
                        "says=productionDate:2026-03-01/2026-02-28",
                        "pallets",
                        "faces",
                        "largest",
                        "whole=CS")
                .list()
                .ofMaxSize(2);
    }
}
