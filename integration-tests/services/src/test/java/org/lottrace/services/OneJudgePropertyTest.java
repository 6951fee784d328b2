package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.COMPANY;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.RecallFixture.ANNA;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.WantedAttribute;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.violation.Violation;
import org.lottrace.company.WorkingBakery;

/**
 * Whatever was decided of lots and whenever they expire: allocation, picking and shipping refuse goods for the reasons that
 * {@link LotUsability} gives, which is what REST, SOAP, the shell and the pages answer, and for no others. What the ship
 * notices to the customer announce are the goods that it has nothing against.
 */
class OneJudgePropertyTest {
    private static final Set<String> OF_THE_JUDGE =
            Set.of("LOT_ON_HOLD", "LOT_RECALLED", "LOT_EXPIRED", "SHELF_LIFE_TOO_SHORT");
    private static final Set<String> OF_THE_RULES = Set.of(
            "REMAINING_LIFE_BELOW_RULE",
            "REMAINING_LIFE_UNKNOWN",
            "BLOCKED_BEFORE_EXPIRY",
            "TOO_YOUNG",
            "AGE_UNKNOWN",
            "IN_QUARANTINE",
            "ATTRIBUTE_NOT_WANTED");
    private static final Optional<Party> CUSTOMER = Optional.of(Bakery.party(MARKET));

    enum Act {
        HOLD,
        HOLD_ON_THE_SHELF,
        HOLD_ELSEWHERE,
        RELEASE,
        RECALL,
        END
    }

    /** @param expiresIn days from today; 30 stands for never */
    record Kind(int expiresIn, List<Act> acts) {}

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void nobody_judges_otherwise(
            @ForAll("kinds") List<Kind> kinds, @ForAll @IntRange(min = -3, max = 6) int deliveredIn) {
        SentNotices notices = new SentNotices();
        WorkingBakery bakery = notices.bakery();
        List<Lot> lots = kinds.stream()
                .map(kind -> onTheShelf(bakery, kind, "L" + kinds.indexOf(kind)))
                .distinct()
                .toList();
        LocalDate delivery = TODAY.plusDays(deliveredIn);
        SalesOrder order = aSalesOrder("ALL")
                .deliveredOn(delivery.toString())
                .ordering(BREAD, "10000 C62")
                .build();
        bakery.ordered(order);
        LocalDate judged = order.judgedOn(TODAY);

        Allocation allocation = bakery.company().service(Allocation.class);
        done(allocation.allocate("ALL"))
                .get(0)
                .candidates()
                .forEach(candidate -> assertEquals(
                        judge(bakery, lot(lots, candidate.lot()), Purpose.ALLOCATION, CUSTOMER, judged),
                        codes(candidate.reasons()),
                        "allocation of " + candidate.lot()));
        allocation.cancel("ALL");
        Set<String> good = new TreeSet<>();
        for (Lot lot : lots) {
            if (judge(bakery, lot, Purpose.SHIPMENT, CUSTOMER, judged).isEmpty()) {
                good.add(lot.number().value());
            }
            assertEquals(
                    judge(bakery, lot, Purpose.PICKING, Optional.empty(), TODAY),
                    codes(pick(bakery, lot).violations()),
                    "pick of " + lot.key());
            assertEquals(
                    judge(bakery, lot, Purpose.SHIPMENT, CUSTOMER, judged),
                    codes(ship(bakery, lot, delivery).violations()),
                    "shipment of " + lot.key());
        }
        assertEquals(good, notices.lots(Pattern.compile("L[0-9]+")), "what the ship notices announce");
    }

    /** Whatever the rules say: allocation refuses a lot for what shipping and picking for the order refuse it for, word for word. */
    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void nobody_reads_the_rules_otherwise(
            @ForAll @IntRange(min = -1, max = 40) int expiresIn,
            @ForAll @IntRange(max = 20) int days,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @IntRange(max = 20) int blocked,
            @ForAll @IntRange(max = 5) int transit,
            @ForAll @IntRange(max = 6) int demanded,
            @ForAll @IntRange(min = -3, max = 6) int deliveredIn) {
        WorkingBakery bakery = new WorkingBakery();
        Lot lot = onTheShelf(bakery, new Kind(expiresIn, List.of()), "L");
        LocalDate delivery = TODAY.plusDays(deliveredIn);
        RuleTerms terms = new RuleTerms(
                Optional.empty(),
                Optional.of(days),
                Optional.of(percent),
                Optional.empty(),
                Optional.of(blocked),
                Optional.empty(),
                Optional.of(transit),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new LotDemands(
                        Optional.of(demanded % 3),
                        Optional.of(demanded),
                        Optional.empty(),
                        Optional.empty(),
                        demanded % 2 == 0
                                ? List.of()
                                : List.of(
                                        new WantedAttribute("grade", List.of("A")),
                                        new WantedAttribute("expiryDate", List.of())),
                        List.of())),
                Optional.empty());
        done(bakery.company()
                .service(AllocationRules.class)
                .save(ANNA, new RuleChange(RuleScope.EVERYTHING, TODAY, terms, "test")));
        bakery.ordered(aSalesOrder("ALL")
                .deliveredOn(delivery.toString())
                .ordering(BREAD, "10000 C62")
                .build());

