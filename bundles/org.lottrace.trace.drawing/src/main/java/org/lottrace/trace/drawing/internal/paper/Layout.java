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
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.lottrace.trace.drawing.Stage;
import org.lottrace.trace.drawing.TraceEdge;
import org.lottrace.trace.drawing.TraceGraph;
import org.lottrace.trace.drawing.TraceNode;
import org.lottrace.trace.drawing.internal.text.EdgeWords;
import org.lottrace.trace.drawing.internal.text.NodeWords;
import org.lottrace.trace.drawing.internal.text.Texts;

/** Finds a place for every node and a way for every edge: columns from left to right, few crossings, right angles. */
final class Layout {
    static final double NODE_WIDTH = 232;
    static final double NODE_HEIGHT = 64;
    static final double TALL_HEIGHT = 78;

    /** Space for the headings above the columns. */
    static final double HEAD = 44;

    private static final double MARGIN = 16;
    private static final double PER_EDGE = 8;
    private static final double LABEL_HEIGHT = 15;

    /** Beyond that the lines at one side of a node run together. */
    private static final int MOST_APART = 8;

    /** Beyond that the quantities beside the lines are more in the way than of use. */
    private static final int MOST_LABELS = 40;

    /** Beyond that a better picture takes more time than somebody waits. */
    private static final int MOST_THOROUGH = 300;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final TraceGraph graph;
    private final EdgeWords words;
    private final NodeWords nodeWords;
    private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> in = new HashMap<>();
    private final Map<String, Integer> out = new HashMap<>();
    private final Map<TraceEdge, ElkEdge> edges = new LinkedHashMap<>();

    Layout(TraceGraph graph, Texts texts) {
        this.graph = graph;
        words = new EdgeWords(texts);
        nodeWords = new NodeWords(texts);
    }

    Sheet sheet() {
        ElkNode root = root();
        graph.edges().forEach(edge -> {
            out.merge(edge.from(), 1, Integer::sum);
            in.merge(edge.to(), 1, Integer::sum);
        });
        for (TraceNode node : graph.nodes()) {
            ElkNode placed = ElkGraphUtil.createNode(root);
            placed.setDimensions(NODE_WIDTH, height(node));
            placed.setProperty(
                    LayeredOptions.PARTITIONING_PARTITION, node.stage().ordinal());
            nodes.put(node.id(), placed);
        }
        for (TraceEdge edge : graph.edges()) {
            ElkEdge line = ElkGraphUtil.createSimpleEdge(
                    end(edge.from(), out, PortSide.EAST), end(edge.to(), in, PortSide.WEST));
            if (labelled()) {
                label(line, words.label(edge));
            }
            edges.put(edge, line);
        }
        new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
        return sheet(root);
    }

    private double height(TraceNode node) {
        int apart = Math.max(apart(out.getOrDefault(node.id(), 0)), apart(in.getOrDefault(node.id(), 0)));
        return Math.max(nodeWords.lines(node) > 3 ? TALL_HEIGHT : NODE_HEIGHT, apart * PER_EDGE);
    }

    private static int apart(int lines) {
        return lines > MOST_APART ? 1 : lines;
    }

    /** Where a line begins or ends: the node finds a place for each, or all run together when they are too many. */
    private ElkConnectableShape end(String id, Map<String, Integer> lines, PortSide side) {
        ElkNode node = nodes.get(id);
        if (lines.get(id) <= MOST_APART) {
            return node;
        }
        return node.getPorts().stream()
                .filter(port -> port.getProperty(LayeredOptions.PORT_SIDE) == side)
                .findFirst()
                .orElseGet(() -> port(node, side));
    }

    private static ElkPort port(ElkNode node, PortSide side) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(LayeredOptions.PORT_SIDE, side);
        node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
        return port;
    }

    private ElkNode root() {
        ElkNode root = ElkGraphUtil.createGraph();
        boolean thorough = graph.nodes().size() + graph.edges().size() <= MOST_THOROUGH;
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.THOROUGHNESS, thorough ? 20 : 2);
        root.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, true);
        root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(0, MARGIN, 0, MARGIN));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 16d);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, labelled() ? 26d : 60d);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18d);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 9d);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12d);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 9d);
        return root;
    }

    private boolean labelled() {
        return graph.edges().size() <= MOST_LABELS;
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
