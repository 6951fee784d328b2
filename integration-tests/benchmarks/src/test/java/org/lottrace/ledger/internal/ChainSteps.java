package org.lottrace.ledger.internal;

import java.util.List;
import org.lottrace.company.TestCompany;

/**
 * What {@link ChainPatrol} does by itself behind those who record, until nothing is left: verifies the hashes of new events, seals them, gives all new seals their places in the
 * chain.
 */
public final class ChainSteps {
    private final VerifiedLedger ledger;
    private final SealChain seals;

    public ChainSteps(TestCompany company) {
        ledger = company.service(VerifiedLedger.class);
        seals = company.service(SealChain.class);
    }

    public void catchUp() {
        ledger.verify(List.of());
        seals.sealEvents(ledger.state().position());
        seals.grow();
    }
}
