package org.lottrace.edi.asn856.internal;

import static org.lottrace.api.event.KeyDataElement.BILL_OF_LADING;
import static org.lottrace.api.event.KeyDataElement.CARRIER;
import static org.lottrace.api.event.KeyDataElement.CARRIER_CODE;
import static org.lottrace.api.event.KeyDataElement.CARRIER_REFERENCE;
import static org.lottrace.api.event.KeyDataElement.GROSS_WEIGHT;
import static org.lottrace.api.event.KeyDataElement.PACKAGES;
import static org.lottrace.api.event.KeyDataElement.ROUTING;
import static org.lottrace.api.event.KeyDataElement.SEAL;
import static org.lottrace.api.event.KeyDataElement.VEHICLE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;

/**
 * How a shipment travels. What nobody said is empty.
 *
 * @param carrier who carries it
 * @param routing which way, or the carrier's name
 * @param carrierCode SCAC
 * @param packages how many; when nobody said it, of goods that are all in logistic units how many these are
 * @param grossWeight in kilograms
 * @param vehicle registration of the vehicle or trailer
 */
record Freight(
        Optional<PartyId> carrier,
        String routing,
        String carrierCode,
        String packages,
        String grossWeight,
        String vehicle,
        String seal,
        String billOfLading,
        String proNumber) {
    static final Freight NONE = new Freight(Optional.empty(), "", "", "", "", "", "", "", "");

    /** What the shipment says; of what only its lines say, what all that say it agree on. */
    static Freight of(TraceEvent shipment) {
        return new Freight(
                said(shipment, CARRIER).map(value -> new PartyId(value.text())),
                text(shipment, ROUTING),
                text(shipment, CARRIER_CODE),
                said(shipment, PACKAGES).map(Freight::amount).orElseGet(() -> units(shipment)),
                said(shipment, GROSS_WEIGHT).map(Freight::amount).orElse(""),
                said(shipment, VEHICLE)
                        .map(value -> ((KeyDataValue.At) value).place().code())
                        .orElse(""),
                text(shipment, SEAL),
                text(shipment, BILL_OF_LADING),
                text(shipment, CARRIER_REFERENCE));
    }

    private static String text(TraceEvent shipment, KeyDataElement element) {
        return said(shipment, element).map(KeyDataValue::text).orElse("");
    }

    private static Optional<KeyDataValue> said(TraceEvent shipment, KeyDataElement element) {
        return KeyDatum.find(shipment.keyData(), element).or(() -> ofLines(shipment.lines(), element));
    }

    private static Optional<KeyDataValue> ofLines(List<EventLine> lines, KeyDataElement element) {
        Set<KeyDataValue> values = lines.stream()
                .flatMap(line -> KeyDatum.find(line.keyData(), element).stream())
                .collect(Collectors.toSet());
        return values.size() == 1 ? values.stream().findFirst() : Optional.empty();
    }

    private static String amount(KeyDataValue value) {
        return ((KeyDataValue.Amount) value).quantity().amount().toPlainString();
    }

    private static String units(TraceEvent shipment) {
        boolean all =
                shipment.lines().stream().allMatch(line -> line.to().container().isPresent());
        long units = shipment.lines().stream()
                .flatMap(line -> line.to().container().stream())
                .distinct()
                .count();
        return all && units > 0 ? String.valueOf(units) : "";
    }
}
