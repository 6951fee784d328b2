package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.Sscc;
import org.lottrace.edi.asn856.internal.wire.Level;

/** The quantities and lots of a message that were used: each became a line, or was compared with the sum of the lines below. */
final class ReadFacts {
    private final List<Fact> quantities = new ArrayList<>();
    private final List<String> ofLines = new ArrayList<>();
    private final List<Fact> lots = new ArrayList<>();
    private final List<Fact> expiries = new ArrayList<>();
    private final Set<String> units = new HashSet<>();

    /**
     * @param level HL01
     * @param value as it stands in the message; empty when the level has none
     */
    record Fact(String level, String value) {}

    /** The level became a line. */
    void line(Level leaf, Optional<Sscc> tare, Optional<Sscc> pack) {
        expiries.add(fact(leaf, leaf.expiry));
        tare.ifPresent(unit -> units.add(unit.value()));
        pack.ifPresent(unit -> units.add(unit.value()));
        quantity(leaf);
        ofLines.add(fact(leaf, leaf.quantity).value());
        lots.add(fact(leaf, leaf.lot));
    }

    /** The quantity of the level became a line or was compared. */
    void quantity(Level level) {
        quantities.add(fact(level, level.quantity));
    }

    List<Fact> quantities() {
        return quantities;
    }

    /** @return the quantity of each line */
    List<String> ofLines() {
        return ofLines;
    }

    /** @return one for each line */
    List<Fact> lots() {
        return lots;
    }

    /** @return one for each line */
    List<Fact> expiries() {
        return expiries;
    }

    /** @return every SSCC that got into a line */
    Set<String> units() {
        return units;
    }

    private static Fact fact(Level level, String value) {
        return new Fact(Texts.orEmpty(level.id).strip(), Texts.orEmpty(value).strip());
    }
}
