package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Map;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.WeightUnits;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.Place;
import org.lottrace.edi.asn856.internal.KeyDataReading.Taker;

/**
 * What a level of a DESADV says beside the fields of the notice, as {@link KeyDataReading} has it.
 *
 * <p>Source: EDIFACT D.01B: 3239 (ALI), 3227 (LOC 27, country of origin), 6313 (AAA, AAB net and gross weight of a unit; AAC, AAD in
 * all), 8260 (EQD), 9308 (SEL), 7405 (GIN BN).
 */
final class DespatchKeyData {
    private static final Map<String, KeyDataElement> WEIGHTS = Map.of(
            "AAA", KeyDataElement.UNIT_NET_WEIGHT,
            "AAB", KeyDataElement.UNIT_GROSS_WEIGHT,
            "AAC", KeyDataElement.NET_WEIGHT,
            "AAD", KeyDataElement.GROSS_WEIGHT);
    private static final String COUNTRY_OF_ORIGIN = "27";
    private static final int LONGEST_PLACE = 50;

    private final PartnerSwitches partner;
    private final Taker taker;

    DespatchKeyData(PartnerSwitches partner, Taker taker) {
        this.partner = partner;
        this.taker = taker;
    }

    void read(SetLevels.Node level) {
        level.segments().forEach(segment -> read(level, segment));
    }

    private void read(SetLevels.Node level, SetSegment segment) {
        String loop = segment.loop();
        boolean isOwn = loop.isEmpty() || loop.equals("ITEM") || loop.startsWith("PACKAGE");
        switch (segment.tag()) {
            case "ALI" -> {
                if (isOwn && !segment.component(1, 1).isEmpty()) {
                    origin(segment, 1, segment.component(1, 1));
                }
            }
            case "LOC" -> {
                if (segment.element(1).equals(COUNTRY_OF_ORIGIN)
                        && !segment.component(2, 1).isEmpty()) {
                    origin(segment, 2, segment.component(2, 1));
                }
            }
            case "MEA" -> {
                if (isOwn && WEIGHTS.containsKey(segment.component(2, 1))) {
                    WeightUnits.kilograms(segment.component(3, 2), segment.component(3, 1))
                            .ifPresent(weight -> taker.take(
                                    segment,
                                    3,
                                    WEIGHTS.get(segment.component(2, 1)).is(new KeyDataValue.Amount(weight))));
                }
            }
            case "SEL" -> text(segment, 1, KeyDataElement.SEAL, segment.element(1));
            case "EQD" -> {
                String number = segment.component(2, 1);
                if (!number.isEmpty() && number.length() <= LONGEST_PLACE) {
                    taker.take(segment, 2, KeyDataElement.VEHICLE.is(new KeyDataValue.At(new Place.Vehicle(number))));
                }
            }
            case "GIN" -> numbers(segment);
            case "RFF" -> agreed(segment);
            case "DTM" -> agreed(segment);
            case "LIN", "PIA" -> {
                for (int i : SegmentNames.products(segment.tag())) {
                    String text = segment.component(i, 1);
                    int element = i;
                    partner.keyData()
                            .read(segment.tag(), segment.component(i, 2), text)
                            .forEach(datum -> taker.take(segment, element, datum));
                }
            }
            case "NAD" -> party(level.code(), segment);
            default -> {
                // is read by the binding, or named as not used
            }
        }
    }

    private void origin(SetSegment segment, int element, String country) {
        taker.take(segment, element, KeyDataElement.COUNTRY_OF_ORIGIN.is(new KeyDataValue.Code(country)));
    }

    private void agreed(SetSegment segment) {
        partner.keyData()
                .read(segment.tag(), segment.component(1, 1), segment.component(1, 2))
                .forEach(datum -> taker.take(segment, 0, datum));
    }

    /** A range of numbers, with a second component, is not taken apart. */
    private void numbers(SetSegment gin) {
        for (int i = 2; i <= gin.size(); i++) {
            int element = i;
            if (gin.component(i, 2).isEmpty()) {
                partner.keyData()
                        .read(gin.tag(), gin.component(1, 1), gin.component(i, 1))
                        .forEach(datum -> taker.take(gin, element, datum));
            }
        }
    }

    private void party(String code, SetSegment nad) {
        String words = PartyWords.of(nad);
        if (words.isEmpty() || partner.shipTo().contains(nad.element(1))) {
            return;
        }
        List<KeyDataElement> elements =
                partner.keyData().party("NAD", nad.element(1), !code.equals("S") && !code.equals("O"));
        if (elements.isEmpty() && !(Dialect.EDIFACT.shipFrom.contains(nad.element(1)) && PartyWords.isGln(words))) {
            text(nad, 0, KeyDataElement.NAMED_PARTY, nad.element(1) + " " + words);
        }
        elements.forEach(element -> text(nad, 0, element, words));
    }

    private void text(SetSegment segment, int element, KeyDataElement is, String text) {
        String plain = KeyDataRules.plain(text);
        if (!plain.isEmpty()) {
            taker.take(segment, element, is.is(new KeyDataValue.Text(plain)));
        }
    }
}
