package org.lottrace.edi.warehouse.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.WeightUnits;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;

/**
 * What a 943 says of the shipment and of its goods beside the fields of the notice.
 *
 * <p>Source: X12 004010: N9 (data element 128), W20 (187, 188), W27.
 */
final class TransferKeyData {
    private static final Map<String, KeyDataElement> REFERENCES = Map.of(
            "SN", KeyDataElement.SEAL,
            "CN", KeyDataElement.CARRIER_REFERENCE,
            "2I", KeyDataElement.CARRIER_REFERENCE,
            "IV", KeyDataElement.REFERENCE_RECORD,
            "MB", KeyDataElement.REFERENCE_RECORD,
            "PK", KeyDataElement.REFERENCE_RECORD,
            "SI", KeyDataElement.REFERENCE_RECORD);
    private static final Map<String, String> UNITS = Map.of("K", "KG", "L", "LB");
    private static final Map<String, KeyDataElement> WEIGHTS =
            Map.of("N", KeyDataElement.NET_WEIGHT, "G", KeyDataElement.GROSS_WEIGHT);
    private static final int LONGEST = 50;

    private TransferKeyData() {}

    /** @return what a reference says; a serial number only of goods. Empty when it is not used */
    static Optional<KeyDatum> reference(SetSegment n9, boolean isOfGoods) {
        String text = plain(n9.element(2));
        Optional<KeyDataElement> element = Optional.ofNullable(REFERENCES.get(n9.element(1)))
                .or(() -> isOfGoods && n9.element(1).equals("SE")
                        ? Optional.of(KeyDataElement.SERIAL)
                        : Optional.empty());
        return text.isEmpty()
                ? Optional.empty()
                : element.map(known -> new KeyDatum(
                                known.word(),
                                new KeyDataValue.Text(
                                        known == KeyDataElement.REFERENCE_RECORD ? n9.element(1) + " " + text : text)))
                        .filter(datum -> datum.fault().isEmpty());
    }

    /** @return W2004 with its kind and unit; empty when it is not used */
    static Optional<KeyDatum> weight(SetSegment w20) {
        String unit = w20.element(6);
        return Optional.ofNullable(WEIGHTS.get(w20.element(5)))
                .flatMap(element -> WeightUnits.kilograms(w20.element(4), UNITS.getOrDefault(unit, unit))
                        .map(weight -> element.is(new KeyDataValue.Amount(weight))));
    }

    /** @return routing and trailer; the carrier itself, W2702, has a field */
    static List<KeyDatum> carrier(SetSegment w27) {
        String trailer = Stream.of(w27.element(6), w27.element(7))
                .map(TransferKeyData::plain)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(
                        Optional.of(plain(w27.element(3)))
                                .filter(text -> !text.isEmpty())
                                .map(text -> KeyDataElement.ROUTING.is(new KeyDataValue.Text(text))),
                        Optional.of(trailer)
                                .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
                                .map(text -> KeyDataElement.VEHICLE.is(new KeyDataValue.At(new Place.Vehicle(text)))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Java takes the separator of components for a space, which alone says nothing. */
    private static String plain(String text) {
        return text.replace(SetSegment.COMPONENT, ' ').strip();
    }
}
