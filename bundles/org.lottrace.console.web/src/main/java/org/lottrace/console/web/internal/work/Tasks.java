package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.SampleFate;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.order.DeliveryConfirmation;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.HoldQuestion;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.console.web.internal.work.Field.Kind;

/** Everything that is recorded by hand, in the order in which goods go through a company. */
final class Tasks {
    private static final LocationId NOWHERE = new LocationId("NONE");
    private static final Field TO_LOCATION = required("location", Kind.LOCATION);

    static final List<Task> ALL = List.of(
            new Task(
                    "receive",
                    "movement.receive",
                    List.of(
                            optional("notice", Kind.NOTICE),
                            optional("supplier", Kind.TEXT),
                            optional("purchaseOrder", Kind.TEXT),
                            TO_LOCATION),
                    Column.RECEIVED,
                    true,
                    Tasks::receive),
            new Task(
                    "close-notice",
                    "expected-receipt.close",
                    List.of(required("notice", Kind.NOTICE), required("reason", Kind.REASON)),
                    List.of(),
                    false,
                    Tasks::closeNotice),
            relocation("put-away", EventType.PUT_AWAY, List.of(TO_LOCATION)),
            relocation("move", EventType.TRANSFER, List.of(TO_LOCATION, optional("container", Kind.TEXT))),
            new Task(
                    "dispatch",
                    "movement.dispatch",
                    List.of(required("toSite", Kind.SITE), optional("container", Kind.TEXT)),
                    Column.GOODS,
                    false,
                    Tasks::dispatch),
            new Task(
                    "arrive",
                    "movement.arrive",
                    List.of(TO_LOCATION, optional("units", Kind.TEXT)),
                    Column.INCOMING,
                    true,
                    Tasks::arrive),
            new Task(
                    "consume",
                    "movement.consume",
                    List.of(required("productionOrder", Kind.TEXT)),
                    Column.GOODS,
                    false,
                    Tasks::consume),
            new Task(
                    "produce",
                    "movement.produce",
                    List.of(
                            required("productionOrder", Kind.TEXT),
                            required("item", Kind.TEXT),
                            required("amount", Kind.TEXT),
                            required("unit", Kind.TEXT),
                            TO_LOCATION,
                            optional("lotNumber", Kind.TEXT),
                            optional("line", Kind.TEXT),
                            optional("shift", Kind.TEXT),
                            optional("container", Kind.TEXT),
                            optional("said", Kind.TEXT)),
                    Column.OUTPUTS,
                    true,
                    Tasks::produce),
            relocation("pick", EventType.PICK, List.of(TO_LOCATION, optional("container", Kind.TEXT))),
            relocation("pack", EventType.PACK, List.of(TO_LOCATION, required("container", Kind.TEXT))),
            new Task(
                    "nest",
                    "unit.nest",
                    List.of(required("nested", Kind.UNITS), required("container", Kind.TEXT)),
                    List.of(),
                    true,
                    UnitTasks::nest),
            new Task(
                    "take-out",
                    "unit.take-out",
                    List.of(required("nested", Kind.UNITS)),
                    List.of(),
                    true,
                    UnitTasks::takeOut),
            new Task(
                    "unpack",
                    "unit.unpack",
                    List.of(required("unpacked", Kind.TEXT)),
                    List.of(),
                    true,
                    UnitTasks::unpack),
            new Task(
                    "move-units",
                    "unit.move",
                    List.of(required("nested", Kind.UNITS), required("toSite", Kind.SITE), TO_LOCATION),
                    List.of(),
                    true,
                    UnitTasks::move),
            new Task(
                    "ship-units",
                    "unit.ship",
                    List.of(
                            required("shipment", Kind.TEXT),
                            required("order", Kind.TEXT),
                            required("nested", Kind.UNITS)),
                    List.of(),
                    true,
                    UnitTasks::ship),
            new Task(
                    "ship",
                    "movement.ship",
                    List.of(
                            required("shipment", Kind.TEXT),
                            optional("order", Kind.TEXT),
                            optional("customer", Kind.TEXT)),
                    Column.SHIPPED,
                    true,
                    Tasks::ship),
            new Task(
                    "confirm-delivery",
                    "shipment.confirm-delivery",
                    List.of(required("shipment", Kind.TEXT), optional("receivedBy", Kind.TEXT)),
                    List.of(),
                    true,
                    Tasks::confirmDelivery),
            new Task(
                    "take-back",
                    "movement.take-back",
                    List.of(
                            required("number", Kind.TEXT),
                            optional("shipment", Kind.TEXT),
                            optional("customer", Kind.TEXT)),
                    Column.GOODS,
                    false,
                    Tasks::takeBack),
            new Task(
                    "return-to-supplier",
                    "movement.return-to-supplier",
                    List.of(required("number", Kind.TEXT), required("supplier", Kind.TEXT)),
                    Column.GOODS,
                    false,
                    Tasks::returnToSupplier),
            new Task(
                    "count",
                    "movement.count",
                    List.of(required("countSheet", Kind.TEXT)),
                    Column.GOODS,
                    false,
                    Tasks::count),
            new Task(
                    "count-blind",
                    "blind-count.enter",
                    List.of(required("countSheet", Kind.TEXT)),
                    Column.GOODS,
                    false,
                    Tasks::countBlind),
            new Task(
                    "sample",
                    "movement.sample",
                    List.of(
                            required("number", Kind.TEXT),
                            required("purpose", Kind.REASON),
                            optional("retained", Kind.BOX)),
                    Column.GOODS,
                    false,
                    Tasks::sample),
            new Task(
                    "dispose",
                    "movement.dispose",
                    List.of(
                            required("number", Kind.TEXT),
                            optional("reason", Kind.REASON),
                            optional("witness", Kind.TEXT)),
                    Column.GOODS,
                    false,
                    Tasks::dispose),
            transformation("split", EventType.SPLIT, List.of()),
            transformation("merge", EventType.MERGE, List.of()),
            transformation("relabel", EventType.RELABEL, List.of()),
            transformation(
                    "repack",
                    EventType.REPACK,
                    List.of(optional("item", Kind.TEXT), optional("amount", Kind.TEXT), optional("unit", Kind.TEXT))),
            shelfLife("unseal", ShelfLifeStart.OPENING),
            shelfLife("thaw", ShelfLifeStart.THAWING),
            new Task(
                    "hold",
                    "lot.hold",
                    List.of(
                            required("reason", Kind.REASON),
                            optional("heldAt", Kind.LOCATION),
                            optional("heldUnit", Kind.TEXT)),
                    Column.LOTS,
                    false,
                    Tasks::hold),
            new Task(
                    "hold-by-question",
                    "lot.hold-by-question",
                    List.of(
                            required("reason", Kind.REASON),
                            optional("supplier", Kind.TEXT),
                            optional("item", Kind.TEXT),
                            optional("productionOrder", Kind.TEXT),
                            optional("shipNotice", Kind.TEXT),
                            optional("from", Kind.DATE),
                            optional("to", Kind.DATE)),
                    List.of(),
                    true,
                    Tasks::holdByQuestion),
            new Task(
                    "release",
                    "lot.release",
                    List.of(required("reason", Kind.REASON), optional("hold", Kind.TEXT)),
                    Column.LOTS,
                    false,
                    Tasks::release),
            new Task(
                    "correct",
                    "lot.correct",
                    List.of(
                            required("lotKey", Kind.TEXT),
                            optional("expiry", Kind.DATE),
                            optional("productionDate", Kind.DATE),
                            optional("supplierLotNumber", Kind.TEXT),
                            optional("lotNumber", Kind.TEXT),
                            required("reason", Kind.REASON)),
                    Column.ATTRIBUTES,
                    true,
                    Tasks::correct),
            new Task(
                    "reverse",
                    "correction.reverse",
                    List.of(
                            required("corrects", Kind.TEXT),
                            required("reason", Kind.REASON),
                            optional("withFollowing", Kind.BOX)),
                    List.of(),
                    true,
                    Tasks::reverse));

