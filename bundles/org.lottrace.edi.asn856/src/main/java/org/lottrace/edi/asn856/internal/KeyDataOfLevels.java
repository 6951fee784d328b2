package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.edi.asn856.internal.wire.Level;

/**
 * Which key data elements of the levels are those of a line, and which those of the notice. A line has what its leaf says and what the levels
 * above it say: of the lot, and of packs and pallets, the nearest level that says it counts; papers and statements add up. What counts
 * goods is that of its own level alone. What the shipment says is of the notice, but for what is said of lots.
 */
final class KeyDataOfLevels {
    private static final String SHIPMENT = "S";
    private static final Set<String> UNITS = Set.of("T", "P");
    private static final Map<String, String> OF_UNIT = Map.of(
            KeyDataElement.NET_WEIGHT.word(), KeyDataElement.UNIT_NET_WEIGHT.word(),
            KeyDataElement.GROSS_WEIGHT.word(), KeyDataElement.UNIT_GROSS_WEIGHT.word());
    private static final Set<String> OF_ITS_LEVEL = Set.of(
            KeyDataElement.NET_WEIGHT.word(),
            KeyDataElement.GROSS_WEIGHT.word(),
            KeyDataElement.PACKAGES.word(),
            KeyDataElement.PIECES.word(),
            KeyDataElement.SERIAL.word());
    private static final Set<String> OF_A_LOT =
            LotAttributes.OF_A_LOT.stream().map(KeyDataElement::word).collect(Collectors.toUnmodifiableSet());

    private KeyDataOfLevels() {}

    /** @return the same weight of the pack or pallet around the goods */
    static KeyDataElement ofUnit(KeyDataElement ofGoods) {
        return KeyDataElement.find(OF_UNIT.get(ofGoods.word())).orElseThrow();
    }

    /** @param path from the leaf up to the shipment */
    static List<KeyDatum> ofLine(Collection<Level> path) {
        List<KeyDatum> all = new ArrayList<>();
        boolean isLeaf = true;
        for (Level level : path) {
            int nearer = all.size();
            for (KeyDatum datum : level.keyData) {
                KeyDatum said = ofLine(datum, level.code, isLeaf).orElse(null);
                if (said != null && !isReplaced(said.name(), all.subList(0, nearer)) && !all.contains(said)) {
                    all.add(said);
                }
            }
            isLeaf = false;
        }
        return all;
    }

    private static boolean isReplaced(String name, List<KeyDatum> nearer) {
        return !nearer.isEmpty() && isReplaced(name) && says(nearer, name);
    }

    private static boolean says(List<KeyDatum> data, String name) {
        for (KeyDatum datum : data) {
            if (datum.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** @return as what the lines of a level have it; empty when they have not */
    static Optional<KeyDatum> ofLine(KeyDatum datum, String code, boolean isLeaf) {
        if (isLeaf) {
            return Optional.of(datum);
        }
        if (SHIPMENT.equals(code)) {
            return OF_A_LOT.contains(datum.name()) ? Optional.of(datum) : Optional.empty();
        }
        if (UNITS.contains(code) && OF_UNIT.containsKey(datum.name())) {
            return Optional.of(new KeyDatum(OF_UNIT.get(datum.name()), datum.value()));
        }
        return OF_ITS_LEVEL.contains(datum.name()) ? Optional.empty() : Optional.of(datum);
    }

    /** @return what is said of the notice itself */
    static List<KeyDatum> ofNotice(Level shipment) {
        return shipment.keyData.stream()
                .filter(KeyDataOfLevels::isOfNotice)
                .distinct()
                .toList();
    }

    static boolean isOfNotice(KeyDatum datum) {
        return !OF_A_LOT.contains(datum.name()) && !datum.name().equals(KeyDataElement.SERIAL.word());
    }

    /** @return whether a nearer level that says the element replaces what levels above say */
    static boolean isReplaced(String name) {
        return OF_A_LOT.contains(name) || OF_UNIT.containsValue(name);
    }
}
