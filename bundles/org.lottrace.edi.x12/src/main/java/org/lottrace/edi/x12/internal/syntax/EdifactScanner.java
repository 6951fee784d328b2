package org.lottrace.edi.x12.internal.syntax;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes a file of EDIFACT apart into interchanges, groups and messages, as {@link X12Scanner} does it with X12. Never gives up; only a
 * file that holds more than it may is not taken apart.
 *
 * <p>Source: ISO 9735, versions 1 to 4.
 */
public final class EdifactScanner {
    /** Where an element is repeated; no element of the messages that are exchanged may be. */
    public static final char REPETITION = '\u0002';

    private static final int MOST_FINDINGS = 100;
    private static final int BEGINNING = 200;
    private static final Pattern EDIFACT = Pattern.compile("(\u00EF\u00BB\u00BF)?\\s*(UNA|UN[BGH][^A-Za-z0-9])");

    private final EdifactCursor cursor;
    private final String text;
    private final Findings findings = new Findings(MOST_FINDINGS);
    private final Envelopes envelopes;

    private EdifactScanner(FileContent file, FileLimits limits) {
        this.text = file.text();
        FileCount count = new FileCount(limits);
        this.cursor = new EdifactCursor(file, text, count);
        this.envelopes = new Envelopes(Envelopes.Tags.EDIFACT, file, cursor, count, findings);
    }

    /** @return whether the file begins as EDIFACT does, with UNA or UNB, or with a message that lacks them */
    public static boolean isEdifact(byte[] content) {
        String beginning =
                new String(Arrays.copyOf(content, Math.min(content.length, BEGINNING)), StandardCharsets.ISO_8859_1);
        return EDIFACT.matcher(beginning).lookingAt();
    }

    /** @return whether the interchange that begins so ends with that tail: UNZ with its two elements and its terminator */
    public static boolean endHasCome(String beginning, String tail) {
        int una = Math.max(0, beginning.indexOf("UNA"));
        ServiceString service =
                ServiceString.isAt(beginning, una) ? ServiceString.at(beginning, una) : ServiceString.CUSTOMARY;
        String element = Pattern.quote(String.valueOf(service.element()));
        String end = Pattern.quote(String.valueOf(service.terminator()));
        return Pattern.compile(
                        "UNZ" + element + "\\s*\\d+\\s*" + element + ".*?" + end + "[\\s\u001a\u0000]*$",
                        Pattern.DOTALL)
                .matcher(tail)
                .find();
    }

    /** @return the text of an interchange for people, in the character set that its UNB names */
    public static String decode(byte[] content) {
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        return new EdifactCursor(FileContent.ofEdifact(content), bytes, new FileCount(FileLimits.NONE))
                .next()
                .flatMap(unb -> CharacterSets.of(unb.component(1, 1)))
                .filter(set -> !set.equals(StandardCharsets.US_ASCII))
                .map(set -> CharacterSets.decode(bytes, set))
                .orElse(bytes);
    }

    /** @return for whom the interchange is that begins so, as {@code qualifier:id}; empty when that is not said */
    public static Optional<String> receiver(byte[] beginning) {
        return header(beginning).map(Interchange::receiver);
    }

    /** @return who sent it, as {@link #receiver} */
    public static Optional<String> sender(byte[] beginning) {
        return header(beginning).map(Interchange::sender);
    }

    private static Optional<Interchange> header(byte[] beginning) {
        return new EdifactScanner(FileContent.ofEdifact(beginning), FileLimits.NONE)
                .cursor
                .next()
                .filter(unb -> unb.is("UNB") && unb.size() > 3)
                .map(unb -> new Interchange(FileContent.NONE, null, unb, List.of(), Optional.empty()));
    }

    /** @return when it holds more than it may, no interchange and that finding */
    public static ScannedFile scan(byte[] content, FileLimits limits) {
        if (content.length > limits.bytes()) {
            return X12Scanner.tooMuch(
                    "FILE_TOO_LARGE", "the file has " + content.length + " bytes, more than " + limits.bytes());
        }
        try {
            return new EdifactScanner(FileContent.ofEdifact(content), limits).scan();
        } catch (FileCount.TooMuchException e) {
            return X12Scanner.tooMuch("FILE_HOLDS_TOO_MUCH", e.getMessage());
        }
    }

    private ScannedFile scan() {
        if (!cursor.atHeader()) {
            String line = cursor.skipLine();
            findings.add(Finding.ofFile(
                    "INTERCHANGE_HEADER_MISSING",
                    "the file must begin with UNA and its six characters (all different, no letters or digits), or with UNB, so that its sender is known; it begins with \""
                            + line.substring(0, Math.min(line.length(), 60)) + "\""));
            while (cursor.offset() < text.length() && !cursor.atHeader()) {
                cursor.skipLine();
            }
        }
        int offset = cursor.offset();
        for (Optional<Segment> next = cursor.next(); next.isPresent(); next = cursor.next()) {
            envelopes.take(next.get(), offset, cursor.offset());
            offset = cursor.offset();
        }
        return new ScannedFile(envelopes.ended(), findings.list());
    }
}
