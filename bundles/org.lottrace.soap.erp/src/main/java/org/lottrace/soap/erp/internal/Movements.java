package org.lottrace.soap.erp.internal;

import jakarta.xml.bind.JAXBElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lottrace.api.movement.BatchCapture;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.soap.erp.internal.wire.CaptureMovements;
import org.lottrace.soap.erp.internal.wire.Refused;
import org.lottrace.soap.erp.internal.wire.WireMovement;
import org.lottrace.soap.erp.internal.wire.WireOutcome;

/** Captures a list of movements: reads all of them first, then does one after the other, or all of them together. */
final class Movements {
    /** What is done for them takes seconds, and an answer that refuses each has some megabytes. */
    static final int MOST_LINES = 2_000;

    private final Operations operations;
    private final BatchCapture batches;

    Movements(Operations operations, BatchCapture batches) {
        this.operations = operations;
        this.batches = batches;
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
                .mapToInt(element ->
                        MovementKinds.of(element.getName().getLocalPart()).lines(element.getValue()))
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
        MovementMapper mapper = new MovementMapper(caller.name(), new ToldWith(request.getMovement()));
        List<Sent> movements = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (JAXBElement<? extends WireMovement> element : request.getMovement()) {
            String name = element.getName().getLocalPart();
            int number = numbers.merge(name, 1, Integer::sum);
            MovementKinds.of(name)
                    .request(element.getValue(), mapper, reading.at(name, number), operations, caller)
                    .ifPresent(read -> movements.add(
                            new Sent(element.getValue().getEventId(), ViolationPath.of(name, number), read)));
        }
        return movements;
    }

    private record Sent(String eventId, ViolationPath path, BatchCapture.Request<Captured> request) {}
}
