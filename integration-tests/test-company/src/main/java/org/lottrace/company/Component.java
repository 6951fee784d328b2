package org.lottrace.company;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A component as its descriptor says. Source: OSGi Compendium 8, chapter 112.4.
 *
 * @param pid whose configuration it gets
 * @param parameters number of parameters of its constructor
 * @param end name of the method that ends it, or empty
 * @param provides its services
 * @param unknown what of the descriptor is not known here: such a component is not built
 */
record Component(
        String implementation,
        String pid,
        int parameters,
        String end,
        Set<String> provides,
        List<Need> needs,
        List<String> unknown) {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /**
     * Something that the component refers to.
     *
     * @param cardinality such as {@code 1..1} or {@code 0..n}
     * @param parameter number of the constructor's parameter, or -1
     * @param field name of the field, or empty
     */
    record Need(String name, String service, String cardinality, int parameter, String field) {
        boolean isMandatory() {
            return cardinality.startsWith("1");
        }

        boolean isMultiple() {
            return cardinality.endsWith("n");
        }
    }

    /** @return the components of all our bundles */
    static List<Component> onClassPath() {
        List<Component> components = new ArrayList<>();
        try {
            for (URL manifest :
                    Collections.list(Component.class.getClassLoader().getResources(MANIFEST))) {
                for (String path : descriptors(manifest)) {
                    components.add(read(new URL(manifest.toString().replace(MANIFEST, path))));
                }
            }
            return components;
        } catch (IOException e) {
            throw new UncheckedIOException("the class path cannot be read", e);
        }
    }

    private static List<String> descriptors(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            var headers = new Manifest(in).getMainAttributes();
            String bundle = String.valueOf(headers.getValue("Bundle-SymbolicName"));
            String components = headers.getValue("Service-Component");
            return components == null || !bundle.startsWith("org.lottrace.")
                    ? List.of()
                    : List.of(components.split(",\\s*"));
        }
    }

    static Component read(URL descriptor) {
        try (InputStream in = descriptor.openStream()) {
            return of(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("descriptor cannot be read: " + descriptor, e);
        }
    }

    private static Component of(Element component) {
        String name = component.getAttribute("name");
        String pid = component.getAttribute("configuration-pid");
        String init = component.getAttribute("init");
        return new Component(
                elements(component, "implementation").findFirst().orElseThrow().getAttribute("class"),
                pid.isEmpty() ? name : pid,
                init.isEmpty() ? 0 : Integer.parseInt(init),
                component.getAttribute("deactivate"),
                Set.copyOf(elements(component, "provide")
                        .map(service -> service.getAttribute("interface"))
                        .toList()),
                elements(component, "reference").map(Component::need).toList(),
                Stream.concat(
                                attributes(component, "activate", "factory"),
                                elements(component, "reference")
                                        .flatMap(reference -> attributes(reference, "bind", "target")))
                        .toList());
    }

    private static Need need(Element reference) {
        String cardinality = reference.getAttribute("cardinality");
        String parameter = reference.getAttribute("parameter");
        return new Need(
                reference.getAttribute("name"),
                reference.getAttribute("interface"),
                cardinality.isEmpty() ? "1..1" : cardinality,
                parameter.isEmpty() ? -1 : Integer.parseInt(parameter),
                reference.getAttribute("field"));
    }

    private static Stream<String> attributes(Element element, String... names) {
        return Stream.of(names).filter(element::hasAttribute);
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }
}
