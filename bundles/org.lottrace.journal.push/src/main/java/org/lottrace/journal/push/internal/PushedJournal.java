package org.lottrace.journal.push.internal;

/** A receiver to which the journal is pushed. */
interface PushedJournal {
    PushReport report();
}
