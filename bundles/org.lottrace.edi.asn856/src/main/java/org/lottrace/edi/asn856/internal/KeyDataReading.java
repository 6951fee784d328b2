package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.WeightUnits;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * What a level says beside the fields of the notice, as key data elements, whatever the binding reads. A text that is no value of its
 * element is not taken, so that it is named as not used.
 *
 * <p>Source: X12 856 004010, TD1, TD3, TD5, PO4, MEA, YNQ, N1; DESADV see {@link DespatchKeyData}.
 */
final class KeyDataReading {
    private static final Set<String> BELOW_ORDERS = Set.of("T", "P", "I", "ZZ");
    private static final String PARTY = "PARTY";
    /** Gross; the shipper's weight, which is one. */
    private static final Set<String> GROSS = Set.of("G", "A3", "");

    private static final String NET = "N";
    private static final int LONGEST_PLACE = 50;

    private final KeyDataRules rules;
    private final RepeatedParties parties;
    private final Taker taker;

    /** Is told of what is taken. */
    interface Taker {
        /** @param element of the segment that says it; 0 when it is the whole segment */
        void take(SetSegment segment, int element, KeyDatum datum);
    }

    private KeyDataReading(KeyDataRules rules, RepeatedParties parties, Taker taker) {
        this.rules = rules;
        this.parties = parties;
        this.taker = taker;
    }

    /**
     * A key data element with what says it.
     *
     * @param element as {@link Taker} has it
     */
    record Said(SetSegment segment, int element, KeyDatum datum) {}

    /**
     * @param parties that stood at levels before
     * @return what the level says, in its order
     */
    static List<Said> of(SetLevels.Node level, PartnerSwitches partner, boolean isEdifact, RepeatedParties parties) {
        List<Said> data = new ArrayList<>();
        Taker taker = (segment, element, datum) -> data.add(new Said(segment, element, datum));
        if (isEdifact) {
            new DespatchKeyData(partner, taker).read(level);
        } else {
            new KeyDataReading(partner.keyData(), parties, taker).read(level, partner.shipTo());
        }
        return data;
    }

    private void read(SetLevels.Node level, List<String> receivers) {
        List<SetSegment> segments = level.segments();
        for (int i = 0; i < segments.size(); i++) {
            SetSegment segment = segments.get(i);
            String loop = segment.loop();
            if (loop.equals(PARTY)) {
                if (segment.opens() && !receivers.contains(segment.element(1))) {
                    party(level.code(), segment, segments, i);
                }
            } else if (isOfLevel(segment)) {
                read(segment);
            }
        }
    }

    /** @return whether the segment of an 856 is one of the level, and not of a party or a charge there */
    static boolean isOfLevel(SetSegment segment) {
        return switch (segment.loop()) {
            case PARTY, "HAZARD", "LOAD", "CHARGE", "LIST", "VESSEL" -> false;
            default -> true;
        };
    }

    private void read(SetSegment segment) {
        switch (segment.tag()) {
            case "LIN" -> pairs(segment);
            case "REF", "DTM" -> {
                for (KeyDatum datum : rules.read(segment.tag(), segment.component(1, 1), segment.element(2))) {
                    taker.take(segment, 2, datum);
                }
            }
            case "TD1" -> {
                amount(segment.element(2)).ifPresent(number -> take(segment, 2, KeyDataElement.PACKAGES, number));
                weight(segment, 7, segment.element(6), segment.element(8), false);
            }
            case "TD3" -> {
                String number = Stream.of(segment.element(2), segment.element(3))
                        .map(KeyDataRules::plain)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
                if (!number.isEmpty() && number.length() <= LONGEST_PLACE) {
                    taker.take(segment, 3, KeyDataElement.VEHICLE.is(new KeyDataValue.At(new Place.Vehicle(number))));
                }
                text(segment, 9, KeyDataElement.SEAL, segment.element(9));
            }
            case "TD5" -> text(segment, 5, KeyDataElement.ROUTING, segment.element(5));
            case "PO4" -> weight(segment, 6, segment.element(5), segment.element(7), true);
            case "MEA" -> measurement(segment);
            case "YNQ" -> text(segment, 0, KeyDataElement.STATEMENT, statement(segment));
            default -> {
                // is read by the binding, or named as not used
            }
        }
    }

