package org.lottrace.edi.x12.internal.schema;

import io.xlate.edi.stream.EDINamespaces;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lottrace.api.edi.SetSegment;

/**
 * As {@link SetWriter}, for messages of EDIFACT: elements and components go to their position, products by their qualifier ({@code
 * e:LIN_SRV}, {@code e:PIA_NB}) into the next free place, and a date that names no format gets the one it is written in.
 */
public final class MessageWriter {
    private static final Pattern SEGMENT = Pattern.compile("([A-Z]{3})(?:_([A-Z0-9]{1,3}))?");
    private static final Pattern ELEMENT = Pattern.compile("[A-Z]{3}(\\d{2})(?:-(\\d{2}))?");
    private static final Pattern PRODUCT = Pattern.compile("(LIN|PIA)_([A-Z0-9]{1,3})");
    private static final String COMPONENT = String.valueOf(SetSegment.COMPONENT);
    private static final String ADDITIONAL = "1";
    private static final int PRODUCT_OF_LIN = 3;

    private final List<List<String>> segments = new ArrayList<>();
    private List<String> current = new ArrayList<>();

    private MessageWriter() {}

    /**
     * @param xml one {@code TRANSACTION} element
     * @return the segments between UNH and UNT, the tag being the first text of each
     * @throws IllegalArgumentException if the XML does not have that form
     */
    public static List<List<String>> segments(String xml) {
        MessageWriter writer = new MessageWriter();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    writer.take(reader);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the message is not well-formed XML: " + e.getMessage(), e);
        }
        writer.segments.stream().filter(segment -> segment.get(0).equals("DTM")).forEach(MessageWriter::date);
        return writer.segments;
    }

    private void take(XMLStreamReader reader) throws XMLStreamException {
        String name = reader.getLocalName();
        switch (String.valueOf(reader.getNamespaceURI())) {
            case EDINamespaces.LOOPS -> {
                // groups are an order of segments; there is nothing to write for them
            }
            case EDINamespaces.SEGMENTS -> {
                Matcher segment = match(SEGMENT, name);
                current = new ArrayList<>(List.of(segment.group(1)));
                if (segment.group(2) != null) {
                    current.add(segment.group(2));
                }
                segments.add(current);
            }
            case EDINamespaces.ELEMENTS -> element(name, reader.getElementText());
            default ->
                throw new IllegalArgumentException("element " + reader.getName() + " has no meaning in a message");
        }
    }

    private void element(String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        Matcher product = PRODUCT.matcher(name);
        if (product.matches()) {
            product(product.group(1), product.group(2), text);
        } else {
            Matcher element = match(ELEMENT, name);
            put(
                    Integer.parseInt(element.group(1)),
                    element.group(2) == null ? 1 : Integer.parseInt(element.group(2)),
                    text);
        }
    }

    private void product(String tag, String qualifier, String text) {
        int element = PRODUCT_OF_LIN;
        if (tag.equals("PIA")) {
            if (current.size() == 1) {
                current.add(ADDITIONAL);
            }
            element = current.size();
        }
        put(element, 1, text);
        put(element, 2, qualifier);
    }

    private void put(int element, int component, String text) {
        while (current.size() <= element) {
            current.add("");
        }
        List<String> components =
                new ArrayList<>(Arrays.asList(current.get(element).split(COMPONENT, -1)));
        while (components.size() < component) {
            components.add("");
        }
        components.set(component - 1, text);
        current.set(element, String.join(COMPONENT, components));
    }

    /** 102 CCYYMMDD, 203 with hours and minutes, 204 with seconds. */
    private static void date(List<String> dtm) {
        String[] components = dtm.get(1).split(COMPONENT, -1);
        if (components.length < 3 || components[2].isEmpty()) {
            String time = components.length > 3 ? components[3] : "";
            String format = time.isEmpty() ? "102" : time.length() == 4 ? "203" : "204";
            dtm.set(1, String.join(COMPONENT, components[0], components[1] + time, format));
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
