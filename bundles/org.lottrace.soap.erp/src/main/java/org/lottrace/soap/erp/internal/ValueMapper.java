package org.lottrace.soap.erp.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.soap.erp.internal.wire.WireLotKey;
import org.lottrace.soap.erp.internal.wire.WireLotReference;
import org.lottrace.soap.erp.internal.wire.WirePosition;
import org.lottrace.soap.erp.internal.wire.WirePrice;
import org.lottrace.soap.erp.internal.wire.WireQuantity;

/** Values that many elements share: lots, quantities, positions, dates. */
final class ValueMapper {
    private static final DatatypeFactory DATATYPES = DatatypeFactory.newDefaultInstance();

    private ValueMapper() {}

    static Quantity quantity(WireQuantity wire) {
        return new Quantity(wire.getValue(), TextForms.read(UnitOfMeasure.class, wire.getUnit()));
    }

    static WireQuantity toWire(Quantity quantity) {
        WireQuantity wire = new WireQuantity();
        wire.setValue(quantity.amount());
        wire.setUnit(quantity.unit().code());
        return wire;
    }

    static Optional<LotKey> lotKey(Reading at, WireLotKey wire) {
        PartyId issuer = at.value("issuer", PartyId.class, wire.getIssuer());
        ItemNumber item = at.value("item", ItemNumber.class, wire.getItem());
        LotNumber number = at.value("number", LotNumber.class, wire.getNumber());
        return at.whole(() -> new LotKey(issuer, item, number));
    }

    static UnitPrice price(WirePrice wire) {
        return new UnitPrice(wire.getValue(), wire.getCurrency(), TextForms.read(UnitOfMeasure.class, wire.getPer()));
    }

    static WirePrice toWire(UnitPrice price) {
        WirePrice wire = new WirePrice();
        wire.setValue(price.amount());
        wire.setCurrency(price.currency());
        wire.setPer(price.per().code());
        return wire;
    }

    static WireLotKey toWire(LotKey key) {
        WireLotKey wire = new WireLotKey();
        wire.setIssuer(key.issuer().value());
        wire.setItem(key.item().value());
        wire.setNumber(key.number().value());
        return wire;
    }

    static Optional<LotReference> lotReference(Reading at, WireLotReference wire) {
        Optional<PartyId> issuer = at.optional("issuer", PartyId.class, wire.getIssuer());
        Optional<ItemNumber> item = at.optional("item", ItemNumber.class, wire.getItem());
        LotNumber number = at.value("number", LotNumber.class, wire.getNumber());
        return at.whole(() -> new LotReference(issuer, item, number));
    }

    static WirePosition toWire(Position position) {
        WirePosition wire = new WirePosition();
        switch (position.place().kind()) {
            case LOCATION -> {
                wire.setSite(position.place().site().value());
                wire.setLocation(position.place().location().value());
            }
            case PRODUCTION_ORDER -> wire.setProductionOrder(position.place().code());
            case IN_TRANSIT -> wire.setInTransitTo(position.place().code());
            default -> throw new IllegalArgumentException(position + " holds no stock");
        }
        position.container().map(Sscc::value).ifPresent(wire::setContainer);
        return wire;
    }

    /** The schema has made sure that there is no time zone. */
    static LocalDate date(XMLGregorianCalendar wire) {
        return TextForms.read(LocalDate.class, wire.toXMLFormat());
    }

    /** The schema has made sure that there is no time zone. */
    static LocalTime time(XMLGregorianCalendar wire) {
        return TextForms.read(LocalTime.class, wire.toXMLFormat());
    }

    /** The schema has made sure that there is an offset. */
    static OffsetDateTime timestamp(XMLGregorianCalendar wire) {
        return TextForms.read(OffsetDateTime.class, wire.toXMLFormat());
    }

    static XMLGregorianCalendar toWire(LocalDate date) {
        return DATATYPES.newXMLGregorianCalendar(date.toString());
    }

    static XMLGregorianCalendar toWire(LocalTime time) {
        return DATATYPES.newXMLGregorianCalendar(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
    }

    static XMLGregorianCalendar toWire(OffsetDateTime time) {
        return DATATYPES.newXMLGregorianCalendar(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
    }

    /** In UTC. */
    static XMLGregorianCalendar toWire(Instant instant) {
        return toWire(instant.atOffset(ZoneOffset.UTC));
    }
}
