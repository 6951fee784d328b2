package org.lottrace.certificate.internal;

import java.util.List;
import org.lottrace.api.certificate.Finding;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.genealogy.TracedEdge;

/**
 * What is known of some of the lots, in one state of the ledger.
 *
 * @param head every event up to it is taken into account
 */
record Slice(
        LedgerHead head,
        List<LotBalance> balances,
        List<TracedEdge> inferred,
        List<Finding> findings,
        List<String> limits) {}
