package org.lottrace.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lottrace.api.event.Edge;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.genealogy.internal.graph.GraphSnapshot;
import org.lottrace.genealogy.internal.graph.GraphTracer;
import org.lottrace.genealogy.internal.graph.GraphWalk;
import org.lottrace.genealogy.internal.graph.LotGraph;
import org.lottrace.genealogy.internal.graph.Reach;
import org.lottrace.genealogy.internal.graph.WarmUp;

/** A generated company in a graph, and the questions that are asked of it. */
public final class Company {
    private final int days;
    private final LotGraph graph;
    private final GraphTracer tracer = new GraphTracer();
    private final Reach reach = new Reach();

    private Company(int days, LotGraph graph) {
        this.days = days;
        this.graph = graph;
    }

    /** @return the company of that many days at their end, in a folded graph */
    public static Company after(int days) {
        return after(days, days);
    }

    /** @return the company of that many days when only {@code until} of them are over */
    public static Company after(int days, int until) {
        LotGraph graph = new LotGraph();
        GeneratedLedger.replay(days, until, graph::take);
        graph.folded().run();
        return new Company(days, graph);
    }

    /** @return what {@link #save} wrote */
    public static Company saved(int days, Path folder) throws IOException {
        return new Company(days, new GraphSnapshot(folder).read());
    }

    public void save(Path folder) throws IOException {
        new GraphSnapshot(folder).write(graph);
    }

    /** Copies the company into a database. */
    public void copyTo(String url) throws SQLException {
        SqlRival.create(url);
        try (SqlRival.Loader loader = new SqlRival.Loader(url, graph)) {
            GeneratedLedger.replay(days, days, loader::take);
        }
        SqlRival.index(url);
    }

    /** @return the same edges, bare */
    public BareWalk bareWalk() {
        int[][] ends = new int[2][1 << 16];
        int[] size = {0};
        GeneratedLedger.replay(days, days, recorded -> {
            for (Edge edge : recorded.event().edges()) {
                if (size[0] == ends[0].length) {
                    ends[0] = Arrays.copyOf(ends[0], size[0] * 2);
                    ends[1] = Arrays.copyOf(ends[1], size[0] * 2);
                }
                ends[0][size[0]] = graph.lot(edge.input());
                ends[1][size[0]++] = graph.lot(edge.output());
            }
        });
        return new BareWalk(graph.lots(), ends[0], ends[1], size[0]);
    }

    /** As the graph does it when it is complete after a start. */
    public void warmUp() {
        WarmUp warmUp = new WarmUp();
        while (warmUp.ask(graph)) {
            // the next one
        }
    }

    public LotGraph graph() {
        return graph;
    }

    /** @return lots of the first three levels anywhere in time, each time the same */
    public int[] typicalLots(int count) {
        return typicalLots(count, days);
    }

    /** @return the same of the first days only */
    public int[] typicalLots(int count, int until) {
        SplittableRandom random = new SplittableRandom(42);
        return IntStream.range(0, count)
                .map(i -> number(random.nextInt(until) * GeneratedLedger.LEVELS + random.nextInt(3)))
                .toArray();
    }

    public int[] hubs() {
        return IntStream.range(0, GeneratedLedger.HUBS)
                .map(i -> number(GeneratedLedger.hub(days, i)))
                .toArray();
    }

    public int[] megaHub() {
        return new int[] {number(GeneratedLedger.megaHub())};
    }

    /** @return the set of lots reached */
    public SetSums reach(int lot, boolean forward) {
        GraphWalk.everything(graph, forward, new int[] {lot}, reach);
        return SetSums.of(reach);
    }

    /** @return number of lots reached */
    public int walk(int lot) {
        GraphWalk.everything(graph, true, new int[] {lot}, reach);
        return reach.size();
    }

    /** @return lots, stock and customers */
    public ReportSums report(int lot) {
        TraceRequest request =
                TraceRequest.of(Direction.FORWARD, graph.key(lot)).withoutEdges();
        return ReportSums.of(tracer.trace(graph, request, graph.head().position()));
    }

    /** @return what is asked when all of a lot is suspect: lots, stock, customers, and how much of it is in each lot */
    public TraceRequest suspect(int lot) {
        return TraceRequest.of(Direction.FORWARD, graph.key(lot)).withoutEdges().withSuspectQuantities();
    }

    /** @return the lots that are reached, with what each contains */
    public List<TracedLot> suspectQuantities(int lot) {
        return tracer.trace(graph, suspect(lot), graph.head().position()).lots();
    }

    private int number(int generated) {
        return graph.lot(GeneratedLedger.key(generated));
    }
}
