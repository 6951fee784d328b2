package org.lottrace.benchmark;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.on;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ShipNoticeBuilder;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.BatchCapture.Request;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Transfer;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** 2,000 lots in PostgreSQL, half of each on the shelf, half at the dock, and transfers of a kilogram there and back. */
final class TransferredLots implements AutoCloseable {
    static final int LOTS = 2_000;
    /** The receipt, and the transfer of the half. */
    static final int EVENTS_AT_FIRST = 2;

    /** The evening of the day on which they are moved, each transfer a millisecond after the one before: nothing is reported late. */
    static final Clock CLOCK = Clock.offset(Bakery.CLOCK, Duration.ofHours(12));

    private static final Instant FIRST = Bakery.NOW.plusSeconds(60);

    final TestDatabase database;
    final TestCompany company;
    private final List<LotKey> lots = IntStream.range(0, LOTS)
            .mapToObj(lot -> new LotKey(MILL, FLOUR, new LotNumber("L" + lot)))
            .toList();

    TransferredLots() {
        this(TestDatabase.postgresql());
    }

    /** @param empty a database with nothing in it */
    TransferredLots(TestDatabase empty) {
        database = empty.withBakery();
        company = TestCompany.on(database).with(Clock.class, CLOCK);
        WorkingBakery bakery = new WorkingBakery(company);
        ShipNoticeBuilder notice = aShipNotice("N2000");
        lots.forEach(lot -> notice.announcing(
                "PO1", 1, FLOUR, lot.number().value(), "4 BG", Optional.of(NEXT_YEAR), Optional.empty()));
        bakery.order();
        bakery.expect(notice.build());
        MovementCapture capture = bakery.capture();
        done(capture.receive(
                new Receipt(aContext("stock").request(), WorkingBakery.notice("N2000"), SHELF, List.of())));
        done(request(
                        capture,
                        aContext("half").request(),
                        DOCK,
                        lots.stream().map(lot -> on(SHELF, lot, "50 KGM")).toList())
                .capture()
                .get());
    }

    /** As the server does by itself after some minutes: plans that were made for a few events would read all of many. */
    void analyze() {
        database.sql("analyze");
    }

    /** @return of one lot, there if the number is even, and back if it is odd */
    Request<RecordedEvent> transfer(MovementCapture capture, String id, int number) {
        LotKey lot = lots.get(number / 2 % LOTS);
        boolean there = number % 2 == 0;
        CaptureContext context =
                aContext(id).at(FIRST.plusMillis(number).toString()).request();
        return request(capture, context, there ? DOCK : SHELF, List.of(on(there ? SHELF : DOCK, lot, "1 KGM")));
    }

    private static Request<RecordedEvent> request(
            MovementCapture capture, CaptureContext context, LocationId to, List<LotQuantity> goods) {
        Transfer transfer = new Transfer(context, BERLIN, to, Optional.empty(), goods);
        return new Request<>(Optional.of(transfer), () -> capture.transfer(EventType.TRANSFER, transfer));
    }

    void requireEvents(int number) {
        List<String> found = database.texts("select count(*) from trace_event");
        if (!found.equals(List.of(Integer.toString(number)))) {
            throw new IllegalStateException(found + " events are there instead of " + number);
        }
    }

    @Override
    public void close() {
        company.close();
    }
}
