package org.lottrace.edi.x12.internal.exchange;

import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.edi.x12.internal.schema.WritingForm;

/**
 * What was agreed with a partner about exchanging interchanges, whatever they hold: {@code exchange.properties}. Each line is optional;
 * edi-mappings/README.md says what they mean.
 *
 * @param outcome whether a refused set refuses those beside it
 * @param refusal how the partner learns that the business refuses a set
 * @param testing what becomes of test interchanges
 * @param groupSenders what may stand in GS02; empty: what ISA06 says
 * @param groupReceivers what may stand in GS03; empty: what ISA08 says
 * @param writing which characters separate in the X12 that we write
 */
record Agreement(
        Outcome outcome,
        Refusal refusal,
        Testing testing,
        Set<String> groupSenders,
        Set<String> groupReceivers,
        WritingForm writing) {
    private static final Set<String> KEYS = Set.of(
            "outcome",
            "business.refusal",
            "test",
            "group.sender",
            "group.receiver",
            "write.delimiters",
            "write.line.breaks");

    /** With a partner without such a file, and with strangers. */
    static final Agreement USUAL = of(new Properties());

    /** Whether each segment stands on a line of its own. */
    private enum Lines {
        YES,
        NO
    }

    /** What is applied or refused as a whole. */
    enum Outcome {
        SET,
        INTERCHANGE
    }

    /** The answers that say it. */
    enum Refusal {
        ADVICE("824"),
        ACKNOWLEDGEMENT("997"),
        BOTH("BOTH");

        private final String word;

        Refusal(String word) {
            this.word = word;
        }
    }

    /** ISA15. */
    enum Testing {
        /** A test interchange (ISA15 is T) is tried, and changes nothing. */
        ALLOWED,
        /** One is refused. */
        REFUSED,
        /** The partner is in test: whatever it sends is tried, and changes nothing. */
        ONLY
    }

    /** @throws IllegalArgumentException if a line has another name or value than those that are known; the message names it */
    static Agreement of(Properties properties) {
        properties.stringPropertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("there is no setting \"" + key + "\"; there are "
                            + KEYS.stream().sorted().toList());
                });
        String refusal =
                properties.getProperty("business.refusal", Refusal.ADVICE.word).strip();
        return new Agreement(
                one(properties, "outcome", Outcome.SET, Outcome.values()),
                Arrays.stream(Refusal.values())
                        .filter(known -> known.word.equals(refusal))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "business.refusal is 824, 997 or BOTH, not \"" + refusal + "\"")),
                one(properties, "test", Testing.ALLOWED, Testing.values()),
                names(properties, "group.sender"),
                names(properties, "group.receiver"),
                WritingForm.of(
                        properties.getProperty("write.delimiters", ""),
                        one(properties, "write.line.breaks", Lines.YES, Lines.values()) == Lines.YES));
    }

    private static Set<String> names(Properties properties, String key) {
        return Arrays.stream(properties.getProperty(key, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <E extends Enum<E>> E one(Properties properties, String key, E usual, E[] all) {
        String value = properties.getProperty(key, usual.name()).strip();
        return Arrays.stream(all)
                .filter(known -> known.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        key + " is one of " + Arrays.toString(all) + ", not \"" + value + "\""));
    }

    boolean isWhole() {
        return outcome == Outcome.INTERCHANGE;
    }

    boolean refusesByAdvice() {
        return refusal != Refusal.ACKNOWLEDGEMENT;
    }

    boolean refusesByAcknowledgement() {
        return refusal != Refusal.ADVICE;
    }

    /** @param isMarked whether ISA15 says so */
    boolean isTest(boolean isMarked) {
        return testing == Testing.ONLY || isMarked && testing == Testing.ALLOWED;
    }

    /** @param isMarked whether ISA15 says so */
    boolean refusesTest(boolean isMarked) {
        return isMarked && testing == Testing.REFUSED;
    }
}
