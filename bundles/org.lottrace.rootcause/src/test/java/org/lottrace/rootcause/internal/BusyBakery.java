package org.lottrace.rootcause.internal;

import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ContextBuilder;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.fixture.SiteBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.rootcause.RootCause;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/**
 * Sixty lots of bread from twenty doughs on four days: flour from three mills, one of which delivers most of it, one lot of
 * salt in everything, two lines, three shifts, four shelves. Who gets what is drawn from the seed.
 */
final class BusyBakery {
    static final PartyId BIG_MILL = new PartyId("BIG-MILL");
    static final PartyId OLD_MILL = new PartyId("OLD-MILL");
    static final PartyId SMALL_MILL = new PartyId("SMALL-MILL");
    static final LotKey SEA_SALT = aLot("SEA").of(SALT).key();

    final TestDatabase database = TestDatabase.h2().withBakery();
    final List<LotKey> flours = new ArrayList<>();
    final List<LotKey> breads = new ArrayList<>();
    final Map<LotKey, String> shelves = new HashMap<>();
    /** The day on which it was made. */
    final Map<LotKey, String> days = new HashMap<>();

    private final TestCompany company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
    private final Ledger ledger = company.service(Ledger.class);
    /** Each bakery is built once: which one it is depends on nothing but the seed and the numbers. */
    private static final Map<List<Object>, Built> BUILT = new HashMap<>();

    /** A bakery as it was when it was built; its test may have gone on since. */
    private record Built(BusyBakery bakery, List<String> rows, Map<LotKey, String> shelves, int events) {
        Built(BusyBakery bakery, List<String> rows) {
            this(bakery, rows, Map.copyOf(bakery.shelves), bakery.events);
        }
    }

    private final Map<LotKey, Set<LotKey>> contents = new HashMap<>();
    private final Random random;
    private int events;

    private final Map<LotKey, String> recorded = new HashMap<>();
    private final boolean tellingNumbers;

    /** Line and shift stand in the lot numbers and nowhere else. */
    BusyBakery(long seed) {
        this(seed, true);
    }

    /** @param tellingNumbers false: line and shift are recorded with each production, and numbers only count */
    BusyBakery(long seed, boolean tellingNumbers) {
        this.tellingNumbers = tellingNumbers;
        random = new Random(seed);
        Built before = BUILT.get(List.of(seed, tellingNumbers));
        if (before == null) {
            fourDays();
            BUILT.put(List.of(seed, tellingNumbers), new Built(this, database.copy()));
        } else {
            database.restore(before.rows);
            flours.addAll(before.bakery.flours);
            breads.addAll(before.bakery.breads);
            shelves.putAll(before.shelves);
            days.putAll(before.bakery.days);
            contents.putAll(before.bakery.contents);
            recorded.putAll(before.bakery.recorded);
            events = before.events;
        }
    }

