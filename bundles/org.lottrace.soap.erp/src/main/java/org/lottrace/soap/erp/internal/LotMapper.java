package org.lottrace.soap.erp.internal;

import java.util.Optional;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.Usability;
import org.lottrace.soap.erp.internal.wire.GetUsabilityResponse;
import org.lottrace.soap.erp.internal.wire.WireDisposition;
import org.lottrace.soap.erp.internal.wire.WireDispositionChange;
import org.lottrace.soap.erp.internal.wire.WireHold;
import org.lottrace.soap.erp.internal.wire.WireLot;
import org.lottrace.soap.erp.internal.wire.WireLotChange;

/** What is known about a lot, whether it may be used, and what became known of it, to the wire. */
final class LotMapper {
    private LotMapper() {}

    /** @param disposition empty when it never was anything but sellable */
    static WireLot toWire(Lot lot, Optional<LotDisposition> disposition) {
        WireLot wire = new WireLot();
        wire.setKey(ValueMapper.toWire(lot.key()));
        lot.productionDate().map(ValueMapper::toWire).ifPresent(wire::setProductionDate);
        lot.expiry().map(ValueMapper::toWire).ifPresent(wire::setExpiry);
        lot.supplierLotNumber().ifPresent(wire::setSupplierLotNumber);
        lot.madeAt().map(SiteId::value).ifPresent(wire::setMadeAt);
        lot.corrected().map(LotNumber::value).ifPresent(wire::setCorrectedNumber);
        wire.setDisposition(toWire(disposition.map(LotDisposition::disposition).orElse(Disposition.SELLABLE)));
        disposition.ifPresent(known -> {
            wire.setDispositionReason(known.reason());
            wire.setDispositionEvent(known.event().value());
            known.holds().stream().map(LotMapper::toWire).forEach(wire.getHold()::add);
        });
        return wire;
    }

    private static WireHold toWire(Hold hold) {
        WireHold wire = new WireHold();
        wire.setEvent(hold.event().value());
        wire.setReason(hold.reason());
        wire.setSince(ValueMapper.toWire(hold.since()));
        wire.setBy(hold.by());
        wire.setAt(hold.at().map(Position::toString).orElse(null));
        return wire;
    }

    static GetUsabilityResponse toWire(LotKey lot, Usability usability) {
        GetUsabilityResponse wire = new GetUsabilityResponse();
        wire.setLot(ValueMapper.toWire(lot));
        wire.setUsable(usability.isUsable());
        wire.getReason().addAll(ViolationMapper.toWire(usability.reasons()));
        return wire;
    }

    static WireDispositionChange toWire(DispositionChange change) {
        WireDispositionChange wire = new WireDispositionChange();
        wire.setLot(ValueMapper.toWire(change.lot()));
        wire.setDisposition(toWire(change.disposition()));
        wire.setReason(change.reason());
        return wire;
    }

    static WireLotChange toWire(LotChange change) {
        WireLotChange wire = new WireLotChange();
        wire.setLot(ValueMapper.toWire(change.lot()));
        change.before().stream().map(FactMapper::toWire).forEach(wire.getBefore()::add);
        change.after().stream().map(FactMapper::toWire).forEach(wire.getAfter()::add);
        wire.setReason(change.reason().isEmpty() ? null : change.reason());
        return wire;
    }

    private static WireDisposition toWire(Disposition disposition) {
        return WireDisposition.fromValue(disposition.code());
    }
}
