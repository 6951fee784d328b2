package org.lottrace.edi.x12.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.lottrace.edi.x12.internal.schema.Grammar.LevelForm;
import org.lottrace.edi.x12.internal.schema.Grammar.Loop;
import org.lottrace.edi.x12.internal.schema.Grammar.Place;
import org.lottrace.edi.x12.internal.schema.SegmentForm.CompositeForm;
import org.lottrace.edi.x12.internal.schema.SegmentForm.Relation;
import org.lottrace.edi.x12.internal.schema.SegmentForm.Rule;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads a schema file in StAEDI's language (v4) into tables. Order, repeats and elements are those of its first part, the
 * standard; of the second part only counts which segments each kind of level must have, because levels may nest in any order.
 */
final class GrammarReader {
    private final Map<String, ElementForm> elementTypes = new HashMap<>();
    private final Map<String, CompositeForm> compositeTypes = new HashMap<>();
    private final Map<String, SegmentForm> segments = new HashMap<>();
    private final Map<String, LevelForm> levels = new HashMap<>();

    private GrammarReader() {}

    /** @throws IllegalArgumentException if the file says something that this reader does not know */
    static Grammar read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new GrammarReader()
                    .read(factory.newDocumentBuilder().parse(in).getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Grammar read(Element schema) {
        for (Element type : children(schema)) {
            switch (type.getTagName()) {
                case "elementType" -> elementTypes.put(type.getAttribute("name"), element(type));
                case "compositeType", "segmentType", "transaction", "implementation" -> {
                    // read below, when all elements are known
                }
                default -> throw unknown(type);
            }
        }
        children(schema).stream()
                .filter(type -> type.getTagName().equals("compositeType"))
                .forEach(type -> compositeTypes.put(type.getAttribute("name"), composite(type)));
        Optional<Loop> set = Optional.empty();
        for (Element type : children(schema)) {
            switch (type.getTagName()) {
                case "segmentType" -> segments.put(type.getAttribute("name"), segment(type));
                case "transaction" -> set = Optional.of(loop("", type));
                case "implementation" -> levels(type);
                default -> {
                    // read above
                }
            }
        }
        return new Grammar(
                set.orElseThrow(() -> new IllegalArgumentException("<transaction> is missing")), segments, levels);
    }

    private static ElementForm element(Element type) {
        Set<String> codes = new LinkedHashSet<>();
        values(type, codes);
        return new ElementForm(
                ElementForm.Base.valueOf(type.getAttribute("base").toUpperCase(Locale.ROOT)),
                number(type, "minLength", 1),
                number(type, "maxLength", 1),
                codes);
    }

    private static void values(Element element, Set<String> codes) {
        for (Element child : children(element)) {
            if (child.getTagName().equals("value")) {
                codes.add(child.getTextContent().strip());
            } else {
                values(child, codes);
            }
        }
    }

    private SegmentForm segment(Element type) {
        List<Optional<ElementForm>> elements = new ArrayList<>();
        List<Boolean> required = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        Map<Integer, CompositeForm> composites = new HashMap<>();
        for (Element child : children(type)) {
            switch (child.getTagName()) {
                case "sequence" ->
                    children(child).forEach(element -> {
                        boolean any = element.getTagName().equals("any");
                        boolean composite = element.getTagName().equals("composite");
                        if (composite) {
                            composites.put(elements.size() + 1, compositeOf(element));
                        }
                        for (int i = 0; i < (any ? number(element, "maxOccurs", 1) : 1); i++) {
                            elements.add(any || composite ? Optional.empty() : Optional.of(typeOf(element)));
                            required.add(number(element, "minOccurs", 0) > 0);
                        }
                    });
                case "syntax" ->
                    rules.add(new Rule(
                            Relation.valueOf(child.getAttribute("type").toUpperCase(Locale.ROOT)),
                            children(child).stream()
                                    .map(position -> Integer.valueOf(
                                            position.getTextContent().strip()))
                                    .toList()));
                default -> throw unknown(child);
            }
        }
        return new SegmentForm(elements, required, rules, composites);
    }

    private CompositeForm composite(Element type) {
        List<Element> components = children(children(type).get(0));
        return new CompositeForm(
                components.stream().map(this::typeOf).toList(),
                components.stream()
                        .map(component -> number(component, "minOccurs", 0) > 0)
                        .toList());
    }

    private CompositeForm compositeOf(Element use) {
        CompositeForm form = compositeTypes.get(use.getAttribute("type"));
        if (form == null) {
            throw unknown(use);
        }
        return form;
    }

    private ElementForm typeOf(Element use) {
        ElementForm form = elementTypes.get(use.getAttribute("type"));
        if (!use.getTagName().equals("element") || form == null) {
            throw unknown(use);
        }
        return form;
    }

    private static Loop loop(String name, Element loop) {
        List<Place> places = new ArrayList<>();
        for (Element sequence : children(loop)) {
            for (Element child : children(sequence)) {
                int least = number(child, "minOccurs", 0);
                int most = number(child, "maxOccurs", 1);
                switch (child.getTagName()) {
                    case "segment" -> places.add(new Place(child.getAttribute("type"), least, most, Optional.empty()));
                    case "loop" -> {
                        Loop inner = loop(child.getAttribute("code"), child);
                        places.add(new Place(inner.places().get(0).tag(), least, most, Optional.of(inner)));
                    }
                    default -> throw unknown(child);
                }
            }
        }
        return new Loop(name, places);
    }

    /** The kinds of level stand side by side, each with the one value of HL03 that makes it. */
    private void levels(Element implementation) {
        for (Element sequence : children(implementation)) {
            for (Element loop : children(sequence)) {
                if (loop.getTagName().equals("loop")) {
                    level(loop);
                }
            }
        }
    }

    private void level(Element loop) {
        Set<String> codes = new LinkedHashSet<>();
        Set<String> required = new LinkedHashSet<>();
        for (Element child : children(children(loop).get(0))) {
            if (child.getAttribute("type").equals("HL")) {
                values(child, codes);
            } else if (child.getTagName().equals("segment") && number(child, "minOccurs", 0) > 0) {
                required.add(child.getAttribute("type"));
            }
        }
        codes.forEach(code -> levels.put(code, new LevelForm(loop.getAttribute("code"), required)));
    }

    private static int number(Element element, String attribute, int otherwise) {
        return element.hasAttribute(attribute) ? Integer.parseInt(element.getAttribute(attribute)) : otherwise;
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }

    private static IllegalArgumentException unknown(Element element) {
        return new IllegalArgumentException("<" + element.getTagName() + " " + element.getAttribute("name")
                + element.getAttribute("type") + "> is not understood here");
    }
}
