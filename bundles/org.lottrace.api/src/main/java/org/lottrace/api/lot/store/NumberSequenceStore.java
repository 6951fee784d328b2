package org.lottrace.api.lot.store;

import org.osgi.annotation.versioning.ProviderType;

/** Sequences by name: lot numbers, control numbers, journal numbers. */
@ProviderType
public interface NumberSequenceStore {
    /**
     * Takes the next number of the sequence; the first is 1. The row is locked until the end of the unit of work, so
     * that parallel callers get different numbers and a rolled-back one leaves no gap.
     *
     * @param name 1 to 200 characters; a new name starts a new sequence
     */
    long next(String name);
}
