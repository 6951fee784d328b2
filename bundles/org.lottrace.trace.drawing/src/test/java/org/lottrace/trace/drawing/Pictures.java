package org.lottrace.trace.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Draws the samples into files, for somebody to look at. No test: run its main method with a folder. */
final class Pictures {
    private Pictures() {}

    public static void main(String[] folder) throws IOException {
        Path target = Path.of(folder[0]);
        Files.createDirectories(target);
        Folding whole = new Folding(1000, Folding.MOST, java.util.Set.of());
        Map<String, TraceGraph> graphs = new TreeMap<>();
        graphs.put("salt", Samples.salt().graph(Folding.STANDARD));
        graphs.put("bread", Samples.bread().graph(Folding.STANDARD));
        graphs.put(
                "bread-opened",
                Samples.bread().graph(Folding.STANDARD.opening(List.of(OpenedFold.parse("item:RM-1001")))));
        graphs.put("season", Samples.season(30, 2, 60).graph(Folding.STANDARD));
        graphs.put("season-large", Samples.season(2000, 4, 214).graph(Folding.STANDARD));
        graphs.put(
                "season-large-opened",
                Samples.season(2000, 4, 214)
                        .graph(Folding.STANDARD.opening(
                                List.of(OpenedFold.parse("consignees@2"), OpenedFold.parse("item:SF-2001")))));
        graphs.put("season-whole", Samples.season(60, 3, 50).graph(whole));
        for (Map.Entry<String, TraceGraph> graph : graphs.entrySet()) {
            long start = System.nanoTime();
            TraceDrawing drawing = TraceDrawing.of(graph.getValue(), Locale.ENGLISH);
            String svg = drawing.svg(node -> Optional.of("#" + node.id()));
            long millis = (System.nanoTime() - start) / 1_000_000;
            String name = graph.getKey();
            Files.writeString(target.resolve(name + ".html"), page(svg, TraceDrawing.css()));
            Files.writeString(
                    target.resolve(name + "-de.svg"),
                    TraceDrawing.of(graph.getValue(), Locale.GERMAN).svgDocument());
            Files.write(target.resolve(name + ".pdf"), drawing.pdf("Trace of " + name));
            System.out.println(name + ": " + graph.getValue().nodes().size() + " nodes, "
                    + graph.getValue().edges().size() + " edges, "
                    + graph.getValue().folded() + " folded, " + millis
                    + " ms, " + svg.length() + " characters, "
                    + svg.substring(svg.indexOf(" width="), svg.indexOf(" viewBox")));
        }
    }

    private static String page(String svg, String css) {
        return "<!doctype html><meta charset=utf-8><style>body{margin:0;background:light-dark(#fff,#0c0f14);"
                + "color-scheme:light dark}" + css + "</style>" + svg;
    }
}
