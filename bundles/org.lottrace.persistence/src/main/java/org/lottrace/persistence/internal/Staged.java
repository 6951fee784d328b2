package org.lottrace.persistence.internal;

/**
 * Writes of one kind that a unit of work keeps until it asks the database something, or commits: then those of all kinds travel
 * together. Used by one thread.
 */
public interface Staged {
    void addTo(RoundTrip trip);
}
