package org.lottrace.ledger.wrong;

/** What another bundle must not see. */
public interface LedgerInside {}
