package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.seal.store.ChainedSeal;
import org.lottrace.api.seal.store.Seal;
import org.lottrace.api.transaction.StaleWriteException;

class SealChainContractIT extends StoreContract {
    /** Two nodes that read the same seals: the second one's places would tear the chain of the first one. */
    @Test
    void a_seal_that_has_a_place_gets_no_other_one() {
        List<Seal> read = db.unitOfWork().required(() -> db.seals().unchained(0, 2));
        ChainedSeal first = new ChainedSeal(1, read.get(0), "1".repeat(64));
        db.unitOfWork().run(() -> db.seals().chain(List.of(first)));

        assertThrows(StaleWriteException.class, () -> db.unitOfWork().run(() -> db.seals()
                .chain(List.of(
                        new ChainedSeal(2, read.get(0), "2".repeat(64)),
                        new ChainedSeal(3, read.get(1), "3".repeat(64))))));

        assertEquals(
                Optional.of(first), db.unitOfWork().required(() -> db.seals().last()));
    }
}
