package org.lottrace.soap.accounting.internal;

import java.time.LocalDate;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.text.TextForms;
import org.lottrace.soap.accounting.internal.wire.WireBooks;
import org.lottrace.soap.accounting.internal.wire.WireCostedQuantity;
import org.lottrace.soap.accounting.internal.wire.WireDocument;
import org.lottrace.soap.accounting.internal.wire.WireDocumentType;
import org.lottrace.soap.accounting.internal.wire.WireLotKey;
import org.lottrace.soap.accounting.internal.wire.WireMoney;
import org.lottrace.soap.accounting.internal.wire.WireOrderLine;
import org.lottrace.soap.accounting.internal.wire.WireQuantity;

/** Single values, to the wire and back. */
final class ValueMapper {
    private ValueMapper() {}

    static LocalDate date(XMLGregorianCalendar wire) {
        return TextForms.read(LocalDate.class, wire.toXMLFormat());
    }

    static XMLGregorianCalendar toWire(LocalDate date) {
        return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(date.toString());
    }

    static LotKey lot(WireLotKey wire) {
        return new LotKey(
                TextForms.read(PartyId.class, wire.getIssuer()),
                TextForms.read(ItemNumber.class, wire.getItem()),
                TextForms.read(LotNumber.class, wire.getNumber()));
    }

    static WireBooks toWire(CostingProgress progress) {
        WireBooks wire = new WireBooks();
        wire.setPosition(progress.booked());
        progress.day().map(ValueMapper::toWire).ifPresent(wire::setDay);
        wire.setLedger(progress.head());
        wire.setWaiting(progress.waiting());
        return wire;
    }

    static WireLotKey toWire(LotKey lot) {
        WireLotKey wire = new WireLotKey();
        wire.setIssuer(lot.issuer().value());
        wire.setItem(lot.item().value());
        wire.setNumber(lot.number().value());
        return wire;
    }

    static DocumentReference document(WireDocument wire) {
        return new DocumentReference(
                TextForms.read(DocumentType.class, wire.getType().value()), wire.getNumber());
    }

    static WireDocument toWire(DocumentReference document) {
        WireDocument wire = new WireDocument();
        wire.setType(WireDocumentType.fromValue(document.type().code()));
        wire.setNumber(document.number());
        return wire;
    }

    static WireOrderLine toWire(OrderLineReference reference) {
        WireOrderLine wire = new WireOrderLine();
        wire.setOrder(toWire(reference.order()));
        wire.setLine(reference.line());
        return wire;
    }

    static WireQuantity toWire(Quantity quantity) {
        WireQuantity wire = new WireQuantity();
        wire.setValue(quantity.amount());
        wire.setUnit(quantity.unit().code());
        return wire;
    }

    static WireMoney toWire(Money money) {
        WireMoney wire = new WireMoney();
        wire.setValue(money.getAmount());
        wire.setCurrency(money.getCurrencyUnit().getCode());
        return wire;
    }

    static WireCostedQuantity toWire(CostedQuantity costed) {
        WireCostedQuantity wire = new WireCostedQuantity();
        wire.setQuantity(toWire(costed.quantity()));
        wire.setValue(toWire(costed.value()));
        return wire;
    }
}
