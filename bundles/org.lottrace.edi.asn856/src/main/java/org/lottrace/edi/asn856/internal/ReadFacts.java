package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.lottrace.api.id.Sscc;
import org.lottrace.edi.asn856.internal.wire.Level;

/**
 * The quantities and lots of a message that were used: each became a line, or was compared with the sum of the lines below. What a level
 * says is asked of it again, so that of a large message nothing is held but which levels those are.
 */
final class ReadFacts {
    private final List<Level> all;
    private final BitSet quantities = new BitSet();
    private final BitSet lines = new BitSet();
    private final Set<String> units = new HashSet<>();
    private BigDecimal ofLines = BigDecimal.ZERO;

    /** @param all levels of the message, by {@link Level#index} */
    ReadFacts(List<Level> all) {
        this.all = all;
    }

    /** The level became a line. */
    void line(Level leaf, Optional<Sscc> tare, Optional<Sscc> pack) {
        tare.ifPresent(unit -> units.add(unit.value()));
        pack.ifPresent(unit -> units.add(unit.value()));
        quantity(leaf);
        lines.set(leaf.index);
        ofLines = Texts.amount(stated(leaf.quantity)).map(ofLines::add).orElse(ofLines);
    }

    /** The quantity of the level became a line or was compared. */
    void quantity(Level level) {
        quantities.set(level.index);
    }

    /** @return the quantity of the level with that index, as it stands in the message; empty when it was not used */
    Optional<String> quantity(int level) {
        return quantities.get(level) ? Optional.of(stated(all.get(level).quantity)) : Optional.empty();
    }

    /** @return the sum of the quantities of all lines, whatever their units */
    BigDecimal ofLines() {
        return ofLines;
    }

    /** @return index of each level that became a line */
    IntStream lines() {
        return lines.stream();
    }

    /** @return the lot of such a level; empty when it has none */
    String lot(int line) {
        return stated(all.get(line).lot);
    }

    /** @return the expiry date of such a level; empty when it has none */
    String expiry(int line) {
        return stated(all.get(line).expiry);
    }

    /** @return every SSCC that got into a line */
    Set<String> units() {
        return units;
    }

    private static String stated(String value) {
        return Texts.orEmpty(value).strip();
    }
}
