package org.lottrace.trace.drawing.internal.graph;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.trace.drawing.TraceEdge;

/** All links between the same two boxes. */
final class EdgeSum {
    private final String from;
    private final String to;
    private final Sums quantities = new Sums();
    private final Sums returned = new Sums();
    private final Map<String, BigDecimal> sharesOfLeft = new HashMap<>();
    private final Map<String, BigDecimal> sharesOfRight = new HashMap<>();
    private int events;
    private boolean inferred = true;
    private boolean suspect;

    EdgeSum(String from, String to) {
        this.from = from;
        this.to = to;
    }

    void add(Link link) {
        (link.back() ? returned : quantities).add(link.quantity());
        link.share().ifPresent(share -> (link.shareOfLeft() ? sharesOfLeft : sharesOfRight)
                .merge(link.shareOfLeft() ? link.from() : link.to(), share, BigDecimal::add));
        events++;
        inferred &= link.inferred();
        suspect |= link.suspect();
    }

    TraceEdge edge() {
        Optional<BigDecimal> largest = Stream.concat(sharesOfLeft.values().stream(), sharesOfRight.values().stream())
                .max(BigDecimal::compareTo);
        return new TraceEdge(from, to, quantities.list(), returned.list(), events, largest, inferred, suspect);
    }
}
