package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.violation.ViolationPath;

/**
 * What a request says of a lot besides its dates. A lot that is registered now gets it; what is known of another one stays, as
 * its dates do, and what is said now is on the line.
 */
final class SaidOfLots {
    private static final String ATTRIBUTE_DIFFERS = "ATTRIBUTE_DIFFERS";
    private static final Set<KeyDataElement> ALL = Stream.of(LotAttributes.OF_A_LOT, LotAttributes.OF_GOODS)
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final LotMaster lots;
    private final LotCorrections corrections;

    SaidOfLots(LotMaster lots, LotCorrections corrections) {
        this.lots = lots;
        this.corrections = corrections;
    }

    /** @param path of the line that says it */
    void check(List<KeyDatum> said, ViolationPath path, Findings findings) {
        findings.addAll(LotAttributes.problems(said, ALL, path));
    }

    /** As above, of a lot that may be known already. */
    void check(LotKey lot, List<KeyDatum> said, ViolationPath path, Findings findings) {
        check(said, path, findings);
        List<KeyDatum> attributes = LotAttributes.of(said);
        if (attributes.isEmpty() || lots.find(lot).isEmpty()) {
            return;
        }
        List<KeyDatum> known = corrections.attributes(List.of(lot)).getOrDefault(lot, List.of());
        attributes.stream()
                .filter(datum -> !known.contains(datum))
                .forEach(datum -> findings.breach(
                        ATTRIBUTE_DIFFERS,
                        path.then("keyData"),
                        "lot " + lot + " is not known with " + datum.name() + " "
                                + datum.value().text()
                                + ": check the label, and correct the lot when the label is right"));
    }
}
