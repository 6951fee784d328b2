package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.SampleFate;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.text.TextForms;

/** The report that an event was, made anew from what it says and from what is said of it now. */
final class ToldAgain {
    private static final String NOT_RESTATABLE = "NOT_RESTATABLE";

    private final TraceEvent event;
    private final Restatement given;
    private final LotMaster lots;
    private final Optional<PartyId> told;
    private BiFunction<MovementCapture, CaptureContext, Outcome<RecordedEvent>> call;

    private ToldAgain(TraceEvent event, Restatement given, LotMaster lots) {
        this.event = event;
        this.given = given;
        this.lots = lots;
        this.told = event.lines().stream()
                .flatMap(line -> Stream.of(line.from(), line.to()))
                .map(Position::place)
                .filter(Place.Outside.class::isInstance)
                .map(place -> ((Place.Outside) place).party())
                .findFirst();
    }

    /** @return empty when an event of its kind cannot be told again */
    static Optional<ToldAgain> of(TraceEvent event, Restatement given, LotMaster lots, Findings findings) {
        ToldAgain again = new ToldAgain(event, given, lots);
        again.call = again.call().orElse(null);
        if (again.call == null) {
            findings.add(
                    NOT_RESTATABLE,
                    "corrects",
                    "event " + event.id() + " is of type " + event.type()
                            + " and cannot be told again: reverse it, and report what did happen");
            return Optional.empty();
        }
        return Optional.of(again);
    }

    Outcome<RecordedEvent> inPlaceOf(
            Supplier<Outcome<Reversed>> reversal, CaptureContext context, MovementCapture movements) {
        Outcome<Reversed> undone = reversal.get();
        return undone.violations().isEmpty()
                ? call.apply(movements, context)
                : new Outcome.Refused<>(undone.violations());
    }

    private Optional<BiFunction<MovementCapture, CaptureContext, Outcome<RecordedEvent>>> call() {
        if (event.lines().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (event.type()) {
                    case SHIP -> (movements, context) -> movements.ship(shipment(context));
                    case RECEIVE -> received();
                    case RETURN -> (movements, context) -> movements.takeBack(customerReturn(context));
                    case SUPPLIER_RETURN ->
                        (movements, context) -> movements.returnToSupplier(new SupplierReturn(
                                context, party(), number(DocumentType.RETURN_ORDER), goods(EventLine::from)));
                    case CONSUME ->
                        (movements, context) -> movements.consume(new Consumption(
                                context, number(DocumentType.PRODUCTION_ORDER), goods(EventLine::from)));
                    case DISPOSE ->
                        (movements, context) -> movements.dispose(new Disposal(
                                context,
                                number(DocumentType.DISPOSAL_ORDER),
                                said(KeyDataElement.DISPOSAL_REASON),
                                said(KeyDataElement.WITNESS),
                                goods(EventLine::from)));
                    case SAMPLE ->
                        (movements, context) -> movements.sample(new Sampling(
                                context,
                                number(DocumentType.SAMPLE),
                                said(KeyDataElement.SAMPLE_PURPOSE).orElse(""),
                                TextForms.read(
                                        SampleFate.class,
                                        said(KeyDataElement.SAMPLE_FATE).orElseThrow()),
                                goods(EventLine::from)));
                    case PUT_AWAY, TRANSFER, PICK, PACK ->
                        new MovedAgain(event, this::meant).call().orElse(null);
                    default -> null;
                });
    }

    private Shipment shipment(CaptureContext context) {
        return new Shipment(
                context,
                given.number()
                        .or(() -> said(KeyDataElement.NUMBER_TOLD))
                        .orElseGet(() -> number(DocumentType.SHIPMENT)),
                number(DocumentType.SALES_ORDER),
                Optional.of(party()),
                event.lines().stream()
                        .map(line -> new Shipment.Line(
                                line.orderLine().map(OrderLineReference::line).orElse(1),
                                goods(line, line.from()),
                                line.to()
                                        .container()
                                        .filter(unit -> !line.from().container().equals(Optional.of(unit)))))
                        .toList(),
                LotAttributes.ofShipment(event.keyData()));
    }

