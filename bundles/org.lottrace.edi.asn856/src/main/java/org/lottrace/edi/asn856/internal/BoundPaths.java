package org.lottrace.edi.asn856.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Which elements a binding reads of each kind of level, taken from its file. Only these are handed to MOXy; all others are
 * known not to be used.
 */
final class BoundPaths {
    private static final Pattern PATH = Pattern.compile("s:([A-Z0-9_]+)/e:([A-Z0-9_-]+)/text\\(\\)");

    /** Fields that are written and never read: whatever a binding says of them, what comes in is not used. */
    private static final Set<String> WRITTEN_ONLY = Set.of(
            "country",
            "harvestDate",
            "descriptionKind",
            "description",
            "weightReference",
            "weightQualifier",
            "weight",
            "weightUnit",
            "routing",
            "packageCount",
            "grossWeightQualifier",
            "grossWeight",
            "grossWeightUnit",
            "equipmentKind",
            "equipment",
            "seal",
            "proNumber",
            "street",
            "furtherStreet",
            "city",
            "region",
            "postalCode",
            "contact",
            "phoneKind",
            "phone");

    /** By Java type. */
    private final Map<String, BoundSegments> types = new HashMap<>();

    private BoundPaths() {}

    /**
     * @param oxm a binding
     * @throws BindingBrokenException if a path goes elsewhere than to an element of the level itself
     */
    static BoundPaths of(Path oxm) throws IOException {
        BoundPaths paths = new BoundPaths();
        try (InputStream in = Files.newInputStream(oxm)) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            Map<String, Map<String, Set<String>>> names = read(oxm, factory.createXMLStreamReader(in));
            names.forEach((type, segments) -> {
                Map<String, BoundElements> byName = new HashMap<>();
                segments.forEach((segment, elements) -> byName.put(segment, new BoundElements(segment, elements)));
                paths.types.put(type, new BoundSegments(byName));
            });
            return paths;
        } catch (XMLStreamException e) {
            throw new BindingBrokenException(oxm, e);
        }
    }

    /** @return names of elements by Java type, then segment */
    private static Map<String, Map<String, Set<String>>> read(Path oxm, XMLStreamReader xml) throws XMLStreamException {
        Map<String, Map<String, Set<String>>> types = new HashMap<>();
        String type = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String path = xml.getAttributeValue(null, "xml-path");
            if (xml.getLocalName().equals("java-type")) {
                type = String.valueOf(xml.getAttributeValue(null, "name"));
            } else if (path != null) {
                Matcher matcher = PATH.matcher(path);
                if (!matcher.matches()) {
                    throw new BindingBrokenException("binding " + oxm + " has the path \"" + path
                            + "\"; a path is s:SEGMENT/e:ELEMENT/text(), an element of the level itself");
                }
                if (WRITTEN_ONLY.contains(xml.getAttributeValue(null, "java-attribute"))) {
                    continue;
                }
                types.computeIfAbsent(type, t -> new HashMap<>())
                        .computeIfAbsent(matcher.group(1), s -> new HashSet<>())
                        .add(matcher.group(2));
            }
        }
        return types;
    }

    /** @return names of the elements that are read of the segment; empty for none */
    Set<String> elements(Class<?> type, String segment) {
        return in(type).of(segment).names();
    }

    /** @return what is read of such a level */
    BoundSegments in(Class<?> type) {
        return types.getOrDefault(type.getSimpleName(), BoundSegments.NONE);
    }
}