        List<Violation> reasons = done(bakery.company()
                        .service(Allocation.class)
                        .allocate("ALL"))
                .get(0)
                .candidates()
                .get(0)
                .reasons();
        bakery.company().service(Allocation.class).cancel("ALL");

        assertEquals(codes(reasons), codes(ship(bakery, lot, delivery).violations()), "usable on the day it arrives");
        assertEquals(ofTheRules(reasons), ofTheRules(ship(bakery, lot, delivery).violations()), "shipment");
        assertEquals(ofTheRules(reasons), ofTheRules(pick(bakery, lot).violations()), "pick for the order");
    }

    private static Set<String> ofTheRules(List<Violation> violations) {
        return violations.stream()
                .filter(one -> OF_THE_RULES.contains(one.code()))
                .map(one -> one.code() + " " + one.message())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Provide
    Arbitrary<List<Kind>> kinds() {
        return Combinators.combine(
                        Arbitraries.of(-2, -1, 0, 1, 4, 5, 6, 12, 30),
                        Arbitraries.of(Act.class).list().ofMaxSize(4))
                .as(Kind::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    private static Lot onTheShelf(WorkingBakery bakery, Kind kind, String number) {
        Lot lot = kind.expiresIn() == 30
                ? aLot(number).of(BREAD).from(COMPANY).build()
                : aLot(number)
                        .of(BREAD)
                        .from(COMPANY)
                        .expiring(TODAY.plusDays(kind.expiresIn()).toString())
                        .build();
        if (bakery.lots().find(lot.key()).isPresent()) {
            return lot;
        }
        bakery.unitOfWork().run(() -> bakery.database().lots().insert(lot));
        WorkingBakery.recorded(bakery.ledger()
                .append(anEvent("in-" + number, EventType.RECEIVE)
                        .moving(lot.key(), "10 C62", Place.party(MILL), in(SHELF))
                        .build()));
        for (int i = 0; i < kind.acts().size(); i++) {
            act(bakery.holds(), kind.acts().get(i), number + "-" + i, List.of(lot.key()));
        }
        return lot;
    }

    /** What is refused, as a release without a hold, did not happen. */
    private static void act(Holds holds, Act act, String id, List<LotKey> lot) {
        switch (act) {
            case HOLD -> holds.hold(aContext(id).request(), lot, Optional.empty(), "reason " + id);
            case HOLD_ON_THE_SHELF -> holds.hold(aContext(id).request(), lot, held(SHELF), "wet");
            case HOLD_ELSEWHERE -> holds.hold(aContext(id).request(), lot, held(PICK_FACE), "wet");
            case RELEASE -> holds.release(aContext(id).request(), lot, "fine", List.of());
            case RECALL -> holds.recall(aContext(id).request(), lot, "R-1");
            case END -> holds.endRecall(aContext(id).request(), lot, "not affected");
        }
    }

    private static Optional<HeldGoods> held(LocationId location) {
        return Optional.of(new HeldGoods(location, Optional.empty()));
    }

    private static Lot lot(List<Lot> lots, LotKey key) {
        return lots.stream().filter(lot -> lot.key().equals(key)).findFirst().orElseThrow();
    }

    private static Set<String> judge(
            WorkingBakery bakery, Lot lot, Purpose purpose, Optional<Party> party, LocalDate date) {
        return codes(bakery.company()
                .service(LotUsability.class)
                .isUsable(lot, purpose, party, date)
                .at(Position.at(in(SHELF)))
                .reasons());
    }

    private static Outcome<?> pick(WorkingBakery bakery, Lot lot) {
        return bakery.capture()
                .transfer(
                        EventType.PICK,
                        new Transfer(
                                aContext("pick-" + lot.number()).request(),
                                BERLIN,
                                PICK_FACE,
                                Optional.empty(),
                                List.of(on(SHELF, lot.key(), "1 C62"))));
    }

    private static Outcome<?> ship(WorkingBakery bakery, Lot lot, LocalDate delivery) {
        String order = "SO-" + lot.number();
        bakery.ordered(aSalesOrder(order)
                .deliveredOn(delivery.toString())
                .ordering(BREAD, "5 C62")
                .build());
        bakery.reserve(order, 1, lot.key(), SHELF, "5 C62");
        return bakery.ship(
                "ship-" + lot.number(), "S-" + lot.number(), order, leaving(1, on(SHELF, lot.key(), "5 C62")));
    }

    private static Set<String> codes(List<Violation> violations) {
        return violations.stream()
                .map(Violation::code)
                .filter(OF_THE_JUDGE::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
