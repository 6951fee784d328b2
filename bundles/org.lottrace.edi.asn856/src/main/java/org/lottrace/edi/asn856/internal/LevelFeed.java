package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.function.Function;
import org.lottrace.api.edi.SetSegment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Gives MOXy one level as if it were an XML document: its root element, in it each segment that is read, and the loops of parties.
 * There is no text to be parsed; the elements come right from the segments. MOXy changes the handler on the way, at each element that
 * becomes an object of its own.
 */
final class LevelFeed extends XMLFilterImpl {
    private static final AttributesImpl NONE = new AttributesImpl();
    private static final String PARTY = "PARTY";
    private static final int FEW = 64;

    private final String root;
    private final List<SetSegment> segments;
    private final boolean isEdifact;
    private final Function<SetSegment, BoundElements> read;
    /** Of one text after the other, as a parser has it. */
    private char[] characters = new char[FEW];

    /**
     * @param root name of the root element
     * @param isEdifact whether composites and products are those of EDIFACT
     * @param read names of the elements that are read of a segment
     */
    LevelFeed(String root, List<SetSegment> segments, boolean isEdifact, Function<SetSegment, BoundElements> read) {
        this.root = root;
        this.isEdifact = isEdifact;
        this.segments = segments;
        this.read = read;
    }

    /** MOXy asks for namespaces, which there always are. */
    @Override
    public void setFeature(String name, boolean value) {
        // no feature changes what is given
    }

    @Override
    public void setProperty(String name, Object value) {
        // as above
    }

    @Override
    public void parse(InputSource unused) throws SAXException {
        startDocument();
        start(SegmentNames.LOOPS, root);
        boolean inParty = false;
        for (SetSegment segment : segments) {
            boolean opensParty = segment.opens() && segment.loop().equals(PARTY);
            if (inParty && (opensParty || !segment.loop().equals(PARTY))) {
                end(SegmentNames.LOOPS, PARTY);
                inParty = false;
            }
            BoundElements elements = read.apply(segment);
            if (opensParty && !elements.isEmpty()) {
                start(SegmentNames.LOOPS, PARTY);
                inParty = true;
            }
            if (!elements.isEmpty()) {
                write(segment, elements);
            }
        }
        if (inParty) {
            end(SegmentNames.LOOPS, PARTY);
        }
        end(SegmentNames.LOOPS, root);
        endDocument();
    }

    private void write(SetSegment segment, BoundElements names) throws SAXException {
        String tag = segment.tag();
        String name = names.segment();
        start(SegmentNames.SEGMENTS, name);
        for (int i = 1; i <= segment.size(); i++) {
            if (!isEdifact && names.name(i) == null && segment.elements().get(i).indexOf(SetSegment.COMPONENT) < 0) {
                continue; // most are not read
            }
            String text = segment.element(i);
            if (isEdifact && text.indexOf(SetSegment.COMPONENT) < 0) {
                element(names, SegmentNames.element(tag, i), text);
                element(names, SegmentNames.component(tag, i, 1), text);
            } else if (text.indexOf(SetSegment.COMPONENT) >= 0) {
                for (int c = 1; c <= text.split(String.valueOf(SetSegment.COMPONENT), -1).length; c++) {
                    element(names, SegmentNames.component(tag, i, c), segment.component(i, c));
                }
            } else {
                element(names.name(i), text);
            }
        }
        if (isEdifact) {
            products(segment, names);
        } else if (tag.equals("LIN")) {
            for (int i = SegmentNames.FIRST_PAIR; i < segment.size(); i += 2) {
                String pair = names.pair(segment.element(i));
                if (pair != null) {
                    element(pair, segment.element(i + 1));
                }
            }
        }
        end(SegmentNames.SEGMENTS, name);
    }

    /** C212 of LIN and PIA: a number and what it is. */
    private void products(SetSegment segment, BoundElements names) throws SAXException {
        for (int i : SegmentNames.products(segment.tag())) {
            String name = names.pair(segment.component(i, 2));
            if (name != null) {
                element(name, segment.component(i, 1));
            }
        }
    }

    private void element(BoundElements names, String name, String text) throws SAXException {
        if (names.contains(name)) {
            element(name, text);
        }
    }

    private void element(String name, String text) throws SAXException {
        if (!text.isEmpty()) {
            start(SegmentNames.ELEMENTS, name);
            if (characters.length < text.length()) {
                characters = new char[text.length()];
            }
            text.getChars(0, text.length(), characters, 0);
            characters(characters, 0, text.length());
            end(SegmentNames.ELEMENTS, name);
        }
    }

    private void start(String namespace, String name) throws SAXException {
        startElement(namespace, name, name, NONE);
    }

    private void end(String namespace, String name) throws SAXException {
        endElement(namespace, name, name);
    }
}
