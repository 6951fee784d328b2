package org.lottrace.web.gate.internal.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Refuses a document type, of which the parser would say nothing, elements deeper than any message has them, and a text longer than
 * any: headers are read into memory, and compared with patterns, before anybody looks at them.
 *
 * <p>Source: SOAP 1.1, 3: a message must not contain a document type declaration.
 */
final class StrictReader extends EachEventReader {
    /** The deepest message of our contracts has 9 levels, a signed header some 20. */
    static final int DEEPEST = 64;

    /** Characters. The longest in our contracts has 100; a certificate in a signed header some thousand. */
    static final int LONGEST = 16_384;

    private int depth;
    private int length;

    StrictReader(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        switch (event) {
            case START_ELEMENT -> {
                length = 0;
                depth++;
                if (depth > DEEPEST) {
                    throw refused("elements stand in each other more than " + DEEPEST + " levels deep");
                }
            }
            case END_ELEMENT -> {
                length = 0;
                depth--;
            }
            case CHARACTERS, CDATA -> {
                length += getTextLength();
                if (length > LONGEST) {
                    throw refused("a text has more than " + LONGEST + " characters; no value is that long");
                }
            }
            case DTD -> throw refused("a SOAP message has no document type; leave <!DOCTYPE out");
            default -> {
                // everything else is handed on as it is
            }
        }
        return event;
    }

    private RefusedXmlException refused(String message) {
        return new RefusedXmlException(message, getLocation());
    }
}
