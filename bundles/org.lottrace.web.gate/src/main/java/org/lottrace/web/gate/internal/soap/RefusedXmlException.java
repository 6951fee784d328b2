package org.lottrace.web.gate.internal.soap;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** XML that we do not take. Its message says what is wrong and what to do, without the place: that is in the location. */
final class RefusedXmlException extends XMLStreamException {
    private static final long serialVersionUID = 1L;

    RefusedXmlException(String message, Location location) {
        super(message);
        this.location = location;
    }
}
