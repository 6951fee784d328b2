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
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.Movement;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
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
import org.lottrace.soap.erp.internal.wire.WireOpeningStock;
import org.lottrace.soap.erp.internal.wire.WireOutcome;
import org.lottrace.soap.erp.internal.wire.WireProduction;
import org.lottrace.soap.erp.internal.wire.WireReceipt;
import org.lottrace.soap.erp.internal.wire.WireReversal;
import org.lottrace.soap.erp.internal.wire.WireShipment;
import org.lottrace.soap.erp.internal.wire.WireStockCount;
import org.lottrace.soap.erp.internal.wire.WireTransfer;

/**
 * Captures a list of movements: reads all of them first, then does one after the other, or all of them together.
 *
 * <p>Over 250 lines, a fifth of them imports: one short method for each kind of movement that the schema has.
 */
final class Movements {
    /** What is done for them takes seconds, and an answer that refuses each has some megabytes. */
    static final int MOST_LINES = 2_000;

    private static final ToIntFunction<Object> ONE = wire -> 1;

    private static final Map<String, Kind<?, ?, ?>> KINDS = Stream.of(
                    movement(
                            "receipt",
                            WireReceipt.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::receipt,
                            MovementCapture::receive),
                    transfer("putAway", EventType.PUT_AWAY),
                    transfer("transfer", EventType.TRANSFER),
                    transfer("pick", EventType.PICK),
                    transfer("pack", EventType.PACK),
                    movement(
                            "dispatch",
                            WireDispatch.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::dispatch,
                            MovementCapture::dispatch),
                    movement(
                            "arrival",
                            WireArrival.class,
                            wire -> wire.getUnit().size() + wire.getLine().size(),
                            MovementMapper::arrival,
                            MovementCapture::arrive),
                    movement(
                            "consumption",
                            WireConsumption.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::consumption,
                            MovementCapture::consume),
                    movement(
                            "production",
                            WireProduction.class,
                            ONE,
                            MovementMapper::production,
                            MovementCapture::produce),
                    movement(
                            "shipment",
                            WireShipment.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::shipment,
                            MovementCapture::ship),
                    movement(
                            "customerReturn",
                            WireCustomerReturn.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::customerReturn,
                            MovementCapture::takeBack),
                    movement(
                            "stockCount",
                            WireStockCount.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::stockCount,
                            MovementCapture::count),
                    movement(
                            "disposal",
                            WireDisposal.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::disposal,
                            MovementCapture::dispose),
                    movement(
                            "openingStock",
                            WireOpeningStock.class,
                            wire -> wire.getLine().size(),
                            MovementMapper::openingStock,
                            MovementCapture::open),
                    decision("hold", (holds, d) -> holds.hold(d.context(), d.lots(), d.reason())),
                    decision("release", (holds, d) -> holds.release(d.context(), d.lots(), d.reason())),
                    new Kind<>(
                            "reversal",
                            WireReversal.class,
                            ONE,
                            MovementMapper::reversal,
                            Corrections.class,
                            (corrections, reversal) ->
                                    corrections.reverse(reversal).map(Captured::of)),
                    new Kind<>(
                            "lotCorrection",
                            WireLotCorrection.class,
                            ONE,
                            MovementMapper::lotCorrection,
                            LotCorrections.class,
                            (lots, correction) -> lots.correct(correction).map(Captured::of)))
            .collect(Collectors.toMap(Kind::element, Function.identity()));

    private final Operations operations;
    private final BatchCapture batches;

    Movements(Operations operations, BatchCapture batches) {
        this.operations = operations;
        this.batches = batches;
    }

    /** @return the elements of the schema that are captured here */
    static Set<String> elements() {
        return KINDS.keySet();
    }

    /** @return one outcome for each movement, in their order */
    List<WireOutcome> capture(Caller caller, CaptureMovements request) throws Refused {
        refuseTooMany(request);
        Reading reading = Reading.ofRequest();
        List<Sent> sent = read(caller, request, reading);
        reading.refuseWhatIsWrong();
        List<BatchCapture.Request<Captured>> requests =
                sent.stream().map(Sent::request).toList();
        List<Outcome<Captured>> outcomes =
                request.isAllOrNone() ? together(sent, requests) : batches.captureEach(requests);
        return IntStream.range(0, sent.size())
                .mapToObj(i -> OutcomeMapper.toWire(sent.get(i).eventId(), outcomes.get(i)))
                .toList();
    }

