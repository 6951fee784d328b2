package org.lottrace.allocation.fefo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;

/** They look each second here; a test ends as soon as they have. */
class ReservationTimersTest {
    private static final int DEADLINE_SECONDS = 30;

    @Test
    void an_order_that_cannot_be_mended_does_not_keep_the_others_waiting_and_is_tried_again() throws Exception {
        Company company = new Company();
        LostReservationsWatch watch = new LostReservationsWatch(company, new EverySecond());
        try {
            assertTrue(company.mended.await(DEADLINE_SECONDS, TimeUnit.SECONDS), "the order after the one that fails");
            assertTrue(company.triedAgain.await(DEADLINE_SECONDS, TimeUnit.SECONDS), "the one that fails");
        } finally {
            watch.stop();
        }
    }

    @Test
    void soft_reservations_are_ended_again_after_the_database_was_away() throws Exception {
        CountDownLatch looks = new CountDownLatch(2);
        SoftReservations failing = new SoftReservations() {
            @Override
            public Outcome<List<LineAllocation>> allocate(String salesOrder) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Outcome<List<LineAllocation>> allocate(DocumentReference document) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Reservation> end(int limit) {
                assertEquals(50, limit);
                looks.countDown();
                throw new IllegalStateException("the database is away");
            }
        };
        SoftReservationsEnd end = new SoftReservationsEnd(failing, new EndEverySecond());
        try {
            assertTrue(looks.await(DEADLINE_SECONDS, TimeUnit.SECONDS));
        } finally {
            end.stop();
        }
    }

    /** Order BAD cannot be mended, order GOOD can. */
    private static final class Company implements LostReservations {
        private final CountDownLatch mended = new CountDownLatch(1);
        private final CountDownLatch triedAgain = new CountDownLatch(2);

        @Override
        public List<AllocationDecision> open(Optional<Long> after, int limit) {
            return List.of(loss(1, "BAD"), loss(2, "GOOD"));
        }

        @Override
        public Outcome<List<LineAllocation>> mend(String salesOrder) {
            if (salesOrder.equals("BAD")) {
                triedAgain.countDown();
                throw new IllegalStateException("not now");
            }
            mended.countDown();
            return new Outcome.Done<>(List.of());
        }

        @Override
        public Outcome<List<LineAllocation>> mend(DocumentReference document) {
            return mend(document.number());
        }

        @Override
        public List<String> ordersAfter(DocumentType type, String number, int limit) {
            return List.of();
        }

        private static AllocationDecision loss(long number, String order) {
            return new AllocationDecision(
                    number,
                    new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), 1),
                    Bakery.BREAD,
                    Instant.EPOCH,
                    LocalDate.EPOCH,
                    Rotation.FEFO,
                    List.of(),
                    Quantity.of("1", "C62"),
                    List.of(),
                    0,
                    Optional.empty());
        }
    }

    private static final class EverySecond implements LostReservationsWatch.Config {
        @Override
        public int look_seconds() {
            return 1;
        }

        @Override
        public int all_minutes() {
            return 0;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return LostReservationsWatch.Config.class;
        }
    }

    private static final class EndEverySecond implements SoftReservationsEnd.Config {
        @Override
        public int look_seconds() {
            return 1;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return SoftReservationsEnd.Config.class;
        }
    }
}
