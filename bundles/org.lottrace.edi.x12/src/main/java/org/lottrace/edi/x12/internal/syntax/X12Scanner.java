package org.lottrace.edi.x12.internal.syntax;

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
    private final Findings findings = new Findings(MOST_FINDINGS);
    private final Envelopes envelopes;

    private X12Scanner(FileContent file, FileLimits limits) {
        this.text = file.text();
        FileCount count = new FileCount(limits);
        this.cursor = new SegmentCursor(file, text, count);
        this.envelopes = new Envelopes(Envelopes.Tags.X12, file, cursor, count, findings);
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
            return new X12Scanner(FileContent.ofX12(content), limits).scan();
        } catch (FileCount.TooMuchException e) {
            return tooMuch("FILE_HOLDS_TOO_MUCH", e.getMessage());
        }
    }

    static ScannedFile tooMuch(String code, String message) {
        return new ScannedFile(List.of(), List.of(Finding.ofFile(code, message + "; send it in several files")));
    }

    /** @return the text of those bytes: UTF-8, or ISO 8859-1 when it is not valid UTF-8 */
    public static String decode(byte[] content) {
        return FileContent.ofX12(content).text();
    }

    private ScannedFile scan() {
        skipToHeader();
        int offset = cursor.offset();
        for (Optional<Segment> next = cursor.next(); next.isPresent(); next = cursor.next()) {
            envelopes.take(next.get(), offset, cursor.offset());
            offset = cursor.offset();
        }
        return new ScannedFile(envelopes.ended(), findings.list());
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
}
