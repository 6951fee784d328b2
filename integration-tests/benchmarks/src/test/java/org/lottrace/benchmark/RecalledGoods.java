package org.lottrace.benchmark;

import static org.lottrace.api.event.EventType.PRODUCE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** One lot of flour and all the bread that is made of it: one lot in ten is shipped, ten lots a shipment, and another one reserved. */
final class RecalledGoods {
    private static final int IN_ONE_BATCH = 1_000;
    private static final int IN_ONE_SHIPMENT = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    private final TestDatabase database;
    private final WorkingBakery bakery;
    private final int lots;
    private final AtomicInteger events = new AtomicInteger();
    private LocalDate day = FIRST_DAY;

    /** @param lots of bread for each lot of flour, in thousands */
    RecalledGoods(TestDatabase database, WorkingBakery bakery, int lots) {
        this.database = database;
        this.bakery = bakery;
        this.lots = lots;
    }

    /** @return the flour of that turn, of which all the bread is that was made on {@link #day} */
    Lot of(String turn) throws InterruptedException {
        day = day.plusDays(1);
        Lot flour = aLot("F" + turn).of(FLOUR).from(MILL).build();
        database.lots().insert(flour);
        append(anEvent("in" + turn, RECEIVE).moving(flour.key(), lots + 1 + " KGM", Place.party(MILL), in(SHELF)));
        for (int batch = 0; batch < lots / IN_ONE_BATCH; batch++) {
            String name = turn + "B" + batch;
            database.unitOfWork().run(() -> bake(flour, name));
        }
        database.sql("analyze"); // as the server does by itself after some minutes
        // as it does by itself all the time
        bakery.company().service(LedgerFollowers.class).catchUp("graph", Duration.ofMinutes(1));
        return flour;
    }

    /** @return the day on which the bread of the last turn was made */
    LocalDate day() {
        return day;
    }

    private void bake(Lot flour, String name) {
        List<LotKey> bread = bread(flour, name, IN_ONE_BATCH);
        for (int begin = 0; begin < IN_ONE_BATCH / 10; begin += IN_ONE_SHIPMENT) {
            EventBuilder shipped = anEvent(id(), SHIP).of(DocumentType.SHIPMENT, name + "S" + begin);
            bread.subList(begin, begin + IN_ONE_SHIPMENT)
                    .forEach(lot -> shipped.moving(lot, "12 C62", in(SHELF), Place.party(MARKET)));
            append(shipped);
        }
        OrderLineReference order =
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO" + name), 1);
        database.reservations()
                .save(bread.subList(IN_ONE_BATCH / 10, IN_ONE_BATCH / 5).stream()
                        .map(lot -> new Reservation(order, lot, Position.at(in(SHELF)), quantity("12 C62")))
                        .toList());
    }

    /** @return lots that are made of the flour in one event */
    List<LotKey> bread(Lot flour, String name, int number) {
        Lot[] made = IntStream.range(0, number)
                .mapToObj(i -> aLot(name + "L" + i)
                        .of(BREAD)
                        .madeAt(BERLIN)
                        .producedOn(day.toString())
                        .expiring("2099-12-31")
                        .build())
                .toArray(Lot[]::new);
        database.lots().insert(made);
        List<LotKey> bread = Stream.of(made).map(Lot::key).toList();
        Place oven = Place.transformation(BERLIN);
        EventBuilder baked = anEvent(id(), PRODUCE).moving(flour.key(), number + " KGM", in(SHELF), oven);
        bread.forEach(lot -> baked.moving(lot, "24 C62", oven, in(SHELF)).making(lot, flour.key(), "1 KGM"));
        append(baked);
        return bread;
    }

    private void append(EventBuilder event) {
        done(bakery.ledger().append(event.build()));
    }

    private String id() {
        return "e" + events.incrementAndGet();
    }
}
