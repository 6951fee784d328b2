package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Transfer;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What moves within the company. */
final class MovingTasks {
    static final Task PUT_AWAY = relocation("put-away", EventType.PUT_AWAY, List.of(Field.TO_LOCATION));

    static final Task MOVE =
            relocation("move", EventType.TRANSFER, List.of(Field.TO_LOCATION, optional("container", Kind.TEXT)));

    static final Task DISPATCH = new Task(
            "dispatch",
            "movement.dispatch",
            List.of(
                    required("toSite", Kind.SITE),
                    optional("transferOrder", Kind.TEXT),
                    optional("container", Kind.TEXT)),
            Column.GOODS,
            false,
            MovingTasks::dispatch);

    static final Task ARRIVE = new Task(
            "arrive",
            "movement.arrive",
            List.of(Field.TO_LOCATION, optional("units", Kind.TEXT)),
            Column.INCOMING,
            true,
            MovingTasks::arrive);

    static final Task PICK =
            relocation("pick", EventType.PICK, List.of(Field.TO_LOCATION, optional("container", Kind.TEXT)));

    static final Task PACK =
            relocation("pack", EventType.PACK, List.of(Field.TO_LOCATION, required("container", Kind.TEXT)));

    private MovingTasks() {}

    private static Task relocation(String name, EventType type, List<Field> fields) {
        return new Task(name, "movement.transfer", fields, Column.GOODS, false, entry -> {
            CaptureContext context = entry.context();
            Transfer transfer = new Transfer(
                    context,
                    context.site(),
                    entry.location(),
                    entry.container(),
                    entry.rows().goods());
            return visit -> visit.as(MovementCapture.class).transfer(type, transfer);
        });
    }

    private static Task.Call dispatch(Entry entry) {
        Dispatch dispatch = new Dispatch(
                entry.context(),
                entry.required("toSite", SiteId.class, new SiteId("NONE")),
                entry.container(),
                Optional.of(entry.textIfGiven("transferOrder")).filter(number -> !number.isEmpty()),
                entry.rows().goods());
        return visit -> visit.as(MovementCapture.class).dispatch(dispatch);
    }

    private static Task.Call arrive(Entry entry) {
        CaptureContext context = entry.context();
        List<Sscc> units = entry.given("units", Sscc.class).stream().toList();
        Arrival arrival = new Arrival(
                context, context.site(), entry.location(), units, entry.rows().incoming());
        return visit -> visit.as(MovementCapture.class).arrive(arrival);
    }
}