    private void fourDays() {
        database.unitOfWork().run(() -> {
            List.of(BIG_MILL, OLD_MILL, SMALL_MILL)
                    .forEach(mill -> database.parties().save(aParty(mill).build()));
            database.sites()
                    .save(SiteBuilder.aSite(BERLIN)
                            .numbering(tellingNumbers ? "{line}-{shift}-{seq:4}" : "{seq:4}")
                            .build());
        });
        receive(aLot("SEA").of(SALT), "1000 KGM");
        for (int i = 1; i <= 9; i++) {
            flours.add(receive(aLot("F" + i).from(i <= 6 ? BIG_MILL : i <= 8 ? OLD_MILL : SMALL_MILL), "500 KGM"));
        }
        List<LotKey> doughs = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            doughs.add(
                    make(number(i), DOUGH, "K" + i, doughDay(i), "90 KGM", Set.of(anyOf(flours), SEA_SALT), "10 KGM"));
        }
        for (int i = 1; i <= 60; i++) {
            LotKey dough = i <= 20 ? doughs.get(i - 1) : anyOf(doughs);
            LotKey bread = make(number(100 + i), BREAD, "B" + i, breadDay(i), "50 C62", Set.of(dough), "1 KGM");
            breads.add(bread);
            keep(bread, "C-0" + (1 + random.nextInt(4)));
        }
    }

    RootCause rootCause() {
        return company.service(RootCause.class);
    }

    /** @return the breads that contain one of the lots, on whatever level */
    List<LotKey> breadsWith(LotKey... any) {
        return breadsThat(bread -> List.of(any).stream().anyMatch(contents.get(bread)::contains));
    }

    List<LotKey> breadsThat(Predicate<LotKey> fit) {
        return breads.stream().filter(fit).toList();
    }

    /** @return {@code line-shift-number} */
    String lineAndShift(LotKey made) {
        return recorded.get(made);
    }

    LotKey doughOf(LotKey bread) {
        return contents.get(bread).stream()
                .filter(lot -> lot.item().equals(DOUGH))
                .findFirst()
                .orElseThrow();
    }

    void ship(LotKey bread, String day) {
        append(event(SHIP)
                .of(DocumentType.SHIPMENT, "S" + events)
                .in(aContext("e" + events).at(day + "T08:00:00Z").build())
                .moving(bread, "50 C62", in(shelves.get(bread)), Place.party(MARKET)));
    }

    void keep(LotKey bread, String shelf) {
        shelves.put(bread, shelf);
        append(event(TRANSFER).moving(bread, "50 C62", in("OVEN"), in(shelf)));
    }

    void ship(LotKey bread) {
        append(event(SHIP)
                .of(DocumentType.SHIPMENT, "S" + events)
                .moving(bread, "10 C62", in(shelves.get(bread)), Place.party(MARKET)));
    }

    void moveBack(LotKey bread, String shelf) {
        append(event(TRANSFER).moving(bread, "40 C62", in(shelves.get(bread)), in(shelf)));
    }

    /** What is left of a lot of flour. */
    void moveRest(LotKey flour, String shelf) {
        append(event(TRANSFER).moving(flour, "1 KGM", in("SILO"), in(shelf)));
    }

    private LotKey receive(LotBuilder lot, String quantity) {
        database.unitOfWork().run(() -> database.lots().insert(lot.build()));
        append(event(RECEIVE)
                .in(aContext("e" + events).at("2026-02-10T08:00:00Z").build())
                .of(DocumentType.SHIP_NOTICE, "N" + events)
                .moving(lot.key(), quantity, Place.party(lot.key().issuer()), in("SILO")));
        contents.put(lot.key(), Set.of(lot.key()));
        return lot.key();
    }

    private LotKey make(
            String number,
            ItemNumber item,
            String order,
            String day,
            String quantity,
            Set<LotKey> inputs,
            String each) {
        LotBuilder lot =
                aLot(tellingNumbers ? number : number.substring(4)).of(item).madeAt(BERLIN);
        LotKey made = lot.key();
        recorded.put(made, number);
        days.put(made, day);
        database.unitOfWork().run(() -> database.lots().insert(lot.build()));
        Place process = Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, order));
        EventBuilder consume = event(CONSUME).of(DocumentType.PRODUCTION_ORDER, order);
        consume.in(aContext("e" + events).at(day + "T08:00:00Z").build());
        EventBuilder produce = event(PRODUCE).of(DocumentType.PRODUCTION_ORDER, order);
        ContextBuilder context = aContext("e" + events).at(day + "T08:00:00Z");
        produce.in((tellingNumbers ? context : context.on(number.substring(0, 1), number.substring(2, 3))).build());
        Place transformation = Place.transformation(BERLIN);
        Set<LotKey> all = new TreeSet<>();
        for (LotKey input : new TreeSet<>(inputs)) {
            Place from = input.item().equals(DOUGH) ? in("OVEN") : in("SILO");
            consume.moving(input, each, from, process);
            produce.moving(input, each, process, transformation).making(made, input, each);
            all.add(input);
            all.addAll(contents.get(input));
        }
        append(consume);
        append(produce.moving(made, quantity, transformation, in("OVEN")));
        contents.put(made, all);
        return made;
    }

    private static String breadDay(int turn) {
        return "2026-03-0" + (2 + turn % 4);
    }

    /** Two to seventeen days before the bread. */
    private static String doughDay(int turn) {
        return "2026-02-" + (16 + 4 * (turn % 4));
    }

    private EventBuilder event(EventType type) {
        events++;
        return anEvent("e" + events, type);
    }

    private void append(EventBuilder event) {
        ledger.append(event.build()).fold(known -> known, violations -> {
            throw new AssertionError(violations.toString());
        });
    }

    private LotKey anyOf(List<LotKey> lots) {
        return lots.get(random.nextInt(lots.size()));
    }

    /** Two lines and three shifts take turns as chance will have it. */
    private String number(int sequence) {
        return (1 + random.nextInt(2)) + "-" + (1 + random.nextInt(3)) + "-" + String.format("%04d", sequence);
    }

    private static Place in(String location) {
        return Place.location(BERLIN, new LocationId(location));
    }
}
