package org.lottrace.trace.drawing.internal.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.trace.drawing.FoldId;
import org.lottrace.trace.drawing.FoldedNode;
import org.lottrace.trace.drawing.Folding;
import org.lottrace.trace.drawing.LotNode;
import org.lottrace.trace.drawing.LotState;
import org.lottrace.trace.drawing.OpenedFold;
import org.lottrace.trace.drawing.Stage;
import org.lottrace.trace.drawing.TraceNode;

/** The nodes that are drawn as one. */
final class Box {
    private final String id;
    private final List<TraceNode> nodes = new ArrayList<>();
    private int inside;

    Box(String id) {
        this.id = id;
    }

    void add(TraceNode node) {
        nodes.add(node);
    }

    void connectInside() {
        inside++;
    }

    boolean isOfOne() {
        return nodes.size() == 1;
    }

    TraceNode node(Groups groups, List<OpenedFold> opened) {
        return isOfOne() ? nodes.get(0) : folded(groups, opened);
    }

    private FoldedNode folded(Groups groups, List<OpenedFold> opened) {
        FoldId fold = new FoldId(id);
        List<LotNode> lots = nodes.stream()
                .filter(LotNode.class::isInstance)
                .map(LotNode.class::cast)
                .toList();
        Set<ItemNumber> items = lots.stream().map(lot -> lot.lot().item()).collect(Collectors.toSet());
        Optional<ItemNumber> item =
                items.size() == 1 ? Optional.of(items.iterator().next()) : Optional.empty();
        Map<LotState, Integer> states = new EnumMap<>(LotState.class);
        lots.forEach(lot -> states.merge(lot.state(), 1, Integer::sum));
        List<TraceNode> all = groups.members(fold);
        Optional<OpenedFold> now =
                opened.stream().filter(group -> group.fold().equals(fold)).findFirst();
        return new FoldedNode(
                fold,
                column(),
                inOrderOf(all),
                now.isPresent(),
                item,
                item.isPresent() ? lots.get(0).description() : "",
                items.size(),
                states,
                (int) lots.stream().filter(LotNode::seed).count(),
                (int) nodes.stream().filter(TraceNode::suspect).count(),
                inside,
                all.isEmpty() ? Optional.empty() : Optional.of(new OpenedFold(fold, next(now, all.size()))));
    }

    /** Lots of an unknown item can stand in several columns: then where most are, the first of equals. */
    private Stage column() {
        return nodes.stream()
                .collect(Collectors.groupingBy(TraceNode::stage, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing((Map.Entry<Stage, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private List<String> inOrderOf(List<TraceNode> all) {
        Map<String, Integer> ranks = new HashMap<>();
        all.forEach(node -> ranks.put(node.id(), ranks.size()));
        return nodes.stream()
                .map(TraceNode::id)
                .sorted(Comparator.comparing((String node) -> ranks.getOrDefault(node, Integer.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** After the last part comes the first again. */
    private static int next(Optional<OpenedFold> now, int members) {
        int parts = (members + Folding.PART - 1) / Folding.PART;
        return now.map(group -> group.part() % parts + 1).orElse(1);
    }
}
