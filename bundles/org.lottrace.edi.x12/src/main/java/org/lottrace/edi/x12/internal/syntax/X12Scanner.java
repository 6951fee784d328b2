package org.lottrace.edi.x12.internal.syntax;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes a file apart into interchanges, groups and sets. Never gives up: what is missing is left absent, what stands in a
 * wrong place becomes a finding, so that everything wrong with a file can be said at once. Only a file that holds more than it may
 * is not taken apart.
 */
public final class X12Scanner {
    /** Where so much stands in a wrong place, it is no X12. */
    private static final int MOST_FINDINGS = 100;

    private static final Pattern BARE_SET = Pattern.compile("(GS|ST|BSN|HL)[^A-Za-z0-9]");

    private final SegmentCursor cursor;
    private final String text;
    private final FileCount count;
    private final Findings findings = new Findings(MOST_FINDINGS);
    private final List<Interchange> interchanges = new ArrayList<>();

    private Segment isa;
    private int isaOffset;
    private Delimiters delimiters;
    private final List<Group> groups = new ArrayList<>();
    private Optional<Segment> gs = Optional.empty();
    private final List<TransactionSet> sets = new ArrayList<>();
    private final List<Segment> set = new ArrayList<>();

    private X12Scanner(String text, FileLimits limits) {
        this.text = text;
        this.count = new FileCount(limits);
        this.cursor = new SegmentCursor(text, count);
    }

    /** As {@link #scan(byte[], FileLimits)}, for what we have written ourselves. */
    public static ScannedFile scan(byte[] content) {
        return scan(content, FileLimits.NONE);
    }

    /**
     * @param content UTF-8, or ISO 8859-1 when it is not valid UTF-8
     * @return when it holds more than it may, no interchange and that finding
     */
    public static ScannedFile scan(byte[] content, FileLimits limits) {
        if (content.length > limits.bytes()) {
            return tooMuch("FILE_TOO_LARGE", "the file has " + content.length + " bytes, more than " + limits.bytes());
        }
        try {
            return new X12Scanner(decode(content), limits).scan();
        } catch (FileCount.TooMuchException e) {
            return tooMuch("FILE_HOLDS_TOO_MUCH", e.getMessage());
        }
    }

    static ScannedFile tooMuch(String code, String message) {
        return new ScannedFile(List.of(), List.of(Finding.ofFile(code, message + "; send it in several files")));
    }

    /** @return the text of those bytes: UTF-8, or ISO 8859-1 when it is not valid UTF-8 */
    public static String decode(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, StandardCharsets.ISO_8859_1);
        }
    }

    private ScannedFile scan() {
        skipToHeader();
        int offset = cursor.offset();
        for (Optional<Segment> next = cursor.next(); next.isPresent(); next = cursor.next()) {
            take(next.get(), offset);
            offset = cursor.offset();
        }
        endInterchange(Optional.empty(), text.length());
        return new ScannedFile(interchanges, findings.list());
    }

    private void skipToHeader() {
        if (cursor.offset() >= text.length()) {
            findings.add(Finding.ofFile("FILE_EMPTY", "the file holds nothing; send it again"));
        } else if (!cursor.atHeader()) {
            int elements = cursor.headerElements();
            findings.add(Finding.ofFile("INTERCHANGE_HEADER_MISSING", headerMissing(elements, cursor.skipLine())));
            while (cursor.offset() < text.length() && !cursor.atHeader()) {
                cursor.skipLine();
            }
        }
    }

    /** @param elements how many an ISA has that cannot be read; -1 when there is none */
    private static String headerMissing(int elements, String line) {
        String begin = line.substring(0, Math.min(line.length(), 60));
        if (elements >= 0) {
            return "the ISA segment has " + elements
                    + " elements where 16 must stand, so sender, receiver and delimiters are not known: \"" + begin
                    + "\"";
        }
        if (BARE_SET.matcher(line).lookingAt()) {
            return "the envelope is missing: the file begins with \"" + begin
                    + "\"; send the transaction set between ISA, GS and GE, IEA, so that its sender is known";
        }
        return "the file must begin with an ISA segment of 16 elements, not with \"" + begin + "\"";
    }

    private void take(Segment segment, int offset) {
        switch (segment.tag()) {
            case "ISA" -> {
                count.interchange();
                endInterchange(Optional.empty(), offset);
                isa = segment;
                isaOffset = offset;
                delimiters = cursor.delimiters();
            }
            case "GS" -> {
                count.groupOrSet();
                endGroup(Optional.empty());
                withinInterchange(segment);
                gs = Optional.of(segment);
            }
            case "ST" -> {
                count.groupOrSet();
                endSet();
                if (gs.isEmpty()) {
                    withinInterchange(segment);
                }
                set.add(segment);
            }
            case "SE" -> {
                if (set.isEmpty()) {
                    misplaced(segment, "no ST stands before it");
                } else {
                    set.add(segment);
                    endSet();
                }
            }
            case "GE" -> {
                if (gs.isEmpty()) {
                    misplaced(segment, "no GS stands before it");
                }
                endGroup(Optional.of(segment));
            }
            case "IEA" -> endInterchange(Optional.of(segment), cursor.offset());
            default -> {
                if (set.isEmpty()) {
                    misplaced(segment, "it stands in no transaction set");
                } else {
                    set.add(segment);
                }
            }
        }
    }

    private void withinInterchange(Segment segment) {
        if (isa == null) {
            misplaced(segment, "no ISA stands before it");
        }
    }

    private void misplaced(Segment segment, String why) {
        findings.add(Finding.of("SEGMENT_MISPLACED", segment, "the segment cannot stand here: " + why));
    }

    private void endSet() {
        if (!set.isEmpty()) {
            sets.add(new TransactionSet(set));
            set.clear();
        }
    }

    private void endGroup(Optional<Segment> ge) {
        endSet();
        if (gs.isPresent() || !sets.isEmpty()) {
            groups.add(new Group(gs, sets, ge));
        }
        gs = Optional.empty();
        sets.clear();
    }

    private void endInterchange(Optional<Segment> iea, int end) {
        endGroup(Optional.empty());
        if (isa != null) {
            interchanges.add(new Interchange(text.substring(isaOffset, end), delimiters, isa, groups, iea));
        } else if (iea.isPresent()) {
            misplaced(iea.get(), "no ISA stands before it");
        }
        isa = null;
        groups.clear();
    }
}
