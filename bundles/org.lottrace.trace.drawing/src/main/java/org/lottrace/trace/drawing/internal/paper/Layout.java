package org.lottrace.trace.drawing.internal.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.lottrace.trace.drawing.Stage;
import org.lottrace.trace.drawing.TraceEdge;
import org.lottrace.trace.drawing.TraceGraph;
import org.lottrace.trace.drawing.TraceNode;
import org.lottrace.trace.drawing.internal.text.EdgeWords;

/** Finds a place for every node and a way for every edge: columns from left to right, few crossings, right angles. */
final class Layout {
    static final double NODE_WIDTH = 224;
    static final double NODE_HEIGHT = 64;

    /** Space for the headings above the columns. */
    static final double HEAD = 44;

    private static final double MARGIN = 16;
    private static final double MOST_HEIGHT = 150;
    private static final double PER_EDGE = 7;
    private static final double LABEL_HEIGHT = 15;

    /** Beyond that the quantities beside the lines are more in the way than of use. */
    private static final int MOST_LABELS = 40;

    /** Beyond that a better picture takes more time than somebody waits. */
    private static final int MOST_THOROUGH = 120;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final TraceGraph graph;
    private final EdgeWords words;
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<TraceEdge, ElkEdge> edges = new LinkedHashMap<>();

    Layout(TraceGraph graph, EdgeWords words) {
        this.graph = graph;
        this.words = words;
    }

    Sheet sheet() {
        ElkNode root = root();
        Map<String, Integer> degrees = new HashMap<>();
        graph.edges().forEach(edge -> {
            degrees.merge(">" + edge.from(), 1, Integer::sum);
            degrees.merge("<" + edge.to(), 1, Integer::sum);
        });
        for (TraceNode node : graph.nodes()) {
            ElkNode placed = ElkGraphUtil.createNode(root);
            int degree = Math.max(degrees.getOrDefault(">" + node.id(), 0), degrees.getOrDefault("<" + node.id(), 0));
            placed.setDimensions(NODE_WIDTH, Math.max(NODE_HEIGHT, Math.min(MOST_HEIGHT, degree * PER_EDGE)));
            placed.setProperty(
                    LayeredOptions.PARTITIONING_PARTITION, node.stage().ordinal());
            nodes.put(node.id(), placed);
        }
        boolean labelled = graph.edges().size() <= MOST_LABELS;
        for (TraceEdge edge : graph.edges()) {
            ElkEdge line = ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to()));
            if (labelled) {
                label(line, words.label(edge));
            }
            edges.put(edge, line);
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return sheet(root);
    }

    private ElkNode root() {
        ElkNode root = ElkGraphUtil.createGraph();
        boolean thorough = graph.nodes().size() <= MOST_THOROUGH;
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.THOROUGHNESS, thorough ? 20 : 2);
        root.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, true);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0, MARGIN, 0, MARGIN));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 16d);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 56d);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18d);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 9d);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12d);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 9d);
        return root;
    }

    private static void label(ElkEdge line, String text) {
        ElkLabel label = ElkGraphUtil.createLabel(text, line);
        label.setDimensions(Lettering.TEXT.width(text) + 8, LABEL_HEIGHT);
        label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    }

    private Sheet sheet(ElkNode root) {
        List<PlacedNode> placedNodes = new ArrayList<>();
        for (TraceNode node : graph.nodes()) {
            ElkNode at = nodes.get(node.id());
            placedNodes.add(new PlacedNode(node, at.getX(), at.getY() + HEAD, at.getWidth(), at.getHeight()));
        }
        placedNodes.sort(
                Comparator.comparing((PlacedNode placed) -> placed.node().stage())
                        .thenComparing(PlacedNode::x)
                        .thenComparing(PlacedNode::y));
        List<PlacedEdge> placedEdges = new ArrayList<>();
        edges.forEach((edge, line) -> placedEdges.add(placed(edge, line)));
        placedEdges.sort(Comparator.comparing(placed -> placed.edge().suspect()));
        return new Sheet(placedNodes, placedEdges, columns(placedNodes), root.getWidth(), root.getHeight() + HEAD);
    }

    /** A line that had to go against the columns is turned round by the algorithm; its points come in the order of the edge. */
    private static PlacedEdge placed(TraceEdge edge, ElkEdge line) {
        List<Point> way = new ArrayList<>();
        for (ElkEdgeSection section : line.getSections()) {
            way.add(new Point(section.getStartX(), section.getStartY() + HEAD));
            for (ElkBendPoint bend : section.getBendPoints()) {
                way.add(new Point(bend.getX(), bend.getY() + HEAD));
            }
            way.add(new Point(section.getEndX(), section.getEndY() + HEAD));
        }
        Optional<Point> label = line.getLabels().stream()
                .findFirst()
                .map(text -> new Point(text.getX() + text.getWidth() / 2, text.getY() + text.getHeight() / 2 + HEAD));
        return new PlacedEdge(edge, way, label);
    }

    private static List<Column> columns(List<PlacedNode> placed) {
        List<Column> columns = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            List<PlacedNode> members =
                    placed.stream().filter(node -> node.node().stage() == stage).toList();
            if (!members.isEmpty()) {
                double left = members.stream().mapToDouble(PlacedNode::x).min().orElseThrow();
                double right = members.stream()
                        .mapToDouble(node -> node.x() + node.width())
                        .max()
                        .orElseThrow();
                columns.add(new Column(stage, left, right - left));
            }
        }
        return columns;
    }
}
