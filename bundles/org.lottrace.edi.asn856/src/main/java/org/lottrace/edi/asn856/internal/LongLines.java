package org.lottrace.edi.asn856.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.edi.asn856.internal.wire.Level;

/** The lines of a message that is too large for memory, each made of its leaf and of the levels above. Used by one thread. */
final class LongLines {
    private final SetLevels set;
    private final List<Level> all;
    private final int[] leaves;
    private final PartnerSwitches partner;
    private final Dialect dialect;
    /** Those above the line that was asked last: most lines stand in the same pack as the one before. */
    private Map<Integer, Level> above = Map.of();

    /** @param leaves index of the level of each line, all of which could be read */
    LongLines(SetLevels set, List<Level> all, int[] leaves, PartnerSwitches partner, Dialect dialect) {
        this.set = set;
        this.all = all;
        this.leaves = leaves;
        this.partner = partner;
        this.dialect = dialect;
    }

    List<ShipNoticeLine> lines(int size) {
        return LongList.of(size, this::line);
    }

    private ShipNoticeLine line(int number) {
        Deque<Level> path = new ArrayDeque<>();
        path.add(all.get(leaves[number]));
        Map<Integer, Level> now = new HashMap<>();
        for (int i = set.parent(leaves[number]); i >= 0; i = set.parent(i)) {
            Level known = above.get(i);
            Level level = known == null ? all.get(i) : known;
            now.put(i, level);
            path.add(level);
        }
        above = now;
        return LineReading.of(path, partner, dialect).line().orElseThrow();
    }
}
