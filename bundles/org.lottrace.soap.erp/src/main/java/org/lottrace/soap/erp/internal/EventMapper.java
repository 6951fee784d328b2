package org.lottrace.soap.erp.internal;

import org.lottrace.api.event.ChainAnchor;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.soap.erp.internal.wire.WireBasis;
import org.lottrace.soap.erp.internal.wire.WireCaptureSource;
import org.lottrace.soap.erp.internal.wire.WireChainAnchor;
import org.lottrace.soap.erp.internal.wire.WireEvent;
import org.lottrace.soap.erp.internal.wire.WireEventLine;
import org.lottrace.soap.erp.internal.wire.WireEventType;
import org.lottrace.soap.erp.internal.wire.WireLinePrice;

/** Recorded events to the wire, with all that they say. */
final class EventMapper {
    private EventMapper() {}

    static WireEvent toWire(RecordedEvent recorded) {
        TraceEvent event = recorded.event();
        WireEvent wire = new WireEvent();
        wire.setType(WireEventType.fromValue(event.type().code()));
        wire.setLedgerPosition(recorded.position());
        wire.setCell(recorded.cell());
        wire.setForm(recorded.form());
        wire.setRecorded(ValueMapper.toWire(recorded.recorded()));
        wire.setHash(recorded.hash());
        say(wire, event.context());
        event.corrects().map(EventId::value).ifPresent(wire::setCorrects);
        event.documents().stream().map(FactMapper::toWire).forEach(wire.getDocument()::add);
        event.lines().stream().map(EventMapper::toWire).forEach(wire.getLine()::add);
        event.edges().stream().map(FactMapper::toWire).forEach(wire.getEdge()::add);
        event.dispositionChanges().stream().map(LotMapper::toWire).forEach(wire.getDispositionChange()::add);
        event.lotChanges().stream().map(LotMapper::toWire).forEach(wire.getLotChange()::add);
        event.keyData().stream().map(FactMapper::toWire).forEach(wire.getKeyDatum()::add);
        event.anchors().stream().map(EventMapper::toWire).forEach(wire.getAnchor()::add);
        return wire;
    }

    private static void say(WireEvent wire, EventContext context) {
        wire.setEventId(context.id().value());
        wire.setTime(ValueMapper.toWire(context.effective().atOffset(context.offset())));
        wire.setAccountingDate(ValueMapper.toWire(context.accountingDate()));
        wire.setActor(context.actor());
        wire.setOnBehalfOf(orAbsent(context.onBehalfOf()));
        wire.setDevice(orAbsent(context.device()));
        context.company().map(PartyId::value).ifPresent(wire::setCompany);
        wire.setSite(context.site().value());
        wire.setSource(WireCaptureSource.fromValue(context.source().code()));
        wire.setBasis(WireBasis.fromValue(context.basis().code()));
        wire.setProductionLine(orAbsent(context.line()));
        wire.setShift(orAbsent(context.shift()));
    }

    private static WireEventLine toWire(EventLine line) {
        WireEventLine wire = new WireEventLine();
        wire.setLot(ValueMapper.toWire(line.lot()));
        wire.setFrom(FactMapper.toWire(line.from()));
        wire.setTo(FactMapper.toWire(line.to()));
        wire.setQuantity(ValueMapper.toWire(line.quantity()));
        wire.setEntered(ValueMapper.toWire(line.entered()));
        line.orderLine().ifPresent(orderLine -> {
            wire.setOrder(FactMapper.toWire(orderLine.order()));
            wire.setOrderLine(orderLine.line());
        });
        line.price().map(EventMapper::toWire).ifPresent(wire::setPrice);
        line.keyData().stream().map(FactMapper::toWire).forEach(wire.getKeyDatum()::add);
        return wire;
    }

    private static WireLinePrice toWire(LinePrice price) {
        WireLinePrice wire = new WireLinePrice();
        wire.setItem(price.item().value());
        wire.setPrice(ValueMapper.toWire(price.price()));
        wire.setBaseUnits(price.baseUnits());
        price.rate().ifPresent(rate -> {
            wire.setRateCurrency(rate.currency());
            wire.setRate(rate.factor());
        });
        return wire;
    }

    private static WireChainAnchor toWire(ChainAnchor anchor) {
        WireChainAnchor wire = new WireChainAnchor();
        wire.setChain(anchor.chain());
        wire.setLength(anchor.length());
        wire.setHash(anchor.hash());
        return wire;
    }

    private static String orAbsent(String text) {
        return text.isEmpty() ? null : text;
    }
}
