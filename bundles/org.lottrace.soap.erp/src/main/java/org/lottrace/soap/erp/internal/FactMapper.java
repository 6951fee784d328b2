package org.lottrace.soap.erp.internal;

import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.KeyDataType;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.Sscc;
import org.lottrace.soap.erp.internal.wire.WireCertainty;
import org.lottrace.soap.erp.internal.wire.WireDocument;
import org.lottrace.soap.erp.internal.wire.WireDocumentType;
import org.lottrace.soap.erp.internal.wire.WireEdge;
import org.lottrace.soap.erp.internal.wire.WireKeyDataType;
import org.lottrace.soap.erp.internal.wire.WireKeyDatum;
import org.lottrace.soap.erp.internal.wire.WirePlace;
import org.lottrace.soap.erp.internal.wire.WirePlaceKind;

/** What events and traces are made of, to the wire: documents, places, edges, key data. */
final class FactMapper {
    private FactMapper() {}

    static WireDocument toWire(DocumentReference document) {
        WireDocument wire = new WireDocument();
        wire.setType(WireDocumentType.fromValue(document.type().code()));
        wire.setNumber(document.number());
        return wire;
    }

    /** A place of any kind, also one that holds no stock; what belongs to its kind is set. */
    static WirePlace toWire(Position position) {
        WirePlace wire = new WirePlace();
        wire.setKind(WirePlaceKind.fromValue(position.place().kind().code()));
        if (position.place() instanceof Place.StorageLocation at) {
            wire.setSite(at.site().value());
            wire.setLocation(at.location().value());
        } else if (position.place() instanceof Place.Equipment at) {
            wire.setSite(at.site().value());
            wire.setLocation(at.equipment().value());
        } else if (position.place() instanceof Place.SiteAccount at) {
            wire.setSite(at.site().value());
        } else if (position.place() instanceof Place.Road road) {
            wire.setSite(road.to().value());
        } else if (position.place() instanceof Place.ProductionOrder order) {
            wire.setProductionOrder(order.code());
        } else if (position.place() instanceof Place.Outside outside) {
            wire.setParty(outside.party().value());
        } else if (position.place() instanceof Place.Vehicle vehicle) {
            wire.setVehicle(vehicle.code());
        } else {
            throw new IllegalArgumentException("the wire has no place for " + position);
        }
        position.container().map(Sscc::value).ifPresent(wire::setContainer);
        return wire;
    }

    static WireEdge toWire(Edge edge) {
        WireEdge wire = new WireEdge();
        wire.setInput(ValueMapper.toWire(edge.input()));
        wire.setOutput(ValueMapper.toWire(edge.output()));
        wire.setQuantity(ValueMapper.toWire(edge.quantity()));
        wire.setCertainty(WireCertainty.fromValue(edge.certainty().code()));
        return wire;
    }

    /** Whether there is such an element, and of that type, says the service. */
    static Optional<KeyDatum> keyDatum(Reading at, WireKeyDatum wire) {
        KeyDataType type = Coded.of(KeyDataType.class, wire.getType().value());
        KeyDataValue value = at.value("value", () -> KeyDataValue.of(type, wire.getValue()));
        return at.whole(() -> new KeyDatum(wire.getName(), value));
    }

    static WireKeyDatum toWire(KeyDatum datum) {
        WireKeyDatum wire = new WireKeyDatum();
        wire.setName(datum.name());
        wire.setType(WireKeyDataType.fromValue(datum.value().type().code()));
        wire.setValue(datum.value().text());
        return wire;
    }
}