    private CustomerReturn customerReturn(CaptureContext context) {
        return new CustomerReturn(
                context,
                number(DocumentType.RETURN_ORDER),
                given.number().or(() -> document(DocumentType.SHIPMENT)),
                Optional.of(party()),
                goods(EventLine::to));
    }

    /** What is known of the lots is read at once: the reversal may take dates back that the label said. */
    private BiFunction<MovementCapture, CaptureContext, Outcome<RecordedEvent>> received() {
        List<Receipt.Line> lines = event.lines().stream().map(this::received).toList();
        return (movements, context) -> movements.receive(receipt(context, lines));
    }

    private Receipt receipt(CaptureContext context, List<Receipt.Line> lines) {
        return new Receipt(
                context,
                Optional.of(party()),
                document(DocumentType.SHIP_NOTICE).map(number -> new ShipNoticeId(party(), number)),
                document(DocumentType.PURCHASE_ORDER),
                event.lines().get(0).to().place().location(),
                lines);
    }

    private Receipt.Line received(EventLine line) {
        Optional<Lot> known = lots.find(line.lot());
        return new Receipt.Line(
                meant(line.lot()),
                line.entered(),
                line.to().container(),
                known.flatMap(Lot::productionDate),
                expiry(line, known),
                DamagedGoods.isDamaged(line),
                line.orderLine().map(OrderLineReference::line),
                line.orderLine().isPresent() ? Optional.empty() : line.price().map(LinePrice::price),
                ofReceived(line));
    }

    /** Whatever was said of it; that goods came on consignment their order line says anew. */
    private static List<KeyDatum> ofReceived(EventLine line) {
        return Came.requested(line).stream()
                .filter(datum -> !datum.name().equals(KeyDataElement.CONSIGNED_BY.word()))
                .toList();
    }

    /** The label's, where it was another one than is known of the lot. */
    private static Optional<LocalDate> expiry(EventLine line, Optional<Lot> known) {
        return KeyDatum.find(line.keyData(), KeyDataElement.EXPIRY_DATE)
                .map(said -> ((KeyDataValue.Day) said).date())
                .or(() -> known.flatMap(Lot::expiry));
    }

    private List<LotQuantity> goods(Function<EventLine, Position> where) {
        return event.lines().stream()
                .map(line -> goods(line, where.apply(line)))
                .toList();
    }

    private LotQuantity goods(EventLine line, Position at) {
        return new LotQuantity(meant(line.lot()), at.place().location(), at.container(), line.entered(), ofGoods(line));
    }

    static List<KeyDatum> ofGoods(EventLine line) {
        return line.keyData().stream()
                .filter(datum -> LotAttributes.OF_GOODS.stream()
                        .anyMatch(element -> element.word().equals(datum.name())))
                .toList();
    }

    /** The lot that is named now; else what was told of it, so that what nobody says now stays open. */
    private LotReference meant(LotKey lot) {
        return given.lots().stream()
                .filter(named -> named.recorded().equals(lot))
                .map(named -> LotReference.to(named.is()))
                .findFirst()
                .or(() -> unclear(lot))
                .orElseGet(() -> LotReference.to(numbered(lot)));
    }

    private Optional<LotReference> unclear(LotKey lot) {
        return Optional.of(lot)
                .filter(recorded -> UnclearLots.isOpen(recorded, event))
                .flatMap(lots::find)
                .flatMap(Lot::supplierLotNumber)
                .map(number -> new LotReference(Optional.empty(), Optional.of(lot.item()), new LotNumber(number)));
    }

    /** What came and had been numbered by its supplier is numbered by the one that is named instead. */
    private LotKey numbered(LotKey lot) {
        return given.party()
                .filter(party -> event.type() == EventType.RECEIVE && told.equals(Optional.of(lot.issuer())))
                .map(party -> new LotKey(party, lot.item(), lot.number()))
                .orElse(lot);
    }

    private PartyId party() {
        return given.party().or(() -> told).orElseThrow();
    }

    private String number(DocumentType type) {
        return document(type).orElse("");
    }

    private Optional<String> document(DocumentType type) {
        return event.document(type).map(DocumentReference::number);
    }

    private Optional<String> said(KeyDataElement element) {
        return KeyDatum.find(event.keyData(), element).map(KeyDataValue::text);
    }
}