    private void pairs(SetSegment lin) {
        for (int i = SegmentNames.FIRST_PAIR; i < lin.size(); i += 2) {
            for (KeyDatum datum : rules.read(lin.tag(), lin.element(i), lin.element(i + 1))) {
                taker.take(lin, i + 1, datum);
            }
        }
    }

    /** MEA01 WT without MEA02 is a net weight. */
    private void measurement(SetSegment mea) {
        String kind = mea.element(2);
        boolean isNet = kind.equals(NET) || mea.element(1).equals("WT") && kind.isEmpty();
        if (isNet || kind.equals("G")) {
            weight(mea, 3, isNet ? NET : kind, mea.component(4, 1), false);
        }
    }

    private void weight(SetSegment segment, int element, String kind, String unit, boolean isOfUnit) {
        boolean isNet = kind.equals(NET);
        if ((isNet || GROSS.contains(kind)) && !segment.element(element).isEmpty()) {
            KeyDataElement ofGoods = isNet ? KeyDataElement.NET_WEIGHT : KeyDataElement.GROSS_WEIGHT;
            WeightUnits.kilograms(segment.element(element), unit)
                    .ifPresent(weight ->
                            take(segment, element, isOfUnit ? KeyDataOfLevels.ofUnit(ofGoods) : ofGoods, weight));
        }
    }

    /** The answer first: Y or N; then the words, then code and qualifier of the question. */
    private static String statement(SetSegment ynq) {
        String words = IntStream.rangeClosed(5, 7)
                .mapToObj(ynq::element)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        String question = KeyDataRules.plain(Stream.of(ynq.element(1), ynq.element(8), ynq.element(9))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" ")));
        return Stream.of(ynq.element(2), ynq.element(4), words, question.isEmpty() ? "" : "(" + question + ")")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private void party(String code, SetSegment n1, List<SetSegment> segments, int from) {
        int to = from + 1;
        while (to < segments.size()
                && segments.get(to).loop().equals(PARTY)
                && !segments.get(to).opens()) {
            to++;
        }
        List<SetSegment> party = segments.subList(from, to);
        boolean isBelowOrders = BELOW_ORDERS.contains(code);
        for (KeyDatum datum : parties.of(party, isBelowOrders, () -> said(party, isBelowOrders))) {
            taker.take(n1, 0, datum);
        }
    }

    private List<KeyDatum> said(List<SetSegment> party, boolean isBelowOrders) {
        String role = party.get(0).element(1);
        String words = PartyWords.of(party);
        if (words.isEmpty()) {
            return List.of();
        }
        List<KeyDataElement> elements = rules.party("N1", role, isBelowOrders);
        if (!elements.isEmpty()) {
            return elements.stream().flatMap(is -> datum(is, words).stream()).toList();
        }
        return Dialect.X12.shipFrom.contains(role) && PartyWords.isGln(words)
                ? List.of()
                : datum(KeyDataElement.NAMED_PARTY, role + " " + words).stream().toList();
    }

    private void text(SetSegment segment, int element, KeyDataElement is, String text) {
        datum(is, text).ifPresent(datum -> taker.take(segment, element, datum));
    }

    private static Optional<KeyDatum> datum(KeyDataElement is, String text) {
        String plain = KeyDataRules.plain(text);
        return plain.isEmpty() ? Optional.empty() : Optional.of(new KeyDatum(is.word(), new KeyDataValue.Text(plain)));
    }

    private void take(SetSegment segment, int element, KeyDataElement is, Quantity quantity) {
        taker.take(segment, element, new KeyDatum(is.word(), new KeyDataValue.Amount(quantity)));
    }

    private static Optional<Quantity> amount(String text) {
        return Texts.amount(text).map(number -> new Quantity(number, new UnitOfMeasure("C62")));
    }
}
