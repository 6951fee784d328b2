package org.lottrace.journal.push.internal;

/** What the other side says of an entry. */
sealed interface Verdict {
    /** It has it, now or from an earlier time. */
    record Accepted() implements Verdict {}

    /** It does not take it as it is. */
    record Rejected(String reason) implements Verdict {}

    /**
     * Nobody knows.
     *
     * @param isAboutEntry the service has looked at the entry and failed; else it was not reached, or is busy, or lets nobody in
     */
    record Unclear(String reason, boolean isAboutEntry) implements Verdict {}
}
