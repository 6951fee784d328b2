package org.lottrace.recall.wrong;

/** A quantity that rounds. */
public interface WeighsInexactly {
    double kilograms();
}