    private Tasks() {}

    static Optional<Task> find(String name) {
        return ALL.stream().filter(task -> task.name().equals(name)).findFirst();
    }

    private static Task.Call receive(Entry entry) {
        CaptureContext context = entry.context();
        Optional<ShipNoticeId> notice = entry.given("notice", ShipNoticeId.class);
        // The sender of the notice need not be typed again.
        Optional<PartyId> supplier = notice.isPresent()
                ? entry.given("supplier", PartyId.class)
                : Optional.of(entry.required("supplier", PartyId.class, new PartyId("NONE")));
        Optional<String> order = Optional.of(entry.textIfGiven("purchaseOrder")).filter(text -> !text.isEmpty());
        LocationId location = location(entry);
        List<Receipt.Line> lines = entry.received();
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

    private static Task relocation(String name, EventType type, List<Field> fields) {
        return new Task(name, "movement.transfer", fields, Column.GOODS, false, entry -> {
            CaptureContext context = entry.context();
            Transfer transfer = new Transfer(context, context.site(), location(entry), container(entry), entry.goods());
            return visit -> visit.as(MovementCapture.class).transfer(type, transfer);
        });
    }

    /** What is taken becomes one lot; another split of the rest is another form. */
    private static Task transformation(String name, EventType type, List<Field> more) {
        List<Field> fields = new ArrayList<>(List.of(
                required("number", Kind.TEXT),
                optional("lotNumber", Kind.TEXT),
                TO_LOCATION,
                optional("container", Kind.TEXT)));
        fields.addAll(more);
        return new Task(name, "movement.transform", fields, Column.GOODS, false, entry -> {
            CaptureContext context = entry.context();
            Transformation.Output output = new Transformation.Output(
                    entry.given("item", ItemNumber.class),
                    entry.given("lotNumber", LotNumber.class),
                    amountIfGiven(entry),
                    location(entry),
                    container(entry));
            Transformation transformation =
                    new Transformation(context, entry.text("number"), entry.goods(), List.of(output));
            return visit -> visit.as(MovementCapture.class).transform(type, transformation);
        });
    }

    private static Optional<Quantity> amountIfGiven(Entry entry) {
        return entry.textIfGiven("amount").isEmpty()
                        && entry.textIfGiven("unit").isEmpty()
                ? Optional.empty()
                : Optional.of(
                        entry.amount("amount", entry.required("unit", UnitOfMeasure.class, new UnitOfMeasure("C62"))));
    }

    private static Task shelfLife(String name, ShelfLifeStart by) {
        List<Field> fields = List.of(
                required("lot", Kind.TEXT),
                optional("partAt", Kind.LOCATION),
                optional("amount", Kind.TEXT),
                optional("unit", Kind.TEXT),
                optional("container", Kind.TEXT),
                optional("lotNumber", Kind.TEXT));
        return new Task(name, "lot.begin-shelf-life", fields, List.of(), true, entry -> {
            ShelfLifeBeginning beginning = new ShelfLifeBeginning(
                    entry.context(),
                    by,
                    entry.required("lot", LotReference.class, LotReference.parse("NONE")),
                    part(entry));
            return visit -> visit.as(ShelfLives.class).begin(beginning);
        });
    }

    /** Whatever says something of a part asks for all of it. */
    private static Optional<ShelfLifeBeginning.Part> part(Entry entry) {
        boolean isSaid = Stream.of("partAt", "amount", "unit", "container", "lotNumber")
                .anyMatch(name -> !entry.textIfGiven(name).isEmpty());
        return isSaid
                ? Optional.of(new ShelfLifeBeginning.Part(
                        entry.required("partAt", LocationId.class, NOWHERE),
                        container(entry),
                        entry.amount("amount", entry.required("unit", UnitOfMeasure.class, new UnitOfMeasure("C62"))),
                        entry.given("lotNumber", LotNumber.class)))
                : Optional.empty();
    }

    private static Task.Call dispatch(Entry entry) {
        Dispatch dispatch = new Dispatch(
                entry.context(),
                entry.required("toSite", SiteId.class, new SiteId("NONE")),
                container(entry),
                entry.goods());
        return visit -> visit.as(MovementCapture.class).dispatch(dispatch);
    }

    private static Task.Call arrive(Entry entry) {
        CaptureContext context = entry.context();
        List<Sscc> units = entry.given("units", Sscc.class).stream().toList();
        Arrival arrival = new Arrival(context, context.site(), location(entry), units, entry.incoming());
        return visit -> visit.as(MovementCapture.class).arrive(arrival);
    }

    private static Task.Call consume(Entry entry) {
        Consumption consumption = new Consumption(entry.context(), entry.text("productionOrder"), entry.goods());
        return visit -> visit.as(MovementCapture.class).consume(consumption);
    }

    private static Task.Call produce(Entry entry) {
        UnitOfMeasure unit = entry.required("unit", UnitOfMeasure.class, new UnitOfMeasure("C62"));
        ItemNumber item = entry.required("item", ItemNumber.class, new ItemNumber("NONE"));
        LocationId location = location(entry);
        Production production = new Production(
                entry.context(),
                entry.text("productionOrder"),
                item,
                entry.amount("amount", unit),
                entry.given("lotNumber", LotNumber.class),
                entry.textIfGiven("line"),
                entry.textIfGiven("shift"),
                location,
                container(entry),
                entry.outputs(item, location),
                entry.keyData("said"));
        return visit -> visit.as(MovementCapture.class).produce(production);
    }

    private static Task.Call ship(Entry entry) {
        Shipment shipment = new Shipment(
                entry.context(),
                entry.text("shipment"),
                entry.textIfGiven("order"),
                entry.given("customer", PartyId.class),
                entry.shipped());
        return visit -> visit.as(MovementCapture.class).ship(shipment);
    }

    private static Task.Call confirmDelivery(Entry entry) {
        DeliveryConfirmation confirmation =
                new DeliveryConfirmation(entry.context(), entry.text("shipment"), entry.textIfGiven("receivedBy"));
        return visit -> visit.as(OrderProgress.class).confirmDelivery(confirmation);
    }

    private static Task.Call takeBack(Entry entry) {
        CaptureContext context = entry.context();
        String number = entry.text("number");
        Optional<String> shipment = Optional.of(entry.textIfGiven("shipment")).filter(text -> !text.isEmpty());
        // The customer of a known shipment need not be typed again.
        Optional<PartyId> customer = shipment.isPresent()
                ? entry.given("customer", PartyId.class)
                : Optional.of(entry.required("customer", PartyId.class, new PartyId("NONE")));
        CustomerReturn back = new CustomerReturn(context, number, shipment, customer, entry.goods());
        return visit -> visit.as(MovementCapture.class).takeBack(back);
    }

    private static Task.Call returnToSupplier(Entry entry) {
        SupplierReturn back = new SupplierReturn(
                entry.context(),
                entry.required("supplier", PartyId.class, new PartyId("NONE")),
                entry.text("number"),
                entry.goods());
        return visit -> visit.as(MovementCapture.class).returnToSupplier(back);
    }

    private static Task.Call count(Entry entry) {
        StockCount count = new StockCount(entry.context(), entry.text("countSheet"), entry.goods());
        return visit -> visit.as(MovementCapture.class).count(count);
    }

    private static Task.Call countBlind(Entry entry) {
        StockCount count = new StockCount(entry.context(), entry.text("countSheet"), entry.goods());
        return visit -> visit.as(BlindCounts.class).enter(count);
    }

    private static Task.Call sample(Entry entry) {
        Sampling sampling = new Sampling(
                entry.context(),
                entry.text("number"),
                entry.text("purpose"),
                entry.textIfGiven("retained").isEmpty() ? SampleFate.USED : SampleFate.RETAINED,
                entry.goods());
        return visit -> visit.as(MovementCapture.class).sample(sampling);
    }

    private static Task.Call dispose(Entry entry) {
        List<LotQuantity> goods = entry.goods();
        Disposal disposal = new Disposal(
                entry.context(),
                entry.text("number"),
                Optional.of(entry.textIfGiven("reason")).filter(text -> !text.isEmpty()),
                Optional.of(entry.textIfGiven("witness")).filter(text -> !text.isEmpty()),
                goods);
        return visit -> visit.as(MovementCapture.class).dispose(disposal);
    }

    private static Task.Call hold(Entry entry) {
        CaptureContext context = entry.context();
        String reason = entry.text("reason");
        List<LotKey> lots = entry.lots();
        Optional<Sscc> unit = entry.given("heldUnit", Sscc.class);
        Optional<HeldGoods> at = unit.isEmpty() && entry.textIfGiven("heldAt").isEmpty()
                ? Optional.empty()
                : Optional.of(new HeldGoods(entry.required("heldAt", LocationId.class, NOWHERE), unit));
        return visit -> visit.as(Holds.class).hold(context, lots, at, reason);
    }

    private static Task.Call holdByQuestion(Entry entry) {
        CaptureContext context = entry.context();
        String reason = entry.text("reason");
        HoldQuestion question = new HoldQuestion(
                entry.given("supplier", PartyId.class),
                entry.given("item", ItemNumber.class),
                Optional.of(entry.textIfGiven("productionOrder")).filter(order -> !order.isEmpty()),
                Optional.of(entry.textIfGiven("shipNotice")).filter(notice -> !notice.isEmpty()),
                entry.given("from", LocalDate.class),
                entry.given("to", LocalDate.class));
        return visit -> visit.as(Holds.class).holdByQuestion(context, question, reason);
    }

    private static Task.Call release(Entry entry) {
        CaptureContext context = entry.context();
        String reason = entry.text("reason");
        List<LotKey> lots = entry.lots();
        List<String> holds = Optional.of(entry.textIfGiven("hold")).filter(hold -> !hold.isEmpty()).stream()
                .toList();
        return visit -> visit.as(Holds.class).release(context, lots, reason, holds);
    }

    private static Task.Call correct(Entry entry) {
        LotCorrection correction = new LotCorrection(
                entry.context(),
                entry.required("lotKey", LotKey.class, LotKey.parse("NONE/NONE/NONE")),
                entry.given("productionDate", LocalDate.class),
                entry.given("expiry", LocalDate.class),
                Optional.of(entry.textIfGiven("supplierLotNumber")).filter(text -> !text.isEmpty()),
                entry.given("lotNumber", LotNumber.class),
                entry.attributes(),
                entry.text("reason"));
        return visit -> visit.as(LotCorrections.class).correct(correction);
    }

    private static Task.Call reverse(Entry entry) {
        Reversal reversal = new Reversal(
                entry.context(),
                entry.required("corrects", EventId.class, new EventId("none")),
                entry.text("reason"),
                !entry.textIfGiven("withFollowing").isEmpty());
        return visit -> visit.as(Corrections.class).reverse(reversal).map(Reversed::event);
    }

    private static LocationId location(Entry entry) {
        return entry.required("location", LocationId.class, NOWHERE);
    }

    private static Optional<Sscc> container(Entry entry) {
        return entry.given("container", Sscc.class);
    }
}
