package org.lottrace.edi.x12.internal.syntax;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.edi.SetSegment;

/**
 * Cuts the text of EDIFACT interchanges, a character for each byte, into segments. Each UNA holds for its interchange; a release
 * character makes the next one data; the characters of the elements are those of the set that UNB names. Line breaks that do not end
 * segments are ignored wherever they stand.
 */
final class EdifactCursor implements SegmentSource {
    /** Ctrl-Z, which some systems put behind the last segment. */
    private static final char END_OF_FILE = '\u001A';

    private static final char PADDING = '\u0000';
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final String REPEATING_VERSION = "4";

    /**
     * In place of a byte that would be taken for our own separator of components, and of NUL, which no database keeps; it is refused as a
     * control character.
     */
    private static final char NO_DATA = '\u0001';

    private final FileContent file;
    private final String text;
    private final FileCount count;
    private int offset;
    private int position;
    private ServiceString service = ServiceString.CUSTOMARY;
    private boolean isAnnounced;
    private boolean repeats;
    private Charset characters = StandardCharsets.ISO_8859_1;

    /** @param text that of the file */
    EdifactCursor(FileContent file, String text, FileCount count) {
        this.file = file;
        this.text = text;
        this.count = count;
        this.offset = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    }

    /** @return where the next segment begins, line breaks and spaces skipped */
    int offset() {
        while (offset < text.length() && isBlank(text.charAt(offset))) {
            offset++;
        }
        return offset;
    }

    /** @return whether a UNA or a UNB follows */
    boolean atHeader() {
        int at = offset();
        return ServiceString.isAt(text, at) || text.startsWith("UNB", at) && isSeparator(at + 3);
    }

    private boolean isSeparator(int at) {
        char separator = isAnnounced ? service.element() : ServiceString.CUSTOMARY.element();
        return at < text.length() && text.charAt(at) == separator;
    }

    /** Skips what cannot be read. @return the text up to the next line break */
    String skipLine() {
        int from = offset();
        int end = text.indexOf('\n', from);
        offset = end < 0 ? text.length() : end + 1;
        return text.substring(from, offset).replace(PADDING, NO_DATA).strip();
    }

    @Override
    public Delimiters delimiters() {
        return new Delimiters(service.element(), SetSegment.COMPONENT, service.terminator());
    }

    @Override
    public Supplier<List<Segment>> again(int from, int to, int position) {
        FileContent part = file.part(from, to);
        ServiceString service = this.service;
        boolean repeats = this.repeats;
        Charset characters = this.characters;
        return () -> {
            EdifactCursor cursor = new EdifactCursor(part, part.text(), new FileCount(FileLimits.NONE));
            cursor.service = service;
            cursor.repeats = repeats;
            cursor.characters = characters;
            cursor.position = position - 1;
            List<Segment> segments = new ArrayList<>();
            for (Optional<Segment> next = cursor.next(); next.isPresent(); next = cursor.next()) {
                segments.add(next.get());
            }
            return segments;
        };
    }

    /** A UNA may stand anywhere and holds for what is behind it. */
    @Override
    public Optional<List<Segment>> eachAgain(int[] offsets, int to, int position) {
        return Optional.empty();
    }

    /** @return the next segment, or empty at the end */
    Optional<Segment> next() {
        while (offset() < text.length()) {
            if (ServiceString.isAt(text, offset)) {
                service = ServiceString.at(text, offset);
                isAnnounced = true;
                offset += ServiceString.LENGTH;
            } else {
                Segment segment = segment();
                if (!segment.tag().isEmpty() || segment.size() > 0) {
                    return Optional.of(segment);
                }
                position--;
            }
        }
        return Optional.empty();
    }

    private Segment segment() {
        boolean isHeader = text.startsWith("UNB", offset) && offset + 3 < text.length();
        if (isHeader) {
            service = isAnnounced ? service : ServiceString.CUSTOMARY;
            isAnnounced = false;
            repeats = false;
            characters = StandardCharsets.ISO_8859_1;
        }
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean ended = false;
        while (offset < text.length() && !ended) {
            char c = text.charAt(offset++);
            if (c == service.release() && service.hasRelease() && offset < text.length()) {
                element.append(data(text.charAt(offset++)));
            } else if (c == service.terminator()) {
                ended = true;
            } else if (c == service.element()) {
                elements.add(element.toString());
                count.element();
                element.setLength(0);
            } else if (c == service.component()) {
                element.append(SetSegment.COMPONENT);
            } else if (c == service.repetition() && repeats && c != ' ') {
                element.append(EdifactScanner.REPETITION);
            } else if (c != '\r' && c != '\n') {
                element.append(data(c));
            }
        }
        elements.add(element.toString());
        count.segment();
        if (isHeader && elements.size() > 1) {
            String[] syntax = elements.get(1).split(String.valueOf(SetSegment.COMPONENT), -1);
            characters = CharacterSets.of(syntax[0].strip()).orElse(StandardCharsets.ISO_8859_1);
            repeats = syntax.length > 1 && syntax[1].strip().equals(REPEATING_VERSION);
        }
        elements.replaceAll(bytes -> CharacterSets.decode(bytes, characters));
        elements.set(0, elements.get(0).strip());
        return new Segment(++position, elements);
    }

    private static char data(char c) {
        return c == SetSegment.COMPONENT || c == PADDING ? NO_DATA : c;
    }

    private static boolean isBlank(char c) {
        return c == '\r' || c == '\n' || c == ' ' || c == '\t' || c == END_OF_FILE || c == PADDING;
    }
}
