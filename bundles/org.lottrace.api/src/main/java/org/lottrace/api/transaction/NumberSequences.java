package org.lottrace.api.transaction;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Sequences by name, such as lot numbers and control numbers, given like the unit of work by the bundle of the database.
 * A name begins with the subject of its bundle, so that nobody takes from the sequence of another.
 */
@ProviderType
public interface NumberSequences {
    /**
     * Takes the next number of the sequence; the first is 1. The row is locked until the end of the unit of work, so
     * that parallel callers get different numbers and a rolled-back one leaves no gap.
     *
     * @param name 1 to 200 characters; a new name starts a new sequence
     */
    default long next(String name) {
        return next(name, 1);
    }

    /**
     * Takes so many numbers at once, as {@link #next(String)}.
     *
     * @param count 1 or more
     * @return the first of them; the others follow it
     */
    long next(String name, int count);
}
