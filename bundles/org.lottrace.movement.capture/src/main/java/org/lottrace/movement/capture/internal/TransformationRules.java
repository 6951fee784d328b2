package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.ViolationPath;

/** What makes a split a split and a merge a merge, and that nothing is lost. A report that says something else contradicts itself. */
final class TransformationRules {
    private static final String LOTS_DO_NOT_FIT = "LOTS_DO_NOT_FIT";
    private static final String ITEMS_DIFFER = "ITEMS_DIFFER";
    private static final String QUANTITY_DIFFERS = "QUANTITY_DIFFERS";
    private static final String QUANTITY_MISSING = "QUANTITY_MISSING";

    private final SharedChecks checks;
    private final SegregationCheck segregation;

    TransformationRules(SharedChecks checks, SegregationCheck segregation) {
        this.checks = checks;
        this.segregation = segregation;
    }

    /** @return how much the output is, in its base unit; all that was taken when it alone came out and does not say */
    Optional<Quantity> quantity(
            Item item,
            Transformation.Output output,
            List<Goods> goods,
            Transformation request,
            ViolationPath path,
            Findings findings) {
        if (output.quantity().isPresent()) {
            return checks.positive(item, output.quantity().get(), path.then("quantity"), findings);
        }
        boolean isAll = request.outputs().size() == 1
                && !goods.isEmpty()
                && itemsOf(goods).equals(Set.of(item.number()));
        if (!isAll) {
            findings.add(
                    QUANTITY_MISSING,
                    path.then("quantity"),
                    "say how much came out: only one output of the same item can be all that was taken");
        }
        return isAll ? Optional.of(sum(goods)) : Optional.empty();
    }

    void check(
            EventType type,
            List<Goods> goods,
            List<TransformLots.Made> outputs,
            Transformation request,
            Findings findings) {
        if (request.outputs().isEmpty()) {
            findings.add(
                    SharedChecks.LINES_MISSING, "outputs", "the request says nothing of what came out: add an output");
        }
        if (goods.size() < request.goods().size()
                || outputs.size() < request.outputs().size()) {
            return; // what could not be made out is said already
        }
        checkLots(type, goods, request, findings);
        Set<ItemNumber> items = itemsOf(goods);
        Set<ItemNumber> made = outputs.stream().map(TransformLots.Made::item).collect(Collectors.toSet());
        if (type != EventType.REPACK && (items.size() > 1 || !items.containsAll(made))) {
            findings.add(
                    ITEMS_DIFFER,
                    "outputs",
                    "goods of " + items + " do not become " + made + " by a " + type
                            + ": record a REPACK or a production");
        } else if (items.size() == 1 && items.equals(made) && !sum(goods).equals(sumOf(outputs))) {
            findings.add(
                    QUANTITY_DIFFERS,
                    "outputs",
                    sum(goods) + " were taken and " + sumOf(outputs)
                            + " came out: record what is missing as a count or a disposal");
        }
        outputs.forEach(output -> segregation.check(goods, target(request, output), findings));
    }

    private static void checkLots(EventType type, List<Goods> goods, Transformation request, Findings findings) {
        long inputs = goods.stream().map(line -> line.lot().key()).distinct().count();
        long outputs = request.outputs().stream()
                        .flatMap(output -> output.lotNumber().stream())
                        .distinct()
                        .count()
                + request.outputs().stream()
                        .filter(output -> output.lotNumber().isEmpty())
                        .count();
        boolean fits =
                switch (type) {
                    case SPLIT -> inputs == 1;
                    case MERGE -> inputs > 1 && outputs == 1;
                    case RELABEL -> inputs == 1 && outputs == 1;
                    default -> true;
                };
        if (!fits) {
            findings.add(
                    LOTS_DO_NOT_FIT,
                    "lines",
                    inputs + " lots became " + outputs + ", which is no " + type
                            + ": a SPLIT is of one lot, a MERGE of several into one, a RELABEL of one into one");
        }
    }

    private static Position target(Transformation request, TransformLots.Made made) {
        return new Position(
                Place.location(request.context().site(), made.output().location()),
                made.output().container());
    }

    private static Set<ItemNumber> itemsOf(List<Goods> goods) {
        return Goods.itemsOf(goods);
    }

    private static Quantity sum(List<Goods> goods) {
        return goods.stream().map(Goods::quantity).reduce(Quantity::plus).orElseThrow();
    }

    private static Quantity sumOf(List<TransformLots.Made> outputs) {
        return outputs.stream()
                .map(TransformLots.Made::quantity)
                .reduce(Quantity::plus)
                .orElseThrow();
    }
}
