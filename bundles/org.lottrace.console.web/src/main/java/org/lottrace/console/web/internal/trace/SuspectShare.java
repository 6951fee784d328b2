package org.lottrace.console.web.internal.trace;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * Leaves out of a trace the lots that can have only little of the suspect goods: less than a share of all that is in the seeds. What
 * they can have at most counts, so that no lot is left out that might have more. The seeds stay, and so does what was reached
 * backward: of that nothing is known.
 */
final class SuspectShare {
    private static final BigDecimal ALL = new BigDecimal(100);

    private final BigDecimal percent;
    private final Map<UnitOfMeasure, BigDecimal> wholes = new HashMap<>();
    private final Set<LotKey> seeds;

    SuspectShare(BigDecimal percent, Trace trace) {
        this.percent = percent;
        seeds = trace.request().seeds().stream().map(Seed::lot).collect(Collectors.toSet());
        trace.lots().stream()
                .filter(lot -> seeds.contains(lot.lot()))
                .flatMap(lot -> lot.suspect().stream())
                .map(content -> content.contained().maximum())
                .forEach(most -> wholes.merge(most.unit(), most.amount(), BigDecimal::add));
    }

    Trace of(Trace trace) {
        List<TracedLot> lots = trace.lots().stream().filter(this::isShown).toList();
        Set<LotKey> shown = lots.stream().map(TracedLot::lot).collect(Collectors.toSet());
        return new Trace(
                trace.request(),
                lots,
                trace.edges().stream()
                        .filter(traced -> shown.contains(traced.edge().input())
                                && shown.contains(traced.edge().output()))
                        .toList(),
                trace.handovers().stream()
                        .filter(handover -> shown.contains(handover.lot()))
                        .toList(),
                trace.onHand().stream()
                        .filter(balance -> shown.contains(balance.lot()))
                        .toList(),
                trace.ledgerPosition());
    }

    private boolean isShown(TracedLot lot) {
        return seeds.contains(lot.lot())
                || lot.suspect().isEmpty()
                || lot.suspect().stream().anyMatch(this::isEnough);
    }

    private boolean isEnough(SuspectContent content) {
        Quantity most = content.contained().maximum();
        BigDecimal whole = wholes.getOrDefault(most.unit(), BigDecimal.ZERO);
        return most.amount().multiply(ALL).compareTo(whole.multiply(percent)) >= 0;
    }
}
