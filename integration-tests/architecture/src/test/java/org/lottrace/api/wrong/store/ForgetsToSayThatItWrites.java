package org.lottrace.api.wrong.store;

/** A store that everybody could write. */
public interface ForgetsToSayThatItWrites {
    void save(String row);
}
