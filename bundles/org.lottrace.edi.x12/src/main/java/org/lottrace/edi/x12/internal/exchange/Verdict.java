package org.lottrace.edi.x12.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.syntax.Interchange;

/**
 * What is to become of an interchange.
 *
 * @param interchange examined
 * @param novelty whether it was seen before
 * @param problems everything it is refused for
 */
record Verdict(ExaminedInterchange interchange, Novelty novelty, List<Violation> problems) {
    private static final int LONGEST_ID = 50;

    Verdict {
        problems = List.copyOf(problems);
    }

    /** Whether an interchange was seen before. */
    enum Novelty {
        NEW,
        /** Accepted before from this very file, which a crash has left in the inbox. */
        RESUMED,
        /** Accepted before, and sent again. */
        DUPLICATE,
        /** Its control number was accepted before, with other content. */
        REUSED
    }

    /** @return what an accepted interchange is known by; a test uses no control number up, so it is known by its content */
    static String key(Interchange interchange) {
        String number = interchange.sender() + ":" + interchange.control();
        return interchange.isTest() ? "test:" + number + ":" + hash(interchange.joinedText()) : "in:" + number;
    }

    boolean isTest() {
        return interchange.interchange().isTest();
    }

    /**
     * @param name of the file when there is nothing else to know it by, else empty
     * @return what a refusal is known by: the same content refused for the same reasons is one refusal
     */
    static String refusalKey(String name, byte[] content, List<Violation> problems) {
        return "refused:" + hash(name + new String(content, StandardCharsets.ISO_8859_1) + problems);
    }

    /** @return what an acknowledgement is known by: the same answer to the same interchange is given once */
    String acknowledgementKey(List<List<List<String>>> sets) {
        return key(interchange.interchange()) + ":"
                + hash(interchange.interchange().text() + sets);
    }

    byte[] content() {
        return interchange.interchange().text().getBytes(StandardCharsets.UTF_8);
    }

    /** @return its problems with those of the file; when there are none, that another interchange of the file has some */
    List<Violation> problemsWithin(List<Violation> ofFile) {
        List<Violation> all = Stream.concat(ofFile.stream(), problems.stream()).toList();
        return all.isEmpty()
                ? List.of(new Violation(
                        "OTHER_INTERCHANGE_REFUSED",
                        ViolationPath.WHOLE,
                        "another interchange of the same file has problems; nothing of the file was applied"))
                : all;
    }

    InterchangeRecord record(String fileName, InterchangeStatus status, List<Violation> noted, Instant at) {
        Interchange i = interchange.interchange();
        return new InterchangeRecord(
                0,
                Direction.INBOUND,
                cut(i.sender()),
                cut(i.receiver()),
                cut(i.control()),
                i.codes().stream().map(Verdict::cut).toList(),
                fileName,
                status,
                at,
                noted);
    }

    /** In a broken file anything can stand there. */
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_ID));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
