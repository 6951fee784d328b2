package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.util.List;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Production;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What production takes and makes. */
final class ProductionTasks {
    static final Task CONSUME = new Task(
            "consume",
            "movement.consume",
            List.of(required("productionOrder", Kind.TEXT)),
            Column.GOODS,
            false,
            ProductionTasks::consume);

    static final Task PRODUCE = new Task(
            "produce",
            "movement.produce",
            List.of(
                    required("productionOrder", Kind.TEXT),
                    required("item", Kind.TEXT),
                    required("amount", Kind.TEXT),
                    required("unit", Kind.TEXT),
                    Field.TO_LOCATION,
                    optional("lotNumber", Kind.TEXT),
                    optional("line", Kind.TEXT),
                    optional("shift", Kind.TEXT),
                    optional("container", Kind.TEXT),
                    optional("said", Kind.TEXT)),
            Column.OUTPUTS,
            true,
            ProductionTasks::produce);

    private ProductionTasks() {}

    private static Task.Call consume(Entry entry) {
        Consumption consumption = new Consumption(
                entry.context(), entry.text("productionOrder"), entry.rows().goods());
        return visit -> visit.as(MovementCapture.class).consume(consumption);
    }

    private static Task.Call produce(Entry entry) {
        UnitOfMeasure unit = entry.required("unit", UnitOfMeasure.class, new UnitOfMeasure("C62"));
        ItemNumber item = entry.required("item", ItemNumber.class, new ItemNumber("NONE"));
        LocationId location = entry.location();
        Production production = new Production(
                entry.context(),
                entry.text("productionOrder"),
                item,
                entry.amount("amount", unit),
                entry.given("lotNumber", LotNumber.class),
                entry.textIfGiven("line"),
                entry.textIfGiven("shift"),
                location,
                entry.container(),
                entry.rows().outputs(item, location),
                entry.keyData("said"));
        return visit -> visit.as(MovementCapture.class).produce(production);
    }
}
