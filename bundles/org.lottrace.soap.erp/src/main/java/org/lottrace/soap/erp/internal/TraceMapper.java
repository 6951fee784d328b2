package org.lottrace.soap.erp.internal;

import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.Sscc;
import org.lottrace.soap.erp.internal.wire.GetTraceResponse;
import org.lottrace.soap.erp.internal.wire.WireEventType;
import org.lottrace.soap.erp.internal.wire.WireHandover;
import org.lottrace.soap.erp.internal.wire.WireOnHand;
import org.lottrace.soap.erp.internal.wire.WireTracedEdge;
import org.lottrace.soap.erp.internal.wire.WireTracedLot;
import org.lottrace.soap.erp.internal.wire.WireWhereabouts;
import org.lottrace.soap.erp.internal.wire.WireWhereaboutsState;

/** Traces and whereabouts to the wire. */
final class TraceMapper {
    private TraceMapper() {}

    static GetTraceResponse toWire(Trace trace) {
        GetTraceResponse wire = new GetTraceResponse();
        wire.setLedgerPosition(trace.ledgerPosition());
        trace.lots().stream().map(TraceMapper::toWire).forEach(wire.getLot()::add);
        trace.edges().stream().map(TraceMapper::toWire).forEach(wire.getEdge()::add);
        trace.handovers().stream().map(TraceMapper::toWire).forEach(wire.getHandover()::add);
        trace.onHand().stream().map(TraceMapper::toWire).forEach(wire.getOnHand()::add);
        return wire;
    }

    private static WireTracedLot toWire(TracedLot lot) {
        WireTracedLot wire = new WireTracedLot();
        wire.setLot(ValueMapper.toWire(lot.lot()));
        wire.setLevel(lot.level());
        return wire;
    }

    private static WireTracedEdge toWire(TracedEdge edge) {
        WireTracedEdge wire = new WireTracedEdge();
        wire.setEventId(edge.event().value());
        wire.setLedgerPosition(edge.position());
        wire.setTime(ValueMapper.toWire(edge.at()));
        wire.setSite(edge.site().value());
        wire.setEdge(FactMapper.toWire(edge.edge()));
        edge.shareOfInput().ifPresent(wire::setShareOfInput);
        edge.shareOfOutput().ifPresent(wire::setShareOfOutput);
        return wire;
    }

    private static WireHandover toWire(Handover handover) {
        WireHandover wire = new WireHandover();
        wire.setEventId(handover.event().value());
        wire.setLedgerPosition(handover.position());
        wire.setType(WireEventType.fromValue(handover.type().code()));
        wire.setTime(ValueMapper.toWire(handover.at()));
        wire.setSite(handover.site().value());
        wire.setLot(ValueMapper.toWire(handover.lot()));
        wire.setParty(handover.party().value());
        handover.documents().stream().map(FactMapper::toWire).forEach(wire.getDocument()::add);
        wire.setQuantity(ValueMapper.toWire(handover.quantity()));
        handover.container().map(Sscc::value).ifPresent(wire::setContainer);
        return wire;
    }

    private static WireOnHand toWire(StockBalance balance) {
        WireOnHand wire = new WireOnHand();
        wire.setLot(ValueMapper.toWire(balance.lot()));
        wire.setPlace(FactMapper.toWire(balance.position()));
        wire.setQuantity(ValueMapper.toWire(balance.quantity()));
        return wire;
    }

    static WireWhereabouts toWire(Whereabouts whereabouts) {
        WireWhereabouts wire = new WireWhereabouts();
        wire.setLot(ValueMapper.toWire(whereabouts.lot()));
        wire.setState(WireWhereaboutsState.fromValue(whereabouts.state().code()));
        wire.setPlace(FactMapper.toWire(whereabouts.position()));
        wire.setQuantity(ValueMapper.toWire(whereabouts.quantity()));
        whereabouts.documents().stream().map(FactMapper::toWire).forEach(wire.getDocument()::add);
        whereabouts.due().map(ValueMapper::toWire).ifPresent(wire::setDue);
        return wire;
    }
}
