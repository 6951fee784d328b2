package org.lottrace.web.gate.internal.soap;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** A reader that sees every event: also those that {@link #nextTag} and {@link #getElementText} step over go through {@link #next}. */
abstract class EachEventReader extends StreamReaderDelegate {
    EachEventReader(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public final int nextTag() throws XMLStreamException {
        int event = next();
        while (event != START_ELEMENT && event != END_ELEMENT) {
            if ((event == CHARACTERS || event == CDATA) && !isWhiteSpace()) {
                throw new RefusedXmlException("text stands where only elements may be", getLocation());
            }
            event = next();
        }
        return event;
    }

    @Override
    public final String getElementText() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                throw new RefusedXmlException("an element stands where only text may be", getLocation());
            }
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                text.append(getText());
            }
        }
        return text.toString();
    }
}
