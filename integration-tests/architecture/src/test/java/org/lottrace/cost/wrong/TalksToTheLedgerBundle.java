package org.lottrace.cost.wrong;

import org.lottrace.ledger.wrong.LedgerInside;

/** A bundle sees what is inside of another. */
public interface TalksToTheLedgerBundle {
    LedgerInside inside();
}
