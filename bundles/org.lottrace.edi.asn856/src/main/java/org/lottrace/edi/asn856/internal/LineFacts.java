package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.lot.Item;

/**
 * What is known of a line of a ship notice beside the notice.
 *
 * @param country of origin; empty when it is not known
 * @param description the item in words
 * @param ndc National Drug Code; empty when it is none or not known
 * @param serials numbers of its pieces
 * @param netWeight catch weight in kilograms
 * @param source who assigned the traceability lot code
 */
record LineFacts(
        String country,
        Optional<LocalDate> harvested,
        String description,
        String ndc,
        List<String> serials,
        Optional<BigDecimal> netWeight,
        Optional<Addressed> source) {
    static final LineFacts NONE =
            new LineFacts("", Optional.empty(), "", "", List.of(), Optional.empty(), Optional.empty());

    /** @param known what is known of the lot */
    static LineFacts of(EventLine line, Item item, List<KeyDatum> known, Optional<Addressed> source) {
        return new LineFacts(
                KeyDatum.find(known, KeyDataElement.COUNTRY_OF_ORIGIN)
                        .map(KeyDataValue::text)
                        .orElse(""),
                KeyDatum.find(known, KeyDataElement.HARVEST_DATE).map(value -> ((KeyDataValue.Day) value).date()),
                KeyDatum.find(known, KeyDataElement.PRODUCT_DESCRIPTION)
                        .map(KeyDataValue::text)
                        .orElse(item.description()),
                KeyDatum.find(known, KeyDataElement.NDC).map(KeyDataValue::text).orElse(""),
                line.keyData().stream()
                        .filter(datum -> datum.name().equals(KeyDataElement.SERIAL.word()))
                        .map(datum -> datum.value().text())
                        .toList(),
                KeyDatum.find(line.keyData(), KeyDataElement.NET_WEIGHT)
                        .map(value -> ((KeyDataValue.Amount) value).quantity().amount()),
                source);
    }

    /** @return of both parts of one line; a weight that is known of one of them alone is not that of the line */
    LineFacts and(LineFacts other) {
        return new LineFacts(
                country,
                harvested,
                description,
                ndc,
                Stream.concat(serials.stream(), other.serials.stream()).toList(),
                netWeight.flatMap(weight -> other.netWeight.map(weight::add)),
                source);
    }
}
