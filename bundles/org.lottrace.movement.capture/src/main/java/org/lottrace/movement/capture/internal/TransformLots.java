package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.violation.ViolationPath;

/**
 * Splits, merges, relabels and repacks: what is taken of lots goes through the transformation of the site, and comes out as other
 * lots. Held goods may be taken; what comes out is held, too.
 */
final class TransformLots {
    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final LotRightCheck rights;
    private final RepeatedRequest repeated;
    private final TransformationRules rules;
    private final TransformationEvent events;
    private final Reservations reservations;
    private final PiecesOfOutputs pieces = new PiecesOfOutputs();

    TransformLots(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            LotRightCheck rights,
            RepeatedRequest repeated,
            TransformationRules rules,
            TransformationEvent events,
            Reservations reservations) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.rights = rights;
        this.repeated = repeated;
        this.rules = rules;
        this.events = events;
        this.reservations = reservations;
    }

    /**
     * An output after the checks.
     *
     * @param path what it is called in the request
     * @param quantity in the base unit
     * @param entered as it was said
     * @param keyData what is recorded of these goods besides
     */
    record Made(
            Transformation.Output output,
            ViolationPath path,
            ItemNumber item,
            Quantity quantity,
            Quantity entered,
            List<KeyDatum> keyData) {}

    Outcome<RecordedEvent> transform(EventType type, Transformation request) {
        if (!EventType.TRANSFORMATIONS.contains(type)) {
            throw new IllegalArgumentException(
                    type + " is no transformation; it is one of " + EventType.TRANSFORMATIONS);
        }
        DocumentReference number = new DocumentReference(DocumentType.TRANSFORMATION, request.number());
        return capture.capture(
                request.context().usually(Basis.REQUESTED),
                event -> isSame(event, type, request, number),
                (context, findings) -> {
                    Optional<Site> site = checks.site(request.context().site(), ViolationPath.of("site"), findings);
                    List<Goods> goods = checks.goods(request.context().site(), request.goods(), findings);
                    // A hold of an input either is seen here, or waits and sees the output.
                    reservations.lockItems(itemsOf(goods, request));
                    List<Made> outputs = outputs(request, goods, site, findings);
                    goods.forEach(line -> rights.check(
                            LotAction.SPLIT,
                            line.lot().key().item(),
                            request.context().site(),
                            line.path().then("lot"),
                            findings));
                    outputs.forEach(made -> made.output()
                            .lotNumber()
                            .ifPresent(given -> rights.numbering(
                                    given,
                                    made.item(),
                                    request.context().site(),
                                    made.path().then("lotNumber"),
                                    findings)));
                    rules.check(type, goods, outputs, request, findings);
                    capture.checkCounts(
                            context,
                            type,
                            goods,
                            Position.at(Place.transformation(request.context().site())),
                            findings);
                    return (settled, inWriting) -> events.write(
                            settled,
                            type,
                            number,
                            goods,
                            outputs,
                            site.orElseThrow(),
                            TransformedLots.Becoming.AS_BEFORE,
                            inWriting);
                });
    }

    private static Set<ItemNumber> itemsOf(List<Goods> goods, Transformation request) {
        return Stream.concat(
                        Goods.itemsOf(goods).stream(),
                        request.outputs().stream().flatMap(output -> output.item().stream()))
                .collect(Collectors.toSet());
    }

    private List<Made> outputs(Transformation request, List<Goods> goods, Optional<Site> site, Findings findings) {
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < request.outputs().size(); i++) {
            Transformation.Output output = request.outputs().get(i);
            ViolationPath path = ViolationPath.of("outputs", i + 1);
            checks.place(site, output.location(), path.then("location"), findings);
            closed.place(request.context().site(), output.location(), path.then("location"), findings);
            output.item()
                    .filter(other -> goods.stream()
                            .noneMatch(line -> line.lot().key().item().equals(other)))
                    .ifPresent(other -> closed.item(other, path.then("item"), findings));
            Optional<ItemNumber> item = output.item()
                    .or(() ->
                            goods.stream().map(line -> line.lot().key().item()).findFirst());
            item.flatMap(number -> checks.item(number, path.then("item"), findings))
                    .flatMap(known -> rules.quantity(known, output, goods, request, path, findings)
                            .map(quantity -> new Made(
                                    output,
                                    path,
                                    known.number(),
                                    quantity,
                                    output.quantity().orElse(quantity),
                                    pieces.of(output, known, goods, request, path, findings))))
                    .ifPresent(made::add);
        }
        return made;
    }

    static Position target(SiteId site, Transformation.Output output) {
        return new Position(Place.location(site, output.location()), output.container());
    }

    private boolean isSame(TraceEvent event, EventType type, Transformation request, DocumentReference number) {
        Map<Boolean, List<EventLine>> lines = event.lines().stream()
                .collect(Collectors.partitioningBy(line -> line.to().place().kind() == PlaceKind.TRANSFORMATION));
        SiteId site = request.context().site();
        return RepeatedRequest.sameDocuments(event, type, number)
                && repeated.sameGoods(lines.get(true), EventLine::from, RequestedGoods.parts(site, request.goods()))
                && lines.get(false).size() == request.outputs().size()
                && IntStream.range(0, request.outputs().size())
                        .allMatch(i -> isSameOutput(
                                lines.get(false).get(i), site, request.outputs().get(i)));
    }

    private static boolean isSameOutput(EventLine recorded, SiteId site, Transformation.Output output) {
        return output.item().map(recorded.lot().item()::equals).orElse(true)
                && output.lotNumber().map(recorded.lot().number()::equals).orElse(true)
                && output.quantity().map(recorded.entered()::equals).orElse(true)
                && (output.keyData().isEmpty() || recorded.keyData().equals(output.keyData()))
                && recorded.to().equals(target(site, output));
    }
}
