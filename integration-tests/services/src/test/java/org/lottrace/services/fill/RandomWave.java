package org.lottrace.services.fill;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.PartyBuilder.aParty;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.Fairness;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.fixture.SalesOrderBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Lots, customers, rules and orders drawn with a seed: lots of any age and shelf life, some held, some at the dock, some with two
 * positions; customers who want days, a part of the whole shelf life or another rotation; more wanted than there is of some items.
 */
final class RandomWave {
    private static final List<ItemNumber> ITEMS = List.of(new ItemNumber("I0"), new ItemNumber("I1"));
    private static final int CUSTOMERS = 5;
    private static final int LONGEST = 60;

    private final Random random;
    private final long seed;
    private static final int FEW_DAYS = 6;

    private final Limit limit;

    /** What rules say of which lots go together on a line. */
    enum Limit {
        NONE,
        /** One or two, or one that suffices. */
        FEW_LOTS,
        /** All of one expiry; there are few different ones. */
        ONE_EXPIRY
    }

    private final Size size;

    /** How many there are, from and to. */
    record Size(int fewestLots, int mostLots, int fewestOrders, int mostOrders) {
        static final Size LARGE = new Size(5, 40, 10, 60);
        /** Small enough to be solved with whole numbers. */
        static final Size SMALL = new Size(4, 8, 4, 10);
    }

    /**
     * What was drawn.
     *
     * @param lots with the pieces at each location
     */
    record Drawn(
            List<Party> customers,
            List<RuleChange> rules,
            List<Stocked> lots,
            List<SalesOrder> orders,
            Fairness fairness) {
        List<String> numbers() {
            return orders.stream().map(SalesOrder::number).toList();
        }
    }

    record Stocked(Lot lot, int receivedDaysAgo, boolean held, List<At> places) {}

    record At(LocationId location, int pieces) {}

    RandomWave(long seed, Limit limit, Size size) {
        this.random = new Random(seed);
        this.seed = seed;
        this.limit = limit;
        this.size = size;
    }

    Drawn draw() {
        List<Party> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> aParty("C" + i)
                        .as(PartyRole.CUSTOMER)
                        .requiringRemainingDays(random.nextInt(15))
                        .build())
                .toList();
        List<RuleChange> rules = new ArrayList<>();
        for (Party customer : customers) {
            if (random.nextInt(3) > 0) {
                rules.add(rule(Optional.empty(), Optional.of(customer.id())));
            }
        }
        if (random.nextBoolean()) {
            rules.add(rule(Optional.of(ITEMS.get(0)), Optional.empty()));
        }
        List<Stocked> lots = IntStream.range(0, between(size.fewestLots(), size.mostLots()))
                .mapToObj(this::lot)
                .toList();
        List<SalesOrder> orders = IntStream.range(0, between(size.fewestOrders(), size.mostOrders()))
                .mapToObj(this::order)
                .toList();
        return new Drawn(customers, rules, lots, orders, Fairness.values()[random.nextInt(Fairness.values().length)]);
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    private Stocked lot(int number) {
        int life = between(5, LONGEST);
        int anyDay = random.nextInt(life + 4) - 3;
        int expiresIn = limit == Limit.ONE_EXPIRY ? anyDay / FEW_DAYS * FEW_DAYS : anyDay;
        LotBuilder lot =
                aLot("L" + number).of(ITEMS.get(random.nextInt(ITEMS.size()))).from(MILL);
        if (random.nextInt(8) > 0) {
            lot.expiring(TODAY.plusDays(expiresIn).toString());
        }
        if (random.nextInt(5) > 0) {
            lot.producedOn(TODAY.plusDays((long) expiresIn - life).toString());
        }
        List<LocationId> locations = new ArrayList<>(List.of(SHELF, PICK_FACE, DOCK));
        Collections.shuffle(locations, random);
        return new Stocked(
                lot.build(),
                random.nextInt(LONGEST),
                random.nextInt(10) == 0,
                locations.subList(0, between(1, 2)).stream()
                        .map(location -> new At(location, between(1, 30)))
                        .toList());
    }

