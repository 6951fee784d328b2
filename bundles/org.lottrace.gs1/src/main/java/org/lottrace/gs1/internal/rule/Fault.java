package org.lottrace.gs1.internal.rule;

/**
 * A rule that a value breaks.
 *
 * @param rule the word of GS1 for it
 * @param from index in the value where the wrong part begins
 * @param to index behind it
 */
public record Fault(String rule, int from, int to) {
    static Fault whole(String rule, String value) {
        return new Fault(rule, 0, value.length());
    }

    Fault behind(int characters) {
        return new Fault(rule, from + characters, to + characters);
    }
}
