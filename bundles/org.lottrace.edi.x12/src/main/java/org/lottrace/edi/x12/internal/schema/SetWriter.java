package org.lottrace.edi.x12.internal.schema;

import io.xlate.edi.stream.EDINamespaces;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Turns XML, as the bindings of partners write it (edi-mappings/README.md), back into segments. A qualifier in the name of a segment becomes its first
 * element ({@code s:DTM_036}); pairs by qualifier ({@code e:LIN_LT}) are written in the order in which they stand; elements by
 * position go to their position.
 */
public final class SetWriter {
    private static final Pattern SEGMENT = Pattern.compile("([A-Z][A-Z0-9]{1,2})(?:_([A-Z0-9]{1,3}))?");
    private static final Pattern ELEMENT = Pattern.compile("([A-Z][A-Z0-9]{1,2})(\\d{2})");
    private static final Pattern PAIR = Pattern.compile("([A-Z][A-Z0-9]{1,2})_([A-Z0-9]{1,3})");

    private final List<List<String>> segments = new ArrayList<>();
    private List<String> current = new ArrayList<>();

    private SetWriter() {}

    /**
     * @param xml one {@code TRANSACTION} element
     * @return the segments, the tag being the first text of each
     * @throws IllegalArgumentException if the XML does not have that form
     */
    public static List<List<String>> segments(String xml) {
        SetWriter writer = new SetWriter();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new IllegalArgumentException("the transaction set has a document type; leave <!DOCTYPE out");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    writer.take(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the transaction set is not well-formed XML: " + e.getMessage(), e);
        }
        return writer.segments;
    }

    private void take(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        switch (String.valueOf(reader.getNamespaceURI())) {
            case EDINamespaces.LOOPS -> {
                // loops are an order of segments; X12 has nothing to write for them
            }
            case EDINamespaces.SEGMENTS -> start(match(SEGMENT, name));
            case EDINamespaces.ELEMENTS -> element(name, reader.getElementText());
            default ->
                throw new IllegalArgumentException(
                        "element " + reader.getName() + " has no meaning in a transaction set");
        }
    }

    private void start(Matcher name) {
        current = new ArrayList<>(List.of(name.group(1)));
        if (name.group(2) != null) {
            current.add(name.group(2));
        }
        segments.add(current);
    }

    private void element(String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        Matcher pair = PAIR.matcher(name);
        if (pair.matches()) {
            int first = Qualifiers.firstPair(pair.group(1));
            while (current.size() < first || (current.size() - first) % 2 != 0) {
                current.add("");
            }
            current.add(pair.group(2));
            current.add(text);
        } else {
            int position = Integer.parseInt(match(ELEMENT, name).group(2));
            while (current.size() <= position) {
                current.add("");
            }
            current.set(position, text);
        }
    }

    private static Matcher match(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not the name of a segment or element");
        }
        return matcher;
    }
}
