package org.lottrace.soap.erp.internal;

import jakarta.xml.bind.JAXBElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.soap.erp.internal.wire.CaptureMovements;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.WireArrival;
import org.lottrace.soap.erp.internal.wire.WireConsumption;
import org.lottrace.soap.erp.internal.wire.WireCustomerReturn;
import org.lottrace.soap.erp.internal.wire.WireDispatch;
import org.lottrace.soap.erp.internal.wire.WireDisposal;
import org.lottrace.soap.erp.internal.wire.WireLotCorrection;
import org.lottrace.soap.erp.internal.wire.WireLotDecision;
import org.lottrace.soap.erp.internal.wire.WireMovement;
import org.lottrace.soap.erp.internal.wire.WireOutcome;
import org.lottrace.soap.erp.internal.wire.WireProduction;
import org.lottrace.soap.erp.internal.wire.WireReceipt;
import org.lottrace.soap.erp.internal.wire.WireReversal;
import org.lottrace.soap.erp.internal.wire.WireShipment;
import org.lottrace.soap.erp.internal.wire.WireStockCount;
import org.lottrace.soap.erp.internal.wire.WireTransfer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Captures a list of movements: reads all of them first, then does one after the other. */
@Component(service = Movements.class)
public final class Movements {
    private final MovementCapture capture;
    private final Holds holds;
    private final Corrections corrections;
    private final LotCorrections lots;

    @Activate
    public Movements(
            @Reference MovementCapture capture,
            @Reference Holds holds,
            @Reference Corrections corrections,
            @Reference LotCorrections lots) {
        this.capture = capture;
        this.holds = holds;
        this.corrections = corrections;
        this.lots = lots;
    }

    /** @return one outcome for each movement, in their order */
    List<WireOutcome> capture(CaptureMovements request, String user) throws Refused {
        Reading reading = Reading.ofRequest();
        List<Movement> movements = read(request, new MovementMapper(user), reading);
        reading.refuseWhatIsWrong();
        return movements.stream()
                .map(movement -> OutcomeMapper.toWire(
                        movement.eventId(), movement.action().get()))
                .toList();
    }

    private List<Movement> read(CaptureMovements request, MovementMapper mapper, Reading reading) {
        List<Movement> movements = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (JAXBElement<? extends WireMovement> element : request.getMovement()) {
            String name = element.getName().getLocalPart();
            Reading at = reading.at(name, numbers.merge(name, 1, Integer::sum));
            action(name, element.getValue(), mapper, at)
                    .ifPresent(action ->
                            movements.add(new Movement(element.getValue().getEventId(), action)));
        }
        return movements;
    }

    private Optional<Supplier<Outcome<RecordedEvent>>> action(
            String name, WireMovement wire, MovementMapper read, Reading at) {
        return switch (name) {
            case "receipt" -> read.receipt(at, (WireReceipt) wire).map(m -> () -> capture.receive(m));
            case "putAway" -> transfer(EventType.PUT_AWAY, wire, read, at);
            case "transfer" -> transfer(EventType.TRANSFER, wire, read, at);
            case "pick" -> transfer(EventType.PICK, wire, read, at);
            case "pack" -> transfer(EventType.PACK, wire, read, at);
            case "dispatch" -> read.dispatch(at, (WireDispatch) wire).map(m -> () -> capture.dispatch(m));
            case "arrival" -> read.arrival(at, (WireArrival) wire).map(m -> () -> capture.arrive(m));
            case "consumption" -> read.consumption(at, (WireConsumption) wire).map(m -> () -> capture.consume(m));
            case "production" -> read.production(at, (WireProduction) wire).map(m -> () -> capture.produce(m));
            case "shipment" -> read.shipment(at, (WireShipment) wire).map(m -> () -> capture.ship(m));
            case "customerReturn" ->
                read.customerReturn(at, (WireCustomerReturn) wire).map(m -> () -> capture.takeBack(m));
            case "stockCount" -> read.stockCount(at, (WireStockCount) wire).map(m -> () -> capture.count(m));
            case "disposal" -> read.disposal(at, (WireDisposal) wire).map(m -> () -> capture.dispose(m));
            case "hold" -> decision(holds::hold, (WireLotDecision) wire, read, at);
            case "release" -> decision(holds::release, (WireLotDecision) wire, read, at);
            case "reversal" -> read.reversal(at, (WireReversal) wire).map(m -> () -> reverse(m));
            case "lotCorrection" ->
                read.lotCorrection(at, (WireLotCorrection) wire).map(m -> () -> lots.correct(m));
            default -> throw new IllegalArgumentException("the schema allows <" + name + ">, but nobody does it");
        };
    }

    private Outcome<RecordedEvent> reverse(Reversal reversal) {
        return corrections
                .reverse(reversal)
                .fold(
                        done -> new Outcome.Done<>(done.event()),
                        before -> new Outcome.AlreadyDone<>(before.event()),
                        Outcome.Refused::new);
    }

    private Optional<Supplier<Outcome<RecordedEvent>>> transfer(
            EventType type, WireMovement wire, MovementMapper read, Reading at) {
        return read.transfer(at, (WireTransfer) wire).map(m -> () -> capture.transfer(type, m));
    }

    private static Optional<Supplier<Outcome<RecordedEvent>>> decision(
            Decision decision, WireLotDecision wire, MovementMapper read, Reading at) {
        Optional<EventContext> context = read.context(at, wire);
        List<LotKey> lots = at.list("lot", wire.getLot(), ValueMapper::lotKey);
        return at.whole(() -> () -> decision.take(context.orElseThrow(), lots, wire.getReason()));
    }

    private record Movement(String eventId, Supplier<Outcome<RecordedEvent>> action) {}

    private interface Decision {
        Outcome<RecordedEvent> take(EventContext context, List<LotKey> lots, String reason);
    }
}
