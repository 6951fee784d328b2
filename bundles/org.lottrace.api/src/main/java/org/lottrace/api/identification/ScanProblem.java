package org.lottrace.api.identification;

import java.util.Objects;

/**
 * A rule of GS1 that a scan breaks.
 *
 * @param offset where it begins in what was scanned, in characters from 0
 * @param length how many characters are wrong; 0 when something is missing there
 * @param ai application identifier of the element, as it was scanned; empty when it belongs to none
 * @param rule stable word for programs, such as {@code INCORRECT_CHECK_DIGIT}; where GS1 has a word for it, that one
 * @param message what is wrong, for people
 */
public record ScanProblem(int offset, int length, String ai, String rule, String message) {
    public ScanProblem {
        Objects.requireNonNull(ai);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(message);
    }

    /** @return one line with identifier, rule and place; the place counts from 1, as people do */
    @Override
    public String toString() {
        String element = ai.isEmpty() ? "" : "(" + ai + ") ";
        return element + message + " [" + rule + ", character " + (offset + 1) + "]";
    }
}