    private SalesOrder order(int number) {
        SalesOrderBuilder order = aSalesOrder("O" + number)
                .by(new PartyId("C" + random.nextInt(CUSTOMERS)))
                .deliveredOn(TODAY.plusDays(random.nextInt(20) - 2L).toString());
        for (int line = between(1, 3); line > 0; line--) {
            order.ordering(ITEMS.get(random.nextInt(ITEMS.size())), between(1, 25) + " C62");
        }
        return order.build();
    }

    private RuleChange rule(Optional<ItemNumber> item, Optional<PartyId> customer) {
        RuleTerms terms = new RuleTerms(
                sometimes(Rotation.values()[random.nextInt(Rotation.values().length)]),
                sometimes(random.nextInt(20)),
                sometimes(between(1, 80)),
                sometimes(TODAY.plusDays(random.nextInt(15))),
                sometimes(random.nextInt(8)),
                Optional.empty(),
                sometimes(random.nextInt(4)),
                limit == Limit.FEW_LOTS ? sometimes(random.nextInt(5)) : Optional.empty(),
                limit == Limit.FEW_LOTS ? Optional.of(between(1, 2)) : Optional.empty(),
                limit == Limit.FEW_LOTS ? Optional.empty() : sometimes(random.nextBoolean()),
                sometimes(random.nextBoolean()),
                sometimes(random.nextBoolean()),
                Optional.empty(),
                limit == Limit.ONE_EXPIRY ? Optional.of("expiryDate") : Optional.empty(),
                List.of(),
                Optional.empty());
        return new RuleChange(
                new RuleScope(item, Optional.empty(), customer, Optional.empty(), Optional.empty()),
                TODAY.minusDays(1),
                terms,
                "test");
    }

    private <T> Optional<T> sometimes(T value) {
        return random.nextInt(3) == 0 ? Optional.of(value) : Optional.empty();
    }

    /**
     * @param rows in which order the rows come into the database
     * @return a company that has all that
     */
    static TestCompany company(Drawn drawn, Random rows) {
        TestDatabase database = TestDatabase.h2().withBakery();
        TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
        Ledger ledger = company.service(Ledger.class);
        database.unitOfWork().run(() -> {
            ITEMS.forEach(item -> database.items().save(anItem(item).in("C62").build()));
            shuffled(drawn.customers(), rows).forEach(database.parties()::save);
            shuffled(drawn.lots(), rows).forEach(stocked -> stock(database, ledger, stocked));
            shuffled(drawn.orders(), rows).forEach(database.salesOrders()::save);
            drawn.rules()
                    .forEach(rule -> done(company.service(AllocationRules.class).save(ANNA, rule)));
        });
        return company;
    }

    private static void stock(TestDatabase database, Ledger ledger, Stocked stocked) {
        String id = stocked.lot().key().number().value();
        database.lots().insert(stocked.lot());
        for (At at : stocked.places()) {
            done(ledger.append(anEvent("in", EventType.RECEIVE)
                    .in(aContext("in-" + id + "-" + at.location())
                            .at(NOW.minus(Duration.ofDays(stocked.receivedDaysAgo()))
                                    .toString())
                            .build())
                    .moving(stocked.lot().key(), at.pieces() + " C62", Place.party(MILL), in(at.location()))
                    .build()));
        }
        if (stocked.held()) {
            done(ledger.append(anEvent("hold-" + id, EventType.HOLD)
                    .setting(stocked.lot().key(), Disposition.ON_HOLD, "smells")
                    .build()));
        }
    }

    private static <T> List<T> shuffled(List<T> rows, Random by) {
        List<T> copy = new ArrayList<>(rows);
        Collections.shuffle(copy, by);
        return copy;
    }

    static boolean canBeAllocated(LocationId location) {
        return Bakery.site(BERLIN).location(location).orElseThrow().type().canBeAllocated();
    }

    @Override
    public String toString() {
        return "wave " + seed + ", " + limit;
    }
}
