package org.lottrace.api.certificate;

import java.util.Collection;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** Says whether the record of lots is complete, by comparing what several witnesses know independently of each other. */
@ProviderType
public interface Certification {
    /**
     * Certifies some lots: the hash chain and the positions of the whole ledger, everything else of these lots only.
     * When the chain is broken anywhere, the lots of the whole ledger are compared, so that the ones affected are named.
     *
     * <p>Changes nothing. Sees one state of the ledger; while others write, it reads again, and the last time it holds
     * up the recording of events for as long as it reads the stock of these lots. Takes time in proportion to the length
     * of the ledger.
     *
     * @param lots any scope; each lot once, however often it is named
     * @throws IllegalArgumentException if a lot is of an item that is unknown
     */
    @Operation(name = "certificate.certify")
    CompletenessCertificate certify(Collection<LotKey> lots);

    /** As {@link #certify}, for every lot that is registered. */
    @Operation(name = "certificate.certify-all")
    CompletenessCertificate certifyAll();
}
