package org.lottrace.persistence.contract;

import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.TODAY;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Dispositions;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.lottrace.api.partner.ShipNotice;

/** What lies where, and who announced and ordered what, for the tests of what only reads. */
abstract class OverviewContract extends StoreContract {
    static final List<SiteDay> DAYS = List.of(new SiteDay(BERLIN, TODAY), new SiteDay(POTSDAM, TODAY));

    LotKey stocked(Lot lot, String quantity, Position... positions) {
        LotKey key = stored(lot);
        for (Position position : positions) {
            db.stock().save(List.of(new StockBalance(key, position, EventBuilder.quantity(quantity))));
        }
        return key;
    }

    void disposed(LotKey lot, Disposition disposition) {
        db.dispositions()
                .save(List.of(Dispositions.of(lot, disposition, "because", new EventId("set-" + lot.number()))));
    }

    void append(TraceEvent event) {
        inOne(() -> {
            long position = db.ledger().lockHead().position() + 1;
            db.ledger().append(new RecordedEvent(event, position, NOW, String.format("%064x", position)));
        });
    }

    /** A notice of the mill with one line of 50 kg flour. */
    void announced(String number, String shippedOn, String received, Optional<Sscc> unit) {
        if (db.purchaseOrders().find("PO1").isEmpty()) {
            db.purchaseOrders().save(aPurchaseOrder("PO1").build());
        }
        ShipNotice notice = aShipNotice(number)
                .shippedOn(shippedOn)
                .announcing("PO1", 1, new ItemNumber("FLOUR"), "N-" + number, "2 BG")
                .build();
        db.expectedReceipts()
                .insert(new ExpectedReceipt(
                        notice,
                        BERLIN,
                        List.of(new ExpectedReceipt.Line(
                                1,
                                aLot("N-" + number).from(MILL).build(),
                                EventBuilder.quantity("50 KGM"),
                                EventBuilder.quantity(received),
                                EventBuilder.quantity("2 BG"),
                                new OrderLineReference(
                                        aPurchaseOrder("PO1").build().reference(), 1),
                                unit))));
    }

    long interchange(String control, InterchangeStatus status, Instant at) {
        return db.interchanges()
                .insert(
                        new InterchangeRecord(
                                0,
                                Direction.OUTBOUND,
                                "ZZ:BAKERY",
                                "ZZ:MARKET",
                                control,
                                List.of("856"),
                                control + ".edi",
                                status,
                                at,
                                List.of()),
                        Optional.empty(),
                        new byte[] {1})
                .orElseThrow();
    }
}
