package org.lottrace.web.gate.internal.soap;

import jakarta.xml.bind.ValidationEvent;
import jakarta.xml.bind.ValidationEventHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Checks what passes through it against the schema and notes every problem with its element. The binding, which reads
 * from here, could check too, but it knows no path and may stop where it can make nothing of a value.
 */
final class CheckedReader extends EachEventReader implements ErrorHandler, ValidationEventHandler {
    private static final int ENOUGH = 100;

    /** Characters. The validator tries a pattern before it looks at the length, and takes minutes for a long value. */
    static final int LONGEST_VALUE = 1_000;

    /** Characters of a longer attribute that the validator gets, and repeats in its message. */
    private static final int SHOWN = 20;

    /** The validator prefixes the rule of XML Schema, and says of a wrong value a second time that it is wrong. */
    private static final Pattern CODE = Pattern.compile("^[a-zA-Z0-9.-]+: ");

    private static final Pattern REPETITION =
            Pattern.compile("cvc-(type\\.3\\.1\\.3|attribute\\.3|complex-type\\.2\\.2):");

    private final ValidatorHandler validator;
    private final List<Finding> findings = new ArrayList<>();
    private ElementStep step = ElementStep.operation();
    private int length;

    /**
     * @param reader stands on the start of the operation's element
     * @param prefixes namespaces that are declared around it
     */
    CheckedReader(XMLStreamReader reader, Schema schema, Map<String, String> prefixes) throws XMLStreamException {
        super(reader);
        validator = schema.newValidatorHandler();
        validator.setErrorHandler(this);
        try {
            validator.startDocument();
            for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
                validator.startPrefixMapping(prefix.getKey(), prefix.getValue());
            }
            startElement();
        } catch (SAXException broken) {
            throw new XMLStreamException(broken);
        }
    }

    List<Problem> problems() {
        return findings.stream()
                .map(f -> new Problem("SCHEMA_INVALID", f.at().path(), f.message()))
                .toList();
    }

    /** Reads to the end of the message, so that nothing behind the operation stays unseen: it may be cut off, or go on. */
    void finish() throws XMLStreamException {
        while (hasNext()) {
            next();
        }
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        try {
            switch (event) {
                case START_ELEMENT -> {
                    if (step == null) {
                        throw new RefusedXmlException(
                                "behind the operation stands <" + getLocalName()
                                        + ">; send each operation in a request of its own",
                                getLocation());
                    }
                    step = step.child(getLocalName());
                    startElement();
                }
                case END_ELEMENT -> endElement();
                case CHARACTERS, CDATA, SPACE -> characters();
                default -> {
                    // comments and processing instructions mean nothing to a schema
                }
            }
        } catch (SAXException broken) {
            throw new XMLStreamException(broken);
        }
        return event;
    }

    private void startElement() throws SAXException {
        length = 0;
        for (int i = 0; i < getNamespaceCount(); i++) {
            validator.startPrefixMapping(orEmpty(getNamespacePrefix(i)), orEmpty(getNamespaceURI(i)));
        }
        AttributesImpl attributes = new AttributesImpl();
        for (int i = 0; i < getAttributeCount(); i++) {
            String name = getAttributeLocalName(i);
            attributes.addAttribute(
                    orEmpty(getAttributeNamespace(i)),
                    name,
                    qualified(getAttributePrefix(i), name),
                    "CDATA",
                    shortened(name, getAttributeValue(i)));
        }
        validator.startElement(
                orEmpty(getNamespaceURI()), getLocalName(), qualified(getPrefix(), getLocalName()), attributes);
    }

    private String shortened(String attribute, String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        find("the attribute " + attribute + " has more than " + LONGEST_VALUE + " characters; no value is that long");
        return value.substring(0, SHOWN);
    }

    /** What is longer than any value is refused for that alone, and the rest of it is not shown to the validator. */
    private void characters() throws SAXException {
        if (step == null) {
            return;
        }
        int before = length;
        length += getTextLength();
        if (length <= LONGEST_VALUE) {
            validator.characters(getTextCharacters(), getTextStart(), getTextLength());
        } else if (before <= LONGEST_VALUE) {
            find("has more than " + LONGEST_VALUE + " characters; no value is that long");
        }
    }

    private void endElement() throws SAXException {
        length = 0;
        if (step != null) {
            validator.endElement(orEmpty(getNamespaceURI()), getLocalName(), qualified(getPrefix(), getLocalName()));
            step = step.parent(); // null behind the operation: what follows belongs to the envelope
        }
    }

    @Override
    public void warning(SAXParseException warning) {
        // a schema warns about itself, not about the request
    }

    @Override
    public void error(SAXParseException error) {
        if (!REPETITION.matcher(error.getMessage()).lookingAt()) {
            find(CODE.matcher(error.getMessage()).replaceFirst(""));
        }
    }

    private void find(String message) {
        if (findings.size() < ENOUGH) {
            findings.add(new Finding(step, message));
        }
    }

    @Override
    public void fatalError(SAXParseException error) {
        error(error);
    }

    /** What the binding could not read: the schema has found it already, or it goes further than the schema. */
    @Override
    public boolean handleEvent(ValidationEvent event) {
        if (findings.isEmpty()) {
            findings.add(
                    new Finding(step == null ? ElementStep.operation() : step, String.valueOf(event.getMessage())));
        }
        return true;
    }

    private static String qualified(String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static String orEmpty(String text) {
        return text == null ? XMLConstants.NULL_NS_URI : text;
    }

    private record Finding(ElementStep at, String message) {}
}
