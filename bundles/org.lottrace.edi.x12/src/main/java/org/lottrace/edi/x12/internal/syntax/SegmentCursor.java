package org.lottrace.edi.x12.internal.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.lottrace.api.partner.LongList;

/**
 * Cuts text into segments. The ISA segment says the delimiters of what follows, so each ISA is read by its own shape: the
 * character behind {@code ISA} separates elements, ISA16 is one character, the next one ends every segment. Padding of
 * the ISA elements is not needed. Line breaks that do not end segments are ignored wherever they stand, also in the middle
 * of an element (files wrapped at 80 columns).
 */
final class SegmentCursor implements SegmentSource {
    private static final int ISA_ELEMENTS = 16;
    private static final Pattern NEXT_SEGMENT = Pattern.compile("[\r\n]\\s*(GS|TA1|ST)[^A-Za-z0-9]");
    private static final Pattern LINE_BREAK = Pattern.compile("[\r\n]");
    /** A padded ISA has 106 characters. A longer search would find its end in what follows. */
    private static final int LONGEST_ISA = 300;
    /** Ctrl-Z, which some systems put behind the last segment. */
    private static final char END_OF_FILE = '\u001A';
    /** Fills the last block of some transfers. */
    private static final char PADDING = '\u0000';

    /** In place of NUL, which no database keeps, where it is no padding; it is refused as a control character. */
    private static final char NO_DATA = '\u0001';

    private final FileContent file;
    private final String text;
    private final FileCount count;
    private int offset;
    private int position;
    private Delimiters delimiters;

    /** @param text that of the file */
    SegmentCursor(FileContent file, String text, FileCount count) {
        this.file = file;
        this.text = text;
        this.count = count;
    }

    /** @return where the next segment begins, line breaks and spaces skipped */
    int offset() {
        while (offset < text.length() && isBlank(text.charAt(offset))) {
            offset++;
        }
        return offset;
    }

    @Override
    public Delimiters delimiters() {
        return delimiters;
    }

    @Override
    public Supplier<List<Segment>> again(int from, int to, int position) {
        FileContent part = file.part(from, to);
        Delimiters now = delimiters;
        return () -> read(part, now, position);
    }

    @Override
    public Optional<List<Segment>> eachAgain(int[] offsets, int to, int position) {
        FileContent whole = file;
        Delimiters now = delimiters;
        return Optional.of(LongList.of(offsets.length, i -> {
            int end = i + 1 < offsets.length ? offsets[i + 1] : to;
            SegmentCursor cursor = of(whole.part(offsets[i], end), now, position + i);
            return cursor.withoutHeader().orElseThrow();
        }));
    }

    private static SegmentCursor of(FileContent part, Delimiters delimiters, int position) {
        SegmentCursor cursor = new SegmentCursor(part, part.text(), new FileCount(FileLimits.NONE));
        cursor.position = position - 1;
        cursor.delimiters = delimiters;
        return cursor;
    }

    private static List<Segment> read(FileContent part, Delimiters delimiters, int position) {
        SegmentCursor cursor = of(part, delimiters, position);
        List<Segment> segments = new ArrayList<>();
        for (Optional<Segment> next = cursor.next(); next.isPresent(); next = cursor.next()) {
            segments.add(next.get());
        }
        return segments;
    }

    /** @return true when an ISA follows */
    boolean atHeader() {
        int at = offset();
        return text.startsWith("ISA", at)
                && at + 3 < text.length()
                && !Character.isLetterOrDigit(text.charAt(at + 3))
                && headerEnd(at) > 0;
    }

    /** Skips what cannot be read. @return the text up to the next line break */
    String skipLine() {
        int from = offset();
        int end = text.indexOf('\n', from);
        offset = end < 0 ? text.length() : end + 1;
        return text.substring(from, offset).replace(PADDING, NO_DATA).strip();
    }

    /** @return the next segment, or empty at the end; before the first ISA nothing can be read */
    Optional<Segment> next() {
        while (offset() < text.length()) {
            if (atHeader()) {
                return Optional.of(header(offset));
            }
            Optional<Segment> segment = upToNext();
            if (segment.isPresent()) {
                return segment;
            }
        }
        return Optional.empty();
    }

    /** @return the next segment, where no ISA can stand */
    private Optional<Segment> withoutHeader() {
        Optional<Segment> segment = Optional.empty();
        while (segment.isEmpty() && offset() < text.length()) {
            segment = upToNext();
        }
        return segment;
    }

    /** @return empty when nothing stands before the next terminator */
    private Optional<Segment> upToNext() {
        String segment = upToTerminator().strip();
        return segment.isEmpty() ? Optional.empty() : Optional.of(segment(segment, delimiters.element()));
    }

    private String upToTerminator() {
        int from = offset;
        int end = text.indexOf(delimiters.segment(), from);
        offset = end < 0 ? text.length() : end + 1;
        return unbroken(text.substring(from, end < 0 ? text.length() : end));
    }

    private Segment header(int from) {
        int end = headerEnd(from);
        char element = text.charAt(from + 3);
        delimiters = new Delimiters(element, text.charAt(end - 1), end < text.length() ? text.charAt(end) : '\n');
        offset = Math.min(end + 1, text.length());
        return segment(unbroken(text.substring(from, end)), element);
    }

    /** Most segments have no line break in them. */
    private static String unbroken(String segment) {
        return segment.indexOf('\n') < 0 && segment.indexOf('\r') < 0
                ? segment
                : LINE_BREAK.matcher(segment).replaceAll("");
    }

    private Segment segment(String segment, char separator) {
        count.segment(segment, separator);
        return Segment.of(++position, segment.replace(PADDING, NO_DATA), separator);
    }

    /** @return how many elements the ISA has that follows; -1 when none follows */
    int headerElements() {
        int at = offset();
        if (!text.startsWith("ISA", at) || at + 3 >= text.length() || Character.isLetterOrDigit(text.charAt(at + 3))) {
            return -1;
        }
        return (int) isa(at).chars().filter(c -> c == text.charAt(at + 3)).count();
    }

    /** The text an ISA can be in: it ends at the next line when that begins a group or a set. */
    private String isa(int from) {
        String isa = text.substring(from, Math.min(from + LONGEST_ISA, text.length()));
        var next = NEXT_SEGMENT.matcher(isa);
        return next.find() ? isa.substring(0, next.start()) : isa;
    }

    /** @return the offset behind ISA16, or 0 when there are not 16 elements or nothing that can end a segment */
    private int headerEnd(int from) {
        String isa = isa(from);
        char element = isa.charAt(3);
        int at = 2;
        for (int i = 0; i < ISA_ELEMENTS; i++) {
            at = isa.indexOf(element, at + 1);
            if (at < 0) {
                return 0;
            }
        }
        int end = from + at + 2;
        boolean terminated = end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
        return end <= text.length() && terminated ? end : 0;
    }

    private static boolean isBlank(char c) {
        return c == '\r' || c == '\n' || c == ' ' || c == '\t' || c == '\uFEFF' || c == END_OF_FILE || c == PADDING;
    }
}
