package org.lottrace.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.persistence.testing.TestDatabase;

/** Only persistence is on the class path here. */
class TestCompanyTest {
    private final TestCompany company = TestCompany.on(TestDatabase.h2().withBakery());

    @Test
    void its_stores_read_its_database() {
        ItemStore items = company.service(ItemStore.class);

        assertTrue(company.database()
                .unitOfWork()
                .required(() -> items.find(Bakery.FLOUR))
                .isPresent());
    }

    @Test
    void each_service_is_built_once() {
        assertEquals(company.service(LotStore.class), company.service(LotStore.class));
    }

    @Test
    void what_it_is_given_stands_in_the_place_of_what_is_built() {
        LotStore given = company.database().lots();

        assertEquals(given, company.with(LotStore.class, given).service(LotStore.class));
    }

    @Test
    void a_service_that_no_bundle_gives_is_named_with_who_needs_it() {
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> company.service(LotMaster.class));

        assertEquals(
                "there is no org.lottrace.api.lot.LotMaster, needed by the test: put its bundle on the test class path,"
                        + " or give the company one",
                missing.getMessage());
    }

    @Test
    void what_comes_too_late_is_refused() {
        company.service(LotStore.class);

        assertThrows(IllegalStateException.class, () -> company.with(Clock.class, Bakery.CLOCK));
    }
}
