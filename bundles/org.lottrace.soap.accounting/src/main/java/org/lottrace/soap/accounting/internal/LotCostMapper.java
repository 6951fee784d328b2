package org.lottrace.soap.accounting.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.soap.accounting.internal.wire.GetLotCostResponse;
import org.lottrace.soap.accounting.internal.wire.WireCostSource;

/**
 * The cost of a lot to the wire. The tree of sources becomes a list with levels, without recursion: a lot that was
 * reworked every day for years is as deep as it is old.
 */
final class LotCostMapper {
    private LotCostMapper() {}

    static GetLotCostResponse toWire(LotCost cost, List<CostSource> sources) {
        GetLotCostResponse wire = new GetLotCostResponse();
        wire.setLot(ValueMapper.toWire(cost.lot()));
        wire.setOnStock(ValueMapper.toWire(cost.onStock()));
        wire.setInProcess(ValueMapper.toWire(cost.inProcess()));
        wire.setTotal(ValueMapper.toWire(new CostedQuantity(cost.quantity(), cost.value())));
        Deque<Step> open = new ArrayDeque<>();
        push(open, 1, sources);
        while (!open.isEmpty()) {
            Step step = open.pop();
            wire.getSource().add(toWire(step));
            push(open, step.level() + 1, step.source().sources());
        }
        return wire;
    }

    /** The last first, so that the first is on top. */
    private static void push(Deque<Step> open, int level, List<CostSource> sources) {
        for (int i = sources.size() - 1; i >= 0; i--) {
            open.push(new Step(level, sources.get(i)));
        }
    }

    private static WireCostSource toWire(Step step) {
        WireCostSource wire = new WireCostSource();
        wire.setLevel(step.level());
        wire.setEventId(step.source().event().value());
        wire.setDocument(ValueMapper.toWire(step.source().document()));
        step.source().ingredient().map(ValueMapper::toWire).ifPresent(wire::setIngredient);
        wire.setQuantity(ValueMapper.toWire(step.source().quantity()));
        wire.setValue(ValueMapper.toWire(step.source().value()));
        return wire;
    }

    private record Step(int level, CostSource source) {}
}
