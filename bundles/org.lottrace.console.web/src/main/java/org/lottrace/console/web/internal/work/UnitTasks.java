package org.lottrace.console.web.internal.work;

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

/** What is recorded of whole logistic units. */
final class UnitTasks {
    private static final String UNITS = "nested";
    private static final Sscc NONE = new Sscc("000000000000000000");

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
        UnitShipment shipment =
                new UnitShipment(entry.context(), entry.text("shipment"), entry.text("order"), entry.units(UNITS));
        return visit -> visit.as(LogisticUnits.class).ship(shipment);
    }
}
