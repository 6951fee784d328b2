package org.lottrace.soap.accounting.internal;

import org.lottrace.api.cost.CogsLine;
import org.lottrace.api.cost.ShipmentCogs;
import org.lottrace.soap.accounting.internal.wire.GetShipmentCogsResponse;
import org.lottrace.soap.accounting.internal.wire.WireCogsLine;

/** Cost of goods sold to the wire. */
final class CogsMapper {
    private CogsMapper() {}

    static GetShipmentCogsResponse toWire(ShipmentCogs cogs) {
        GetShipmentCogsResponse wire = new GetShipmentCogsResponse();
        wire.setShipment(cogs.shipment().number());
        cogs.lines().forEach(line -> wire.getLine().add(toWire(line)));
        wire.setTotal(ValueMapper.toWire(cogs.total()));
        return wire;
    }

    private static WireCogsLine toWire(CogsLine line) {
        WireCogsLine wire = new WireCogsLine();
        wire.setOrderLine(ValueMapper.toWire(line.orderLine()));
        wire.setLot(ValueMapper.toWire(line.lot()));
        wire.setQuantity(ValueMapper.toWire(line.quantity()));
        wire.setAmount(ValueMapper.toWire(line.amount()));
        return wire;
    }
}
