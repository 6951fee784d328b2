package org.lottrace.console.web.internal.work;

import java.util.List;
import java.util.Optional;

/** Everything that is recorded by hand, in the order in which goods go through a company. */
final class Tasks {
    static final List<Task> ALL = List.of(
            ReceivingTasks.RECEIVE,
            ReceivingTasks.CLOSE_NOTICE,
            MovingTasks.PUT_AWAY,
            MovingTasks.MOVE,
            MovingTasks.DISPATCH,
            MovingTasks.ARRIVE,
            ProductionTasks.CONSUME,
            ProductionTasks.PRODUCE,
            MovingTasks.PICK,
            MovingTasks.PACK,
            UnitTasks.NEST,
            UnitTasks.TAKE_OUT,
            UnitTasks.UNPACK,
            UnitTasks.MOVE_UNITS,
            UnitTasks.SHIP_UNITS,
            ShippingTasks.SHIP,
            ShippingTasks.CONFIRM_DELIVERY,
            ReceivingTasks.TAKE_BACK,
            ReceivingTasks.RETURN_TO_SUPPLIER,
            StockTasks.COUNT,
            StockTasks.COUNT_BLIND,
            StockTasks.SAMPLE,
            StockTasks.DISPOSE,
            TransformationTasks.SPLIT,
            TransformationTasks.MERGE,
            TransformationTasks.RELABEL,
            TransformationTasks.REPACK,
            TransformationTasks.UNSEAL,
            TransformationTasks.THAW,
            HoldTasks.HOLD,
            HoldTasks.HOLD_BY_QUESTION,
            HoldTasks.RELEASE,
            CorrectionTasks.CORRECT,
            CorrectionTasks.REVERSE,
            CorrectionTasks.RESTATE);

    private Tasks() {}

    static Optional<Task> find(String name) {
        return ALL.stream().filter(task -> task.name().equals(name)).findFirst();
    }
}
