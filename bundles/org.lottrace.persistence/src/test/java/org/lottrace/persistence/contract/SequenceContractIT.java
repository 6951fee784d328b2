package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequenceContractIT extends StoreContract {
    @Test
    void each_name_counts_from_one() {
        assertEquals(1, db.sequences().next("lot BER 26061"));
        assertEquals(2, db.sequences().next("lot BER 26061"));
        assertEquals(1, db.sequences().next("lot BER 26062"));
    }

    @Test
    void a_rolled_back_number_is_given_again() {
        inOne(() -> {
            db.sequences().next("journal");
            db.unitOfWork().rollbackOnly();
        });

        assertEquals(1, db.sequences().next("journal"));
    }

    @Test
    void two_threads_get_different_numbers_without_a_gap_from_the_first_on() {
        Set<Long> taken = new ConcurrentSkipListSet<>();

        contend(20, () -> taken.add(db.sequences().next("control")));

        assertEquals(LongStream.rangeClosed(1, 40).boxed().collect(Collectors.toSet()), taken);
    }
}
