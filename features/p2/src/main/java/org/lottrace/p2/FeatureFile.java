package org.lottrace.p2;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.lottrace.p2.KarafFeature.FeatureBundle;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a feature file of Karaf. */
final class FeatureFile {
    private static final String DEFAULT_START_LEVEL = "80";

    private FeatureFile() {}

    /** @return its features by their names */
    static Map<String, KarafFeature> read(Path file) throws IOException {
        Map<String, KarafFeature> features = new LinkedHashMap<>();
        children(parse(file), "feature")
                .map(FeatureFile::feature)
                .forEach(feature -> features.put(feature.name(), feature));
        return features;
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(file + " is no feature file", malformed);
        }
    }

    private static KarafFeature feature(Element feature) {
        Map<String, String> configurations = new LinkedHashMap<>();
        children(feature, "config")
                .forEach(config -> configurations.put(config.getAttribute("name"), config.getTextContent()));
        return new KarafFeature(
                feature.getAttribute("name"),
                feature.getAttribute("version"),
                feature.getAttribute("description"),
                children(feature, "feature")
                        .map(need -> need.getTextContent().strip())
                        .toList(),
                children(feature, "bundle").map(FeatureFile::bundle).toList(),
                configurations);
    }

    private static FeatureBundle bundle(Element bundle) {
        String level = bundle.getAttribute("start-level");
        return new FeatureBundle(
                bundle.getTextContent().strip(),
                Integer.parseInt(level.isEmpty() ? DEFAULT_START_LEVEL : level),
                !bundle.getAttribute("start").equals("false"));
    }

    private static Stream<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found.stream();
    }
}
