package org.lottrace.p2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Version;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A p2 repository as its two files describe it. */
record P2Repository(List<Unit> units, List<Artifact> artifacts) {
    /** A jar of the repository. */
    record Artifact(String classifier, String id, String version) {}

    /** What can be installed. */
    record Unit(String id, String version, List<Provided> provides, List<Required> requires) {}

    /** @param properties of a capability that a filter asks for; others have a name and a version only */
    record Provided(String namespace, String name, Version version, Map<String, Object> properties) {}

    /**
     * @param range of versions; empty when a filter says what is asked for
     * @param filter empty when a name and a range say it
     */
    record Required(String namespace, String name, String range, String filter, boolean isOptional) {}

    static P2Repository in(Path folder) throws IOException {
        List<Unit> units = new ArrayList<>();
        for (Element unit : named(parse(folder.resolve("content.jar"), "content.xml"), "unit")) {
            units.add(new Unit(unit.getAttribute("id"), unit.getAttribute("version"), provides(unit), requires(unit)));
        }
        List<Artifact> artifacts = named(parse(folder.resolve("artifacts.jar"), "artifacts.xml"), "artifact").stream()
                .map(artifact -> new Artifact(
                        artifact.getAttribute("classifier"),
                        artifact.getAttribute("id"),
                        artifact.getAttribute("version")))
                .toList();
        return new P2Repository(units, artifacts);
    }

    private static Element parse(Path file, String entry) throws IOException {
        try (JarFile jar = new JarFile(file.toFile());
                InputStream xml = jar.getInputStream(jar.getEntry(entry))) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException malformed) {
            throw new IOException(file + " is no p2 repository", malformed);
        }
    }

    private static List<Provided> provides(Element unit) {
        return named(unit, "provided").stream()
                .map(provided -> new Provided(
                        provided.getAttribute("namespace"),
                        provided.getAttribute("name"),
                        Version.parseVersion(provided.getAttribute("version")),
                        properties(provided)))
                .toList();
    }

    /** A capability's own name and version are asked for by filters, too. */
    private static Map<String, Object> properties(Element provided) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(provided.getAttribute("namespace"), provided.getAttribute("name"));
        properties.put("version", Version.parseVersion(provided.getAttribute("version")));
        for (Element property : named(provided, "property")) {
            properties.put(
                    property.getAttribute("name"),
                    value(property.getAttribute("type"), property.getAttribute("value")));
        }
        return properties;
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "", "String" -> text;
            case "Version" -> Version.parseVersion(text);
            case "List", "List<String>" ->
                Stream.of(text.split(",")).map(String::strip).toList();
            case "List<Version>" ->
                Stream.of(text.split(",")).map(Version::parseVersion).toList();
            default -> throw new IllegalArgumentException("unknown type of a property: " + type);
        };
    }

    private static List<Required> requires(Element unit) {
        Stream<Required> byName = named(unit, "required").stream()
                .map(required -> new Required(
                        required.getAttribute("namespace"),
                        required.getAttribute("name"),
                        required.getAttribute("range"),
                        "",
                        isOptional(required)));
        Stream<Required> byFilter = named(unit, "requiredProperties").stream()
                .map(required -> new Required(
                        required.getAttribute("namespace"),
                        "",
                        "",
                        required.getAttribute("match"),
                        isOptional(required)));
        return Stream.concat(byName, byFilter).toList();
    }

    private static boolean isOptional(Element required) {
        return required.getAttribute("optional").equals("true")
                || required.getAttribute("min").equals("0");
    }

    private static List<Element> named(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
