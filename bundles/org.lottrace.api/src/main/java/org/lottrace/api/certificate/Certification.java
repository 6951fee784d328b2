package org.lottrace.api.certificate;

import java.util.Collection;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** Says whether the record of lots is complete, by comparing what several witnesses know independently of each other. */
@ProviderType
public interface Certification {
    /**
     * Certifies some lots: everything that names them, and the hash chain and the positions of the whole ledger. The chain
     * goes on from what this node has verified ({@link Ledger#verifyOn}), and is recomputed around every event of these lots:
     * an event that was changed elsewhere, without its hash, is found by the background or by {@link Ledger#firstBrokenPosition}.
     * When anything does not fit, all of the chain is recomputed; when the chain is broken anywhere, the lots of the whole
     * ledger are compared, so that the ones affected are named.
     *
     * <p>Changes nothing. Not inside a unit of work. Sees one state of the ledger for some 200 lots at a time; while others
     * write, it reads again, and the last time it holds up the recording of events for as long as it reads the stock of these
     * lots. Of more than 10,000 findings the first are listed, and the limits say how many more there are.
     *
     * @param lots any scope; each lot once, however often it is named
     * @throws IllegalArgumentException if a lot is of an item that is unknown
     */
    @Operation(name = "certificate.certify", takesLong = true)
    CompletenessCertificate certify(Collection<LotKey> lots);

    /**
     * As {@link #certify}, for every lot that is registered. Recomputes all of the chain. All lots are compared; the balances of
     * the first 10,000 and as many inferred edges are listed.
     */
    @Operation(name = "certificate.certify-all", takesLong = true)
    CompletenessCertificate certifyAll();
}
