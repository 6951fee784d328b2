package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What comes in, and what goes back. */
final class ReceivingTasks {
    static final Task RECEIVE = new Task(
            "receive",
            "movement.receive",
            List.of(
                    optional("notice", Kind.NOTICE),
                    optional("supplier", Kind.TEXT),
                    optional("purchaseOrder", Kind.TEXT),
                    Field.TO_LOCATION),
            Column.RECEIVED,
            true,
            ReceivingTasks::receive);

    static final Task CLOSE_NOTICE = new Task(
            "close-notice",
            "expected-receipt.close",
            List.of(required("notice", Kind.NOTICE), required("reason", Kind.REASON)),
            List.of(),
            false,
            ReceivingTasks::closeNotice);

    static final Task TAKE_BACK = new Task(
            "take-back",
            "movement.take-back",
            List.of(required("number", Kind.TEXT), optional("shipment", Kind.TEXT), optional("customer", Kind.TEXT)),
            Column.GOODS,
            false,
            ReceivingTasks::takeBack);

    static final Task RETURN_TO_SUPPLIER = new Task(
            "return-to-supplier",
            "movement.return-to-supplier",
            List.of(required("number", Kind.TEXT), required("supplier", Kind.TEXT)),
            Column.GOODS,
            false,
            ReceivingTasks::returnToSupplier);

    private ReceivingTasks() {}

    private static Task.Call receive(Entry entry) {
        CaptureContext context = entry.context();
        Optional<ShipNoticeId> notice = entry.given("notice", ShipNoticeId.class);
        // The sender of the notice need not be typed again.
        Optional<PartyId> supplier = notice.isPresent()
                ? entry.given("supplier", PartyId.class)
                : Optional.of(entry.required("supplier", PartyId.class, new PartyId("NONE")));
        Optional<String> order = Optional.of(entry.textIfGiven("purchaseOrder")).filter(text -> !text.isEmpty());
        LocationId location = entry.location();
        List<Receipt.Line> lines = entry.rows().received();
        Optional<Receipt> receipt =
                entry.whole("supplier", () -> new Receipt(context, supplier, notice, order, location, lines));
        return visit -> visit.as(MovementCapture.class).receive(receipt.orElseThrow());
    }

    private static Task.Call closeNotice(Entry entry) {
        NoticeClosing closing = new NoticeClosing(
                entry.context(),
                entry.required("notice", ShipNoticeId.class, new ShipNoticeId(new PartyId("NONE"), "NONE")),
                entry.text("reason"));
        return visit -> visit.as(ExpectedReceipts.class).close(closing);
    }

    private static Task.Call takeBack(Entry entry) {
        CaptureContext context = entry.context();
        String number = entry.text("number");
        Optional<String> shipment = Optional.of(entry.textIfGiven("shipment")).filter(text -> !text.isEmpty());
        // The customer of a known shipment need not be typed again.
        Optional<PartyId> customer = shipment.isPresent()
                ? entry.given("customer", PartyId.class)
                : Optional.of(entry.required("customer", PartyId.class, new PartyId("NONE")));
        CustomerReturn back = new CustomerReturn(
                context, number, shipment, customer, entry.rows().goods());
        return visit -> visit.as(MovementCapture.class).takeBack(back);
    }

    private static Task.Call returnToSupplier(Entry entry) {
        SupplierReturn back = new SupplierReturn(
                entry.context(),
                entry.required("supplier", PartyId.class, new PartyId("NONE")),
                entry.text("number"),
                entry.rows().goods());
        return visit -> visit.as(MovementCapture.class).returnToSupplier(back);
    }
}
