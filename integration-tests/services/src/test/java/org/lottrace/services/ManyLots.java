package org.lottrace.services;

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
import java.util.List;
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

/** Bread of one lot of flour, half of it shipped and the other half reserved. */
final class ManyLots {
    private ManyLots() {}

    /** @return the flour, when the graph knows all of it */
    static LotKey baked(WorkingBakery bakery, int lots) {
        Lot flour = aLot("F" + lots).of(FLOUR).from(MILL).build();
        Lot[] bread = IntStream.range(0, lots)
                .mapToObj(
                        i -> aLot("B" + lots + "-" + i).of(BREAD).madeAt(BERLIN).build())
                .toArray(Lot[]::new);
        bakery.database().lots().insert(flour);
        bakery.database().lots().insert(bread);
        Place oven = Place.transformation(BERLIN);
        EventBuilder baked = anEvent("baked" + lots, PRODUCE).moving(flour.key(), lots + " KGM", in(SHELF), oven);
        EventBuilder shipped = anEvent("shipped" + lots, SHIP).of(DocumentType.SHIPMENT, "S" + lots);
        List<LotKey> keys = Stream.of(bread).map(Lot::key).toList();
        keys.forEach(lot -> baked.moving(lot, "24 C62", oven, in(SHELF)).making(lot, flour.key(), "1 KGM"));
        keys.subList(0, lots / 2).forEach(lot -> shipped.moving(lot, "12 C62", in(SHELF), Place.party(MARKET)));
        Stream.of(
                        anEvent("in" + lots, RECEIVE).moving(flour.key(), lots + " KGM", Place.party(MILL), in(SHELF)),
                        baked,
                        shipped)
                .forEach(event -> done(bakery.ledger().append(event.build())));
        OrderLineReference order =
                new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, "SO" + lots), 1);
        bakery.database()
                .reservations()
                .save(keys.subList(lots / 2, lots).stream()
                        .map(lot -> new Reservation(order, lot, Position.at(in(SHELF)), quantity("12 C62")))
                        .toList());
        bakery.company().service(LedgerFollowers.class).catchUp("graph", Duration.ofMinutes(1));
        return flour.key();
    }
}
