package org.lottrace.trace.drawing.internal.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lottrace.trace.drawing.FoldId;
import org.lottrace.trace.drawing.Folding;
import org.lottrace.trace.drawing.OpenedFold;
import org.lottrace.trace.drawing.TraceNode;

/** Which node is drawn in which box. Built once for a graph, a folding and the groups that can be opened. */
final class Assignment {
    private final WholeGraph graph;
    private final Map<String, String> boxes = new HashMap<>();
    private final Set<String> pinned = new HashSet<>();

    Assignment(WholeGraph graph, Groups groups, Folding folding, Collection<OpenedFold> opened) {
        this.graph = graph;
        graph.nodes().forEach(node -> boxes.put(node.id(), node.id()));
        opened.forEach(
                group -> part(groups.members(group.fold()), group.part()).forEach(node -> pinned.add(node.id())));
        opened.forEach(group -> fold(group.fold(), groups.members(group.fold())));
        groups.fans().forEach((id, nodes) -> {
            if (nodes.size() > folding.fan()) {
                fold(id, nodes);
            }
        });
        int most = Math.min(Folding.MOST, folding.most() + pinned.size());
        List<FoldId> bySaving = new ArrayList<>(groups.kinds().keySet());
        Map<FoldId, Integer> savings = new HashMap<>();
        groups.kinds().forEach((id, nodes) -> savings.put(id, saving(nodes)));
        bySaving.sort(Comparator.comparing((FoldId id) -> -savings.get(id)).thenComparing(Comparator.naturalOrder()));
        int visible = visible();
        for (FoldId id : bySaving) {
            if (savings.get(id) < 1 || visible <= most && connections() <= most * Folding.EDGES_PER_NODE) {
                break;
            }
            fold(id, groups.kinds().get(id));
            visible -= savings.get(id);
        }
        if (visible() > most || pinned.isEmpty() && connections() > Folding.MOST_EDGES) {
            foldColumns();
        }
    }

    /** @return the members of a group that are shown as that part */
    static List<TraceNode> part(List<TraceNode> members, int part) {
        long from = (part - 1L) * Folding.PART;
        return members.stream().skip(from).limit(Folding.PART).toList();
    }

    /** @return the id of the box of a node: its own, or that of its group */
    String box(String node) {
        return boxes.get(node);
    }

    int visible() {
        return new HashSet<>(boxes.values()).size();
    }

    /** @return how many pairs of boxes are connected */
    int connections() {
        Set<List<String>> pairs = new HashSet<>();
        for (Link link : graph.links()) {
            String from = boxes.get(link.from());
            String to = boxes.get(link.to());
            if (!from.equals(to)) {
                pairs.add(List.of(from, to));
            }
        }
        return pairs.size();
    }

    /** Whatever its members were folded into before; a box of one would say less than that one. */
    private void fold(FoldId id, Collection<TraceNode> members) {
        List<String> free =
                members.stream().map(TraceNode::id).filter(this::isFree).toList();
        if (free.size() > 1) {
            free.forEach(node -> boxes.put(node, id.value()));
        }
    }

    private boolean isFree(String node) {
        return !pinned.contains(node);
    }

    private int saving(Collection<TraceNode> members) {
        return (int) members.stream()
                        .map(TraceNode::id)
                        .filter(this::isFree)
                        .map(boxes::get)
                        .distinct()
                        .count()
                - 1;
    }

    private void foldColumns() {
        Map<FoldId, List<TraceNode>> columns = new HashMap<>();
        graph.nodes().forEach(node -> columns.computeIfAbsent(FoldId.stage(node.stage()), id -> new ArrayList<>())
                .add(node));
        columns.forEach(this::fold);
    }
}
