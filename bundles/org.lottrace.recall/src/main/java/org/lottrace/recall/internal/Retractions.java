package org.lottrace.recall.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventType;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.NoticeKind;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact.NoticeQueued;

/** Who was told that goods they received are affected, and does not know yet that they are not. */
final class Retractions {
    private final RecallCase recallCase;
    private final NoticeHistory history;
    private final Function<Collection<LotKey>, List<Handover>> handovers;

    /** @param handovers of lots, asked only for lots that somebody was told about and that are not affected */
    Retractions(RecallCase recallCase, Function<Collection<LotKey>, List<Handover>> handovers) {
        this.recallCase = recallCase;
        this.history = new NoticeHistory(recallCase);
        this.handovers = handovers;
    }

    /** @return a notice for each of them for whom none is written yet */
    List<NoticeQueued> notices() {
        return wrongly(false).keySet().stream()
                .sorted(Comparator.comparing(PartyId::value))
                .map(party -> history.next(party, NoticeKind.RETRACTION))
                .toList();
    }

    /** @return each of them whom no such notice has reached */
    List<OpenPoint> open() {
        List<OpenPoint> points = new ArrayList<>();
        wrongly(true).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(PartyId::value)))
                .forEach(told -> points.add(new OpenPoint(
                        "RETRACTION_MISSING",
                        told.getKey().value(),
                        "",
                        told.getKey() + " was told about " + told.getValue().size()
                                + " lots that are not affected, such as "
                                + told.getValue().stream().sorted().findFirst().orElseThrow()
                                + ", and does not know that yet: a notice is sent by itself; where none can be, tell"
                                + " them and record it (recall:notified)")));
        return points;
    }

    /** @return what they received of the lots they were wrongly told about */
    private Map<PartyId, Set<LotKey>> wrongly(boolean sent) {
        Set<LotKey> affected = Set.copyOf(recallCase.scope().keys());
        Map<PartyId, Set<LotKey>> told = new HashMap<>();
        for (PartyId party : history.parties()) {
            Set<LotKey> lots = history.toldAbout(party, sent);
            lots.removeAll(affected);
            told.put(party, lots);
        }
        Set<LotKey> lots = told.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<PartyId, Set<LotKey>> received = new HashMap<>();
        if (!lots.isEmpty()) {
            handovers.apply(lots).stream()
                    .filter(handover -> handover.type() == EventType.SHIP)
                    .filter(handover ->
                            told.getOrDefault(handover.party(), Set.of()).contains(handover.lot()))
                    .forEach(handover -> received.computeIfAbsent(handover.party(), party -> new HashSet<>())
                            .add(handover.lot()));
        }
        return received;
    }
}
