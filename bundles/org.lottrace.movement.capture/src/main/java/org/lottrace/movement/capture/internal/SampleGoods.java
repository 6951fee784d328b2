package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ViolationPath;

/** Takes samples out of stock, whatever the disposition of the lots: what is tested may be held for just that. */
final class SampleGoods {
    private static final String PURPOSE_MISSING = "PURPOSE_MISSING";
    private static final String TEXT_TOO_LONG = "TEXT_TOO_LONG";
    private static final int LONGEST = 500;

    private final EventCapture capture;
    private final SharedChecks checks;
    private final RepeatedRequest repeated;

    SampleGoods(EventCapture capture, SharedChecks checks, RepeatedRequest repeated) {
        this.capture = capture;
        this.checks = checks;
        this.repeated = repeated;
    }

    Outcome<RecordedEvent> sample(Sampling sampling) {
        DocumentReference number = new DocumentReference(DocumentType.SAMPLE, sampling.number());
        return capture.capture(
                sampling.context().usually(Basis.REPORTED),
                event -> isSame(event, sampling, number),
                (context, findings) -> {
                    if (sampling.purpose().isBlank()) {
                        findings.breach(
                                PURPOSE_MISSING,
                                ViolationPath.of("purpose"),
                                "a sample is taken for something: say what for");
                    }
                    if (sampling.purpose().length() > LONGEST) {
                        findings.add(TEXT_TOO_LONG, "purpose", "the purpose has at most " + LONGEST + " characters");
                    }
                    List<Goods> goods = checks.goodsAlsoInTransit(
                            checks.site(sampling.context().site(), ViolationPath.of("site"), findings),
                            sampling.goods(),
                            findings);
                    Position taken =
                            Position.at(Place.disposal(sampling.context().site()));
                    capture.checkCounts(context, EventType.SAMPLE, goods, taken, findings);
                    return (settled, unused) -> Optional.of(new TraceEvent(
                                    settled,
                                    EventType.SAMPLE,
                                    List.of(number),
                                    Optional.empty(),
                                    goods.stream()
                                            .map(line -> line.movedTo(taken))
                                            .toList(),
                                    List.of(),
                                    List.of())
                            .saying(data(sampling)));
                });
    }

    private static List<KeyDatum> data(Sampling sampling) {
        KeyDatum fate = KeyDataElement.SAMPLE_FATE.is(
                new KeyDataValue.Code(sampling.fate().code()));
        return sampling.purpose().isBlank()
                ? List.of(fate)
                : List.of(KeyDataElement.SAMPLE_PURPOSE.is(new KeyDataValue.Text(sampling.purpose())), fate);
    }

    private boolean isSame(TraceEvent event, Sampling sampling, DocumentReference number) {
        return RepeatedRequest.sameDocuments(event, EventType.SAMPLE, number)
                && KeyDatum.find(event.keyData(), KeyDataElement.SAMPLE_PURPOSE).isEmpty()
                        == sampling.purpose().isBlank()
                && event.keyData().containsAll(data(sampling))
                && repeated.sameGoods(
                        event,
                        EventLine::from,
                        RequestedGoods.parts(sampling.context().site(), sampling.goods()));
    }
}
