package org.lottrace.trace.drawing.internal.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.id.PartyId;
import org.lottrace.trace.drawing.PartyNode;
import org.lottrace.trace.drawing.Stage;
import org.lottrace.trace.drawing.TraceFacts;

/** The suppliers and consignees of a trace. */
final class PartyNodes {
    private final Trace trace;
    private final TraceFacts facts;
    private final Map<String, Sums> quantities = new HashMap<>();
    private final Set<String> suspects = new HashSet<>();

    PartyNodes(Trace trace, TraceFacts facts, List<Link> links) {
        this.trace = trace;
        this.facts = facts;
        for (Link link : links) {
            if (!link.back()) {
                quantities.computeIfAbsent(link.from(), id -> new Sums()).add(link.quantity());
                quantities.computeIfAbsent(link.to(), id -> new Sums()).add(link.quantity());
            }
            if (link.suspect()) {
                suspects.add(link.to());
            }
        }
    }

    Collection<PartyNode> nodes() {
        Set<PartyId> suppliers = new TreeSet<>(Comparator.comparing(PartyId::value));
        Set<PartyId> consignees = new TreeSet<>(Comparator.comparing(PartyId::value));
        for (Handover handover : trace.handovers()) {
            (LinksOfTrace.isReceipt(handover) ? suppliers : consignees).add(handover.party());
        }
        List<PartyNode> nodes = new ArrayList<>();
        suppliers.forEach(party -> nodes.add(node(Stage.SUPPLIER, party)));
        consignees.forEach(party -> nodes.add(node(Stage.CONSIGNEE, party)));
        return nodes;
    }

    private PartyNode node(Stage stage, PartyId party) {
        String id = PartyNode.id(stage, party);
        return new PartyNode(
                party,
                facts.parties().getOrDefault(party, ""),
                stage,
                quantities.getOrDefault(id, new Sums()).list(),
                suspects.contains(id));
    }
}
