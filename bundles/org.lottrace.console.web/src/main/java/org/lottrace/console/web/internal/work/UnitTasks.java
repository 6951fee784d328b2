package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.required;

import java.util.List;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.movement.UnitUnpacking;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What is recorded of whole logistic units. */
final class UnitTasks {
    private static final String UNITS = "nested";
    private static final Sscc NONE = new Sscc("000000000000000000");

    static final Task NEST = new Task(
            "nest",
            "unit.nest",
            List.of(required("nested", Kind.UNITS), required("container", Kind.TEXT)),
            List.of(),
            true,
            UnitTasks::nest);

    static final Task TAKE_OUT = new Task(
            "take-out", "unit.take-out", List.of(required("nested", Kind.UNITS)), List.of(), true, UnitTasks::takeOut);

    static final Task UNPACK = new Task(
            "unpack", "unit.unpack", List.of(required("unpacked", Kind.TEXT)), List.of(), true, UnitTasks::unpack);

    static final Task MOVE_UNITS = new Task(
            "move-units",
            "unit.move",
            List.of(required("nested", Kind.UNITS), required("toSite", Kind.SITE), Field.TO_LOCATION),
            List.of(),
            true,
            UnitTasks::move);

    static final Task SHIP_UNITS = new Task(
            "ship-units",
            "unit.ship",
            Carriage.behind(
                    required("shipment", Kind.TEXT), required("order", Kind.TEXT), required("nested", Kind.UNITS)),
            List.of(),
            true,
            UnitTasks::ship);

    private UnitTasks() {}

    static Task.Call nest(Entry entry) {
        UnitNesting nesting =
                new UnitNesting(entry.context(), entry.units(UNITS), entry.required("container", Sscc.class, NONE));
        return visit -> visit.as(LogisticUnits.class).nest(nesting);
    }

    static Task.Call takeOut(Entry entry) {
        UnitTakingOut takingOut = new UnitTakingOut(entry.context(), entry.units(UNITS));
        return visit -> visit.as(LogisticUnits.class).takeOut(takingOut);
    }

    static Task.Call unpack(Entry entry) {
        UnitUnpacking unpacking = new UnitUnpacking(entry.context(), entry.required("unpacked", Sscc.class, NONE));
        return visit -> visit.as(LogisticUnits.class).unpack(unpacking);
    }

    static Task.Call move(Entry entry) {
        CaptureContext context = entry.context();
        UnitMove move = new UnitMove(
                context,
                entry.units(UNITS),
                entry.required("toSite", SiteId.class, context.site()),
                entry.required("location", LocationId.class, new LocationId("NONE")));
        return visit -> visit.as(LogisticUnits.class).move(move);
    }

    static Task.Call ship(Entry entry) {
        UnitShipment shipment = new UnitShipment(
                entry.context(), entry.text("shipment"), entry.text("order"), entry.units(UNITS), Carriage.of(entry));
        return visit -> visit.as(LogisticUnits.class).ship(shipment);
    }
}
