package org.lottrace.soap.erp.internal;

import jakarta.xml.bind.JAXBElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.Holds;
import org.lottrace.soap.erp.internal.wire.CaptureMovements;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.WireArrival;
import org.lottrace.soap.erp.internal.wire.WireConsumption;
import org.lottrace.soap.erp.internal.wire.WireCustomerReturn;
import org.lottrace.soap.erp.internal.wire.WireDispatch;
import org.lottrace.soap.erp.internal.wire.WireDisposal;
import org.lottrace.soap.erp.internal.wire.WireLotDecision;
import org.lottrace.soap.erp.internal.wire.WireMovement;
import org.lottrace.soap.erp.internal.wire.WireOutcome;
import org.lottrace.soap.erp.internal.wire.WireProduction;
import org.lottrace.soap.erp.internal.wire.WireReceipt;
import org.lottrace.soap.erp.internal.wire.WireShipment;
import org.lottrace.soap.erp.internal.wire.WireStockCount;
import org.lottrace.soap.erp.internal.wire.WireTransfer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Captures a list of movements: reads all of them first, then does one after the other. */
@Component(service = Movements.class)
public final class Movements {
    private final Map<String, Kind<?, ?>> kinds;

    @Activate
    public Movements(@Reference MovementCapture capture, @Reference Holds holds) {
        kinds = Stream.of(
                        new Kind<>("receipt", WireReceipt.class, MovementMapper::receipt, capture::receive),
                        transfer("putAway", EventType.PUT_AWAY, capture),
                        transfer("transfer", EventType.TRANSFER, capture),
                        transfer("pick", EventType.PICK, capture),
                        transfer("pack", EventType.PACK, capture),
                        new Kind<>("dispatch", WireDispatch.class, MovementMapper::dispatch, capture::dispatch),
                        new Kind<>("arrival", WireArrival.class, MovementMapper::arrival, capture::arrive),
                        new Kind<>("consumption", WireConsumption.class, MovementMapper::consumption, capture::consume),
                        new Kind<>("production", WireProduction.class, MovementMapper::production, capture::produce),
                        new Kind<>("shipment", WireShipment.class, MovementMapper::shipment, capture::ship),
                        new Kind<>(
                                "customerReturn",
                                WireCustomerReturn.class,
                                MovementMapper::customerReturn,
                                capture::takeBack),
                        new Kind<>("stockCount", WireStockCount.class, MovementMapper::stockCount, capture::count),
                        new Kind<>("disposal", WireDisposal.class, MovementMapper::disposal, capture::dispose),
                        new Kind<>(
                                "hold",
                                WireLotDecision.class,
                                Movements::decision,
                                d -> holds.hold(d.context(), d.lots(), d.reason())),
                        new Kind<>(
                                "release",
                                WireLotDecision.class,
                                Movements::decision,
                                d -> holds.release(d.context(), d.lots(), d.reason())))
                .collect(Collectors.toMap(Kind::element, Function.identity()));
    }

    /** @return the elements of the schema that are captured here */
    Set<String> elements() {
        return kinds.keySet();
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
            kinds.get(name)
                    .action(element.getValue(), mapper, at)
                    .ifPresent(action ->
                            movements.add(new Movement(element.getValue().getEventId(), action)));
        }
        return movements;
    }

    private static Kind<?, ?> transfer(String element, EventType type, MovementCapture capture) {
        return new Kind<>(
                element, WireTransfer.class, MovementMapper::transfer, transfer -> capture.transfer(type, transfer));
    }

    private static Optional<Decision> decision(MovementMapper read, Reading at, WireLotDecision wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<LotKey> lots = at.list("lot", wire.getLot(), ValueMapper::lotKey);
        return at.whole(() -> new Decision(context.orElseThrow(), lots, wire.getReason()));
    }

    private record Movement(String eventId, Supplier<Outcome<RecordedEvent>> action) {}

    private record Decision(CaptureContext context, List<LotKey> lots, String reason) {}

    /**
     * One kind of movement.
     *
     * @param element its name in the schema
     * @param wire its type there
     * @param reader notes what cannot be read, and then gives nothing
     * @param capture does it
     */
    private record Kind<W extends WireMovement, M>(
            String element, Class<W> wire, Reader<W, M> reader, Function<M, Outcome<RecordedEvent>> capture) {
        Optional<Supplier<Outcome<RecordedEvent>>> action(WireMovement movement, MovementMapper mapper, Reading at) {
            return reader.read(mapper, at, wire.cast(movement)).map(read -> () -> capture.apply(read));
        }
    }

    private interface Reader<W, M> {
        Optional<M> read(MovementMapper mapper, Reading at, W wire);
    }
}