    private List<Outcome<Captured>> together(List<Sent> sent, List<BatchCapture.Request<Captured>> requests)
            throws Refused {
        Outcome<List<Outcome<Captured>>> all = batches.captureAll(requests);
        ViolationMapper.refuse(all.violations().stream()
                .map(violation -> new Violation(
                        violation.code(), asSent(sent, violation.path().steps()), violation.message()))
                .toList());
        return all.toOptional().orElseThrow();
    }

    /** @param steps the first of them is the number of the request */
    private static ViolationPath asSent(List<Sent> sent, List<PathStep> steps) {
        return sent.get(steps.get(0).number() - 1)
                .path()
                .then(steps.subList(1, steps.size()).toArray(PathStep[]::new));
    }

    private static void refuseTooMany(CaptureMovements request) throws Refused {
        int lines = request.getMovement().stream()
                .mapToInt(element -> KINDS.get(element.getName().getLocalPart()).lines(element.getValue()))
                .sum();
        if (lines > MOST_LINES) {
            ViolationMapper.refuse(List.of(new Violation(
                    "TOO_MANY_LINES",
                    ViolationPath.WHOLE,
                    "The request has " + lines + " lines, and " + MOST_LINES
                            + " are taken at a time. Send several requests with fewer movements each; split a movement that"
                            + " has more by itself.")));
        }
    }

    private List<Sent> read(Caller caller, CaptureMovements request, Reading reading) {
        MovementMapper mapper = new MovementMapper(caller.name());
        List<Sent> movements = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (JAXBElement<? extends WireMovement> element : request.getMovement()) {
            String name = element.getName().getLocalPart();
            int number = numbers.merge(name, 1, Integer::sum);
            KINDS.get(name)
                    .request(element.getValue(), mapper, reading.at(name, number), operations, caller)
                    .ifPresent(read -> movements.add(
                            new Sent(element.getValue().getEventId(), ViolationPath.of(name, number), read)));
        }
        return movements;
    }

    private static <W extends WireMovement, M> Kind<W, M, MovementCapture> movement(
            String element,
            Class<W> wire,
            ToIntFunction<? super W> lines,
            Reader<W, M> reader,
            BiFunction<MovementCapture, M, Outcome<RecordedEvent>> capture) {
        return new Kind<>(element, wire, lines, reader, MovementCapture.class, (service, movement) -> capture.apply(
                        service, movement)
                .map(Captured::of));
    }

    private static Kind<?, ?, ?> transfer(String element, EventType type) {
        return movement(
                element,
                WireTransfer.class,
                wire -> wire.getLine().size(),
                MovementMapper::transfer,
                (capture, transfer) -> capture.transfer(type, transfer));
    }

    private static Kind<?, ?, ?> decision(String element, BiFunction<Holds, Decision, Outcome<RecordedEvent>> capture) {
        return new Kind<>(
                element,
                WireLotDecision.class,
                wire -> wire.getLot().size(),
                Movements::decision,
                Holds.class,
                (holds, lots) -> capture.apply(holds, lots).map(Captured::of));
    }

    private static Optional<Decision> decision(MovementMapper read, Reading at, WireLotDecision wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<LotKey> lots = at.list("lot", wire.getLot(), ValueMapper::lotKey);
        return at.whole(() -> new Decision(context.orElseThrow(), lots, wire.getReason()));
    }

    private record Sent(String eventId, ViolationPath path, BatchCapture.Request<Captured> request) {}

    private record Decision(CaptureContext context, List<LotKey> lots, String reason) {}

    /**
     * One kind of movement.
     *
     * @param element its name in the schema
     * @param wire its type there
     * @param lines how many goods or lots one has
     * @param reader notes what cannot be read, and then gives nothing
     * @param service whose operation does it
     * @param capture does it
     */
    private record Kind<W extends WireMovement, M, S>(
            String element,
            Class<W> wire,
            ToIntFunction<? super W> lines,
            Reader<W, M> reader,
            Class<S> service,
            BiFunction<S, M, Outcome<Captured>> capture) {
        /** @return how many lines it counts as: without goods it is one, too */
        int lines(WireMovement movement) {
            return Math.max(1, lines.applyAsInt(wire.cast(movement)));
        }

        Optional<BatchCapture.Request<Captured>> request(
                WireMovement movement, MovementMapper mapper, Reading at, Operations operations, Caller caller) {
            return reader.read(mapper, at, wire.cast(movement))
                    .map(read -> new BatchCapture.Request<>(
                            Optional.of(read).filter(Movement.class::isInstance).map(Movement.class::cast),
                            () -> capture.apply(operations.as(caller, service), read)));
        }
    }

    private interface Reader<W, M> {
        Optional<M> read(MovementMapper mapper, Reading at, W wire);
    }
}
