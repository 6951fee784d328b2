package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
import org.lottrace.api.partner.Party;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** The bakery's warehouse in Berlin, with a real ledger on a real database: goods arrive, orders come in, goods leave. */
final class Warehouse {
    final TestDatabase database;
    final TestCompany company;
    final Ledger ledger;
    final Allocation allocation;
    final SalesOrders orders;
    private int events;

    /** Where it is kept: what rules ask is asked in the words of each database. */
    enum On {
        H2,
        POSTGRESQL
    }

    Warehouse() {
        this(On.H2);
    }

    Warehouse(On on) {
        database = (on == On.H2 ? TestDatabase.h2() : TestDatabase.postgresql()).withBakery();
        company = TestCompany.on(database).with(Clock.class, Bakery.CLOCK);
        ledger = company.service(Ledger.class);
        allocation = company.service(Allocation.class);
        orders = company.service(SalesOrders.class);
    }

    Warehouse with(Party customer) {
        database.unitOfWork().run(() -> database.parties().save(customer));
        return this;
    }

    /** On the shelf. */
    Warehouse with(Lot lot, String quantity) {
        return with(lot, quantity, Bakery.SHELF);
    }

    Warehouse with(Lot lot, String quantity, LocationId location) {
        return with(lot, quantity, Bakery.in(location));
    }

    Warehouse with(Lot lot, String quantity, Place place) {
        database.unitOfWork().run(() -> {
            if (database.lots().find(lot.key()).isEmpty()) {
                database.lots().insert(lot);
            }
        });
        append(anEvent("e" + ++events, EventType.RECEIVE)
                .moving(lot.key(), quantity, Place.party(Bakery.MILL), place)
                .build());
        return this;
    }

    Warehouse holding(Lot lot) {
        append(anEvent("e" + ++events, EventType.HOLD)
                .setting(lot.key(), Disposition.ON_HOLD, "foreign matter")
                .build());
        return this;
    }

    Warehouse ordered(SalesOrder... salesOrders) {
        assertEquals(List.of(), orders.save(List.of(salesOrders)));
        return this;
    }

    /** Everything reserved for the order leaves from where it is, as movement capture does it. */
    void ship(String order) {
        database.unitOfWork().run(() -> {
            for (Reservation reserved : reservations(order)) {
                database.reservations().remove(List.of(reserved));
                append(anEvent("e" + ++events, EventType.SHIP)
                        .of(DocumentType.SHIPMENT, "S-" + order)
                        .of(DocumentType.SALES_ORDER, order)
                        .moving(
                                reserved.lot(),
                                reserved.quantity().toString(),
                                reserved.position(),
                                Position.at(Place.party(Bakery.MARKET)),
                                reserved.orderLine())
                        .build());
            }
        });
    }

    void takeBack(Lot lot, String quantity) {
        append(anEvent("e" + ++events, EventType.RETURN)
                .of(DocumentType.RETURN_ORDER, "R1")
                .moving(lot.key(), quantity, Place.party(Bakery.MARKET), Bakery.in(Bakery.QUARANTINE))
                .build());
    }

    List<LineAllocation> allocate(String order) {
        return done(allocation.allocate(order));
    }

    /** For each line its lots and, after a dash, what is short: {@code A 6, B 4 | C 5 - 2}. */
    String allocated(String order) {
        return text(allocate(order));
    }

    String allocated(String order, LocalDate day) {
        return text(done(allocation.allocate(order, day)));
    }

    String shown(String order) {
        return text(done(allocation.show(order)));
    }

    List<Reservation> reservations(String order) {
        return database.unitOfWork().required(() -> database.reservations()
                .ofOrder(new DocumentReference(DocumentType.SALES_ORDER, order)));
    }

    void append(TraceEvent event) {
        done(ledger.append(event));
    }

    static String text(List<LineAllocation> lines) {
        return lines.stream().map(Warehouse::text).collect(Collectors.joining(" | "));
    }

    private static String text(LineAllocation line) {
        String lots = line.reservations().stream()
                .map(r -> r.lot().number() + " " + r.quantity().amount().toPlainString())
                .collect(Collectors.joining(", "));
        return line.shortBy().isZero()
                ? lots
                : (lots + " - " + line.shortBy().amount().toPlainString()).trim();
    }
}
