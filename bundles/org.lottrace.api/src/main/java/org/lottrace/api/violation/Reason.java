package org.lottrace.api.violation;

import java.util.ArrayList;
import java.util.List;

/** Why a person does something that others ask about for years: said, and short enough to be read. */
public final class Reason {
    /** Refusal of a request that does not say why. */
    public static final String MISSING = "REASON_MISSING";

    /** Refusal of a reason that nobody would read. */
    public static final String TOO_LONG = "REASON_TOO_LONG";

    /** Most characters of a reason. */
    public static final int LONGEST = 2_000;

    private static final ViolationPath PATH = ViolationPath.of("reason");

    private Reason() {}

    /**
     * @param ask what to say, in the words of the one who is asked
     * @return what speaks against the reason; empty when nothing does
     */
    public static List<Violation> problems(String reason, String ask) {
        return problems(reason, LONGEST, ask);
    }

    /**
     * @param longest most characters, fewer than {@link #LONGEST}
     * @param ask as above
     * @return as above
     */
    public static List<Violation> problems(String reason, int longest, String ask) {
        return reason.isBlank() ? List.of(new Violation(MISSING, PATH, ask)) : tooLong(reason, longest);
    }

    /**
     * As {@link #problems(String, String)}, of a reason that stands in a list, on one line.
     *
     * @param longest as above
     * @param ask as above
     * @return as above, and {@code CONTROL_CHARACTER}
     */
    public static List<Violation> problemsOfALine(String reason, int longest, String ask) {
        List<Violation> problems = new ArrayList<>(problems(reason, longest, ask));
        ControlCharacters.in(reason, PATH).ifPresent(problems::add);
        return problems;
    }

    /** @return what speaks against a reason that may be left out */
    public static List<Violation> tooLong(String reason) {
        return tooLong(reason, LONGEST);
    }

    /**
     * @param longest as above
     * @return as above
     */
    public static List<Violation> tooLong(String reason, int longest) {
        return reason.length() <= longest
                ? List.of()
                : List.of(new Violation(
                        TOO_LONG,
                        PATH,
                        "a reason has at most " + longest + " characters, not " + reason.length() + ": shorten it"));
    }
}
