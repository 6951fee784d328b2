package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.violation.Violation;

/**
 * What a ship notice says of lots besides their dates, such as origin and who assigned the traceability lot code. A lot of which that is not
 * known gets it with the receipt. What is known, or is on the label, stays: another value in the notice is a case, and no reason to
 * refuse goods.
 */
final class AnnouncedAttributes {
    private static final String ATTRIBUTE_DIFFERS = "ATTRIBUTE_DIFFERS";

    private final LotMaster lots;
    private final LotCorrections corrections;

    AnnouncedAttributes(LotMaster lots, LotCorrections corrections) {
        this.lots = lots;
        this.corrections = corrections;
    }

    /**
     * @param findings where contradictions are noted
     * @return what the lots get of the notice, those that are known and those that are new; a lot that gets nothing is not there
     */
    Map<LotKey, List<KeyDatum>> of(List<Came> arrivals, Findings findings) {
        Map<LotKey, List<KeyDatum>> announced = new LinkedHashMap<>();
        for (Came came : arrivals) {
            if (!came.announced().isEmpty()) {
                announced.merge(came.lot().key(), came.announced(), AnnouncedAttributes::together);
            }
        }
        if (announced.isEmpty()) {
            return Map.of();
        }
        Map<LotKey, List<KeyDatum>> known = corrections.attributes(announced.keySet());
        Map<LotKey, List<KeyDatum>> labelled = new HashMap<>();
        arrivals.forEach(came ->
                labelled.merge(came.lot().key(), LotAttributes.of(came.keyData()), AnnouncedAttributes::together));
        arrivals.forEach(came -> contradictions(came, "is known with", known, findings));
        arrivals.forEach(came -> contradictions(came, "has on its label", labelled, findings));
        announced.replaceAll((lot, said) ->
                besides(said, together(known.getOrDefault(lot, List.of()), labelled.getOrDefault(lot, List.of()))));
        announced.values().removeIf(List::isEmpty);
        return announced;
    }

    /** @return those of the lots that are known already */
    Set<Lot> known(Set<LotKey> announced) {
        return announced.isEmpty() ? Set.of() : Set.copyOf(lots.findAll(announced));
    }

    private static void contradictions(Came came, String how, Map<LotKey, List<KeyDatum>> others, Findings findings) {
        LotKey lot = came.lot().key();
        List<KeyDatum> other = others.getOrDefault(lot, List.of());
        for (KeyDatum datum : came.announced()) {
            List<String> values = values(other, datum.name());
            if (!values.isEmpty() && !values.contains(datum.value().text())) {
                findings.note(
                        new Violation(
                                ATTRIBUTE_DIFFERS,
                                came.path().then("keyData"),
                                "the ship notice says of lot " + lot + " " + datum.name() + " "
                                        + datum.value().text() + ", and the lot " + how + " "
                                        + String.join(", ", values)
                                        + ": ask the supplier, and correct the lot when the notice is right"),
                        Optional.of(lot));
            }
        }
    }

    private static List<String> values(List<KeyDatum> data, String name) {
        return data.stream()
                .filter(datum -> datum.name().equals(name))
                .map(datum -> datum.value().text())
                .toList();
    }

    /** A lot on two lines has what both say. */
    private static List<KeyDatum> together(List<KeyDatum> one, List<KeyDatum> other) {
        return Stream.concat(one.stream(), other.stream()).distinct().toList();
    }

    /** @return what is said of elements of which nothing is known */
    static List<KeyDatum> besides(List<KeyDatum> said, List<KeyDatum> known) {
        Set<String> names = known.stream().map(KeyDatum::name).collect(Collectors.toSet());
        List<KeyDatum> besides = new ArrayList<>(said);
        besides.removeIf(datum -> names.contains(datum.name()));
        return besides;
    }
}
