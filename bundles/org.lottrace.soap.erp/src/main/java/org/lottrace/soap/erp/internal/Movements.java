package org.lottrace.soap.erp.internal;

import jakarta.xml.bind.JAXBElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
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

/** Captures a list of movements: reads all of them first, then does one after the other. */
final class Movements {
    private static final Map<String, Kind<?, ?, ?>> KINDS = Stream.of(
                    movement("receipt", WireReceipt.class, MovementMapper::receipt, MovementCapture::receive),
                    transfer("putAway", EventType.PUT_AWAY),
                    transfer("transfer", EventType.TRANSFER),
                    transfer("pick", EventType.PICK),
                    transfer("pack", EventType.PACK),
                    movement("dispatch", WireDispatch.class, MovementMapper::dispatch, MovementCapture::dispatch),
                    movement("arrival", WireArrival.class, MovementMapper::arrival, MovementCapture::arrive),
                    movement(
                            "consumption",
                            WireConsumption.class,
                            MovementMapper::consumption,
                            MovementCapture::consume),
                    movement("production", WireProduction.class, MovementMapper::production, MovementCapture::produce),
                    movement("shipment", WireShipment.class, MovementMapper::shipment, MovementCapture::ship),
                    movement(
                            "customerReturn",
                            WireCustomerReturn.class,
                            MovementMapper::customerReturn,
                            MovementCapture::takeBack),
                    movement("stockCount", WireStockCount.class, MovementMapper::stockCount, MovementCapture::count),
                    movement("disposal", WireDisposal.class, MovementMapper::disposal, MovementCapture::dispose),
                    decision("hold", (holds, d) -> holds.hold(d.context(), d.lots(), d.reason())),
                    decision("release", (holds, d) -> holds.release(d.context(), d.lots(), d.reason())),
                    new Kind<>(
                            "reversal",
                            WireReversal.class,
                            MovementMapper::reversal,
                            Corrections.class,
                            (corrections, reversal) ->
                                    corrections.reverse(reversal).map(Captured::of)),
                    new Kind<>(
                            "lotCorrection",
                            WireLotCorrection.class,
                            MovementMapper::lotCorrection,
                            LotCorrections.class,
                            (lots, correction) -> lots.correct(correction).map(Captured::of)))
            .collect(Collectors.toMap(Kind::element, Function.identity()));

    private final Operations operations;

    Movements(Operations operations) {
        this.operations = operations;
    }

    /** @return the elements of the schema that are captured here */
    static Set<String> elements() {
        return KINDS.keySet();
    }

    /** @return one outcome for each movement, in their order */
    List<WireOutcome> capture(Caller caller, CaptureMovements request) throws Refused {
        Reading reading = Reading.ofRequest();
        List<Movement> movements = read(caller, request, reading);
        reading.refuseWhatIsWrong();
        return movements.stream()
                .map(movement -> OutcomeMapper.toWire(
                        movement.eventId(), movement.action().get()))
                .toList();
    }

    private List<Movement> read(Caller caller, CaptureMovements request, Reading reading) {
        MovementMapper mapper = new MovementMapper(caller.name());
        List<Movement> movements = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (JAXBElement<? extends WireMovement> element : request.getMovement()) {
            String name = element.getName().getLocalPart();
            Reading at = reading.at(name, numbers.merge(name, 1, Integer::sum));
            KINDS.get(name)
                    .action(element.getValue(), mapper, at, operations, caller)
                    .ifPresent(action ->
                            movements.add(new Movement(element.getValue().getEventId(), action)));
        }
        return movements;
    }

    private static <W extends WireMovement, M> Kind<W, M, MovementCapture> movement(
            String element,
            Class<W> wire,
            Reader<W, M> reader,
            BiFunction<MovementCapture, M, Outcome<RecordedEvent>> capture) {
        return new Kind<>(
                element, wire, reader, MovementCapture.class, (service, movement) -> capture.apply(service, movement)
                        .map(Captured::of));
    }

    private static Kind<?, ?, ?> transfer(String element, EventType type) {
        return movement(
                element,
                WireTransfer.class,
                MovementMapper::transfer,
                (capture, transfer) -> capture.transfer(type, transfer));
    }

    private static Kind<?, ?, ?> decision(String element, BiFunction<Holds, Decision, Outcome<RecordedEvent>> capture) {
        return new Kind<>(
                element, WireLotDecision.class, Movements::decision, Holds.class, (holds, lots) -> capture.apply(
                                holds, lots)
                        .map(Captured::of));
    }

    private static Optional<Decision> decision(MovementMapper read, Reading at, WireLotDecision wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<LotKey> lots = at.list("lot", wire.getLot(), ValueMapper::lotKey);
        return at.whole(() -> new Decision(context.orElseThrow(), lots, wire.getReason()));
    }

    private record Movement(String eventId, Supplier<Outcome<Captured>> action) {}

    private record Decision(CaptureContext context, List<LotKey> lots, String reason) {}

    /**
     * One kind of movement.
     *
     * @param element its name in the schema
     * @param wire its type there
     * @param reader notes what cannot be read, and then gives nothing
     * @param service whose operation does it
     * @param capture does it
     */
    private record Kind<W extends WireMovement, M, S>(
            String element,
            Class<W> wire,
            Reader<W, M> reader,
            Class<S> service,
            BiFunction<S, M, Outcome<Captured>> capture) {
        Optional<Supplier<Outcome<Captured>>> action(
                WireMovement movement, MovementMapper mapper, Reading at, Operations operations, Caller caller) {
            return reader.read(mapper, at, wire.cast(movement))
                    .map(read -> () -> capture.apply(operations.as(caller, service), read));
        }
    }

    private interface Reader<W, M> {
        Optional<M> read(MovementMapper mapper, Reading at, W wire);
    }
}
