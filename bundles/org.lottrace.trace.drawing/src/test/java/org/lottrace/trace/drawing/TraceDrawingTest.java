package org.lottrace.trace.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.trace.drawing.Traces.trace;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.genealogy.Direction;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TraceDrawingTest {
    /** Written anew with {@code -Dgolden=write}; look at it in a browser then. */
    private static final Path GOLDEN = Path.of("src/test/resources/org/lottrace/trace/drawing/salt.svg");

    private static final NodeLinks LINKS = node -> Optional.of("/node?id=" + node.id());

    private final TraceDrawing salt = TraceDrawing.of(Samples.salt().graph(Folding.STANDARD), Locale.ENGLISH);

    @Test
    void the_drawing_of_a_small_trace_is_the_one_that_was_looked_at() throws IOException {
        String svg = salt.svg(LINKS);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, svg);
        }

        assertEquals(Files.readString(GOLDEN), svg);
    }

    @Test
    void the_same_trace_gives_the_same_bytes() {
        TraceDrawing again = TraceDrawing.of(Samples.salt().graph(Folding.STANDARD), Locale.ENGLISH);

        assertEquals(salt.svg(LINKS), again.svg(LINKS));
        assertEquals(salt.svgDocument(), again.svgDocument());
        assertArrayEquals(salt.pdf("Salt"), again.pdf("Salt"));
    }

    @Test
    void the_drawing_is_a_group_that_says_what_it_shows() throws Exception {
        Element svg = parse(salt.svg(LINKS)).getDocumentElement();

        assertEquals("group", svg.getAttribute("role"));
        assertEquals(
                "Trace forward: 7 lots, 4 parties. Nothing is folded. Ledger position 13.",
                svg.getAttribute("aria-label"));
    }

    @Test
    void every_node_is_a_link_with_a_name_in_reading_order() throws Exception {
        assertEquals(
                List.of(
                        "supplier Saline Works S-100, delivered 500 kg",
                        "lot SAL-262711 of RM-1005 Salt, fine, without iodine, the trace begins here, on hold, 120 kg suspect,"
                                + " 49.5 kg on hand",
                        "lot D-0303 of SF-2002 Dough for rye bread, expired, up to 10.5 kg suspect, none on hand",
                        "lot D-0302 of SF-2002 Dough for rye bread, sellable, up to 120 kg suspect, none on hand",
                        "lot D-0301 of SF-2001 Dough for rolls, state unknown, up to 120 kg suspect, none on hand",
                        "lot B-0303 of FG-3002 Rye bread 750 g, recalled, 5.25 to 46.5 kg suspect, 210 cases on hand",
                        "lot B-0302 of FG-3002 Rye bread 750 g, sellable, up to 84.334 kg suspect, 4 cases on hand",
                        "lot R-0301 of FG-3001 Rolls, 10 pieces, sellable, up to 120 kg suspect, none on hand",
                        "consignee North Market C-3, suspect goods, sent 90 cases",
                        "consignee Hotel Bellevue & Sons, purchasing department C-2, suspect goods, sent 240 cases",
                        "consignee Corner Shop Ltd C-1, suspect goods, sent 40 cases"),
                names(parse(salt.svg(LINKS)), "a"));
    }

    @Test
    void a_node_that_leads_nowhere_is_a_picture_with_the_same_name() throws Exception {
        Document drawing = parse(salt.svg(NodeLinks.NONE));

        assertEquals(0, drawing.getElementsByTagName("a").getLength());
        assertEquals(
                names(parse(salt.svg(LINKS)), "a"),
                names(drawing, "g").stream().filter(name -> !name.isEmpty()).toList());
    }

    @Test
    void a_group_says_what_is_in_it_and_that_it_opens() throws Exception {
        Document drawing = parse(TraceDrawing.of(Samples.bread().graph(Folding.STANDARD), Locale.ENGLISH)
                .svg(LINKS));

        assertTrue(
                names(drawing, "a").contains("19 lots of RM-1001 Rye flour 1150, 1 on hold, folded: opens the group"));
        assertTrue(drawing.getDocumentElement()
                .getAttribute("aria-label")
                .contains("38 of 44 lots and parties are folded into 2 groups."));
        assertTrue(text(drawing).contains("38 of 44 lots and parties are folded into 2 groups."));
    }

    @Test
    void what_a_connection_says_is_told_to_who_points_at_it() throws Exception {
        assertTrue(text(parse(salt.svg(LINKS)))
                .contains("SAL-262711 to D-0303: 10.5 kg, 2.1%, suspect, inferred, not recorded"));
        assertTrue(text(parse(salt.svg(LINKS)))
                .contains(
                        "R-0301 to Hotel Bellevue & Sons, purchasing department: 160 cases, 80%, 12 cases came back"));
    }

    @Test
    void a_strict_content_security_policy_has_nothing_to_refuse() throws Exception {
        NodeList all = parse(salt.svg(LINKS)).getElementsByTagName("*");
        Set<String> elements = new TreeSet<>();
        Set<String> attributes = new TreeSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add(all.item(i).getNodeName());
            for (int j = 0; j < all.item(i).getAttributes().getLength(); j++) {
                attributes.add(all.item(i).getAttributes().item(j).getNodeName());
            }
        }

        assertEquals(Set.of("svg", "a", "g", "rect", "circle", "path", "polygon", "text", "title"), elements);
        assertTrue(
                attributes.stream().noneMatch(name -> name.startsWith("on") || name.equals("style")),
                attributes::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "' onclick='alert(1)",
                "</title></a></svg><img src=x onerror=alert(1)>",
                "&lt;b&gt; & co",
                "{0} {1,choice,x} '{'",
                "\u0000\u0001\u000b\ud800 control",
                "]]><!-- --><![CDATA["
            })
    void a_hostile_name_stays_a_name(String name) throws Exception {
        TraceGraph graph = trace(Direction.FORWARD)
                .named("FG-1", name)
                .party("C-1", name)
                .seed("FG-1/\"><'/<>(")
                .shipped("FG-1/\"><'/<>(", "C-1", "1")
                .graph(Folding.STANDARD);

        Document drawing = parse(TraceDrawing.of(graph, Locale.ENGLISH).svg(node -> Optional.of("/x?n=" + name)));

        String shown = name.replaceAll("[\\x00-\\x08\\x0b]|\\ud800", "\ufffd");
        assertTrue(names(drawing, "a").stream().allMatch(spoken -> spoken.contains(shown)));
        assertEquals(0, drawing.getElementsByTagName("script").getLength());
        assertEquals(0, drawing.getElementsByTagName("img").getLength());
        assertEquals(
                "/x?n=" + shown, ((Element) drawing.getElementsByTagName("a").item(0)).getAttribute("href"));
    }

    @Test
    void german_readers_read_german() throws Exception {
        Document drawing = parse(TraceDrawing.of(Samples.salt().graph(Folding.STANDARD), Locale.GERMANY)
                .svg(LINKS));

        assertTrue(names(drawing, "a")
                .contains(
                        "Charge SAL-262711 von RM-1005 Salt, fine, without iodine, hier beginnt die Verfolgung, gesperrt,"
                                + " 120 kg verdächtig, Bestand 49,5 kg"));
    }

    @Test
    void readers_of_another_language_read_english_whatever_the_system_speaks() throws Exception {
        Document drawing = parse(TraceDrawing.of(Samples.salt().graph(Folding.STANDARD), Locale.JAPANESE)
                .svg(LINKS));

        assertTrue(text(drawing).contains("Finished goods"));
    }

    @Test
    void no_box_lies_on_another_and_none_outside() throws Exception {
        for (Traces sample : List.of(Samples.salt(), Samples.bread(), Samples.season(20, 3, 30))) {
            Document drawing = parse(TraceDrawing.of(sample.graph(Folding.STANDARD), Locale.ENGLISH)
                    .svg(LINKS));
            List<double[]> boxes = boxes(drawing);
            double width = Double.parseDouble(drawing.getDocumentElement().getAttribute("width"));
            double height = Double.parseDouble(drawing.getDocumentElement().getAttribute("height"));
            for (int i = 0; i < boxes.size(); i++) {
                double[] one = boxes.get(i);
                assertTrue(one[0] >= 0 && one[1] >= 0 && one[2] <= width && one[3] <= height);
                for (double[] other : boxes.subList(i + 1, boxes.size())) {
                    assertFalse(
                            one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3],
                            "two boxes overlap");
                }
            }
        }
    }

    @Test
    void three_hundred_nodes_are_laid_out() throws Exception {
        TraceGraph graph = Samples.season(60, 3, 50).graph(new Folding(1000, Folding.MOST, Set.of()));

        Document drawing = parse(TraceDrawing.of(graph, Locale.ENGLISH).svg(LINKS));

        assertTrue(graph.nodes().size() > 200, graph.nodes().size() + " nodes");
        assertEquals(graph.nodes().size(), drawing.getElementsByTagName("a").getLength());
    }

    @Test
    void rework_that_goes_back_to_an_earlier_column_is_drawn_too() throws Exception {
        TraceGraph graph = trace(Direction.FORWARD)
                .seed("SF-1/A")
                .edge("SF-1/A", "FG-1/B", "10", "1")
                .edge("FG-1/B", "SF-1/C", "2", "0.2")
                .edge("SF-1/C", "FG-1/B", "2", "1")
                .graph(Folding.STANDARD);

        String svg = TraceDrawing.of(graph, Locale.ENGLISH).svg(LINKS);

        assertTrue(text(parse(svg)).contains("B to C: 2 kg, 20%"));
    }

    @Test
    void the_document_brings_its_styles_along() throws Exception {
        Document drawing = parse(salt.svgDocument());

        assertEquals(1, drawing.getElementsByTagName("style").getLength());
        assertEquals(0, drawing.getElementsByTagName("a").getLength());
    }

    @Test
    void every_class_of_the_drawing_that_matters_is_in_the_style_sheet() {
        String css = TraceDrawing.css();

        for (String name : List.of(
                "trace-sellable",
                "trace-on-hold",
                "trace-recalled",
                "trace-expired",
                "trace-mark-open",
                "trace-thin",
                "trace-medium",
                "trace-thick",
                "trace-inferred",
                "trace-suspect",
                "trace-seed")) {
            assertTrue(Pattern.compile("\\." + name + "\\b").matcher(css).find(), name);
        }
        assertTrue(css.contains("prefers-color-scheme: dark"));
    }

    @Test
    void paper_says_the_same_on_one_page_when_it_can_be_read() throws IOException {
        try (PDDocument document = Loader.loadPDF(salt.pdf("Where did the salt go?"))) {
            String text = new PDFTextStripper().getText(document);

            assertEquals(1, document.getNumberOfPages());
            for (String said :
                    List.of("Where did the salt go?", "SAL-262711", "120 kg suspect", "90 cases, 51.7%", "recalled")) {
                assertTrue(text.contains(said), said + " in " + text);
            }
        }
    }

    @Test
    void a_large_drawing_takes_several_pages() throws IOException {
        TraceGraph graph = Samples.season(30, 2, 60).graph(Folding.STANDARD);

        try (PDDocument document =
                Loader.loadPDF(TraceDrawing.of(graph, Locale.ENGLISH).pdf("Season"))) {
            assertTrue(document.getNumberOfPages() > 1);
            assertTrue(new PDFTextStripper()
                    .getText(document)
                    .contains("Page 2 of " + document.getNumberOfPages() + ": row 2, column 1"));
        }
    }

    @Test
    void paper_writes_a_question_mark_for_letters_that_its_font_does_not_have() throws IOException {
        TraceGraph graph = trace(Direction.FORWARD)
                .named("FG-1", "東京 bread")
                .seed("FG-1/A")
                .graph(Folding.STANDARD);

        try (PDDocument document =
                Loader.loadPDF(TraceDrawing.of(graph, Locale.ENGLISH).pdf("東京"))) {
            assertTrue(new PDFTextStripper().getText(document).contains("?? bread"));
        }
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        assertEquals(svg, new String(svg.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> names(Document drawing, String element) {
        NodeList found = drawing.getElementsByTagName(element);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            names.add(((Element) found.item(i)).getAttribute("aria-label"));
        }
        return names;
    }

    private static String text(Document drawing) {
        return drawing.getDocumentElement().getTextContent();
    }

    private static List<double[]> boxes(Document drawing) {
        NodeList found = drawing.getElementsByTagName("rect");
        List<double[]> boxes = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element rect = (Element) found.item(i);
            boolean node =
                    ((Element) rect.getParentNode()).getAttribute("class").startsWith("trace-node");
            if (node && rect.getAttribute("class").equals("trace-box")) {
                double x = Double.parseDouble(rect.getAttribute("x"));
                double y = Double.parseDouble(rect.getAttribute("y"));
                boxes.add(new double[] {
                    x,
                    y,
                    x + Double.parseDouble(rect.getAttribute("width")),
                    y + Double.parseDouble(rect.getAttribute("height"))
                });
            }
        }
        return boxes;
    }
}
