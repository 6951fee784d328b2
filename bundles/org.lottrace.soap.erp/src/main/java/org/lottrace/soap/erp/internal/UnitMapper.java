package org.lottrace.soap.erp.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.movement.UnitUnpacking;
import org.lottrace.api.text.TextForms;
import org.lottrace.soap.erp.internal.wire.WireUnitMove;
import org.lottrace.soap.erp.internal.wire.WireUnitNesting;
import org.lottrace.soap.erp.internal.wire.WireUnitShipment;
import org.lottrace.soap.erp.internal.wire.WireUnitTakingOut;
import org.lottrace.soap.erp.internal.wire.WireUnitUnpacking;

/** What happens to whole logistic units, from the wire. */
final class UnitMapper {
    private UnitMapper() {}

    static Optional<UnitNesting> nesting(MovementMapper read, Reading at, WireUnitNesting wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<Sscc> units = units(at, wire.getUnit());
        Sscc into = at.value("into", Sscc.class, wire.getInto());
        return at.whole(() -> new UnitNesting(context.orElseThrow(), units, into));
    }

    static Optional<UnitTakingOut> takingOut(MovementMapper read, Reading at, WireUnitTakingOut wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<Sscc> units = units(at, wire.getUnit());
        return at.whole(() -> new UnitTakingOut(context.orElseThrow(), units));
    }

    static Optional<UnitUnpacking> unpacking(MovementMapper read, Reading at, WireUnitUnpacking wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        Sscc unit = at.value("unit", Sscc.class, wire.getUnit());
        return at.whole(() -> new UnitUnpacking(context.orElseThrow(), unit));
    }

    static Optional<UnitMove> move(MovementMapper read, Reading at, WireUnitMove wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<Sscc> units = units(at, wire.getUnit());
        Optional<SiteId> toSite = at.optional("toSite", SiteId.class, wire.getToSite());
        LocationId toLocation = at.value("toLocation", LocationId.class, wire.getToLocation());
        return at.whole(() -> new UnitMove(
                context.orElseThrow(),
                units,
                toSite.orElse(context.orElseThrow().site()),
                toLocation));
    }

    static Optional<UnitShipment> shipment(MovementMapper read, Reading at, WireUnitShipment wire) {
        Optional<CaptureContext> context = read.context(at, wire);
        List<Sscc> units = units(at, wire.getUnit());
        List<KeyDatum> keyData = at.list("keyDatum", wire.getKeyDatum(), FactMapper::keyDatum);
        return at.whole(
                () -> new UnitShipment(context.orElseThrow(), wire.getNumber(), wire.getSalesOrder(), units, keyData));
    }

    private static List<Sscc> units(Reading at, List<String> units) {
        return at.list("unit", units, (in, unit) -> in.whole(() -> TextForms.read(Sscc.class, unit)));
    }
}
