package org.lottrace.tools;

import java.util.List;

/** Why nothing was done, and what to do about it: sentences for the administrator, without a stack trace. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }

    /** @param problems all of them, at least one */
    static Refusal of(List<String> problems) {
        return new Refusal(
                problems.size() == 1
                        ? problems.get(0)
                        : "nothing was started, for " + problems.size() + " reasons:\n  "
                                + String.join("\n  ", problems));
    }
}
