package org.lottrace.lot.master.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.SiteBuilder.aSite;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.NumberingStandard;
import org.lottrace.api.lot.Site;
import org.lottrace.persistence.testing.TestDatabase;

class LotNumberingServiceIT {
    private static final String MARCH_2 = "2026-03-02T10:00:00Z";

    private final TestDatabase database = TestDatabase.h2();
    private final LotNumberingService numbering = new LotNumberingService(database.unitOfWork(), database.sequences());

    @ParameterizedTest
    @CsvSource({
        "'{yyyy}-{site}-{shift}-{seq:4}',   2024-05-06T10:00:00Z, 2024-ATL-3-0001",
        "'{yyyy}{DDD}-{seq:2}',             2024-12-31T10:00:00Z, 2024366-01",
        "'{yy}{MM}{dd}-{line}-{seq:2}',     2025-01-01T04:59:00Z, 241231-L7-01",
        "'{yy}{MM}{dd}-{line}-{seq:2}',     2025-01-01T05:00:00Z, 250101-L7-01",
        "'{y}{item}/{seq:3}',               2026-03-02T10:00:00Z, 6BREAD/001",
        "'{site}-{seq:1}{chk}',             2026-03-02T10:00:00Z, ATL-1D",
    })
    void numbers_a_lot_by_the_template_of_its_site(String template, String producedAt, String number) {
        assertEquals(number, next(template, producedAt, "L7", "3"));
    }

    @Test
    void the_standard_of_a_site_says_how_its_numbers_are_made_and_takes_none() {
        Site site = aSite("ATL").numbering("{yyyy}-{site}-{shift}-{seq:4}").build();

        NumberingStandard standard = numbering.standard(site, LocalDate.of(2024, 5, 6));

        assertEquals(List.of("yyyy", "site", "shift", "seq"), standard.fields());
        assertEquals(List.of("yyyy", "site", "shift"), standard.restartsWith());
        assertEquals(9999, standard.capacity());
        assertEquals(false, standard.isProtected());
        assertEquals(Optional.of(new LotNumber("2024-ATL-1-0001")), standard.example());
        assertEquals(
                "2024-ATL-1-0001",
                numbering
                        .next(site, BREAD, Instant.parse("2024-05-06T10:00:00Z"), "", "1")
                        .value());
    }

    @Test
    void counts_separately_for_each_day_and_shift() {
        List<String> numbers = new ArrayList<>();
        for (String shift : List.of("1", "1", "2", "1")) {
            numbers.add(next("{dd}-{shift}-{seq:2}", MARCH_2, "", shift));
        }
        numbers.add(next("{dd}-{shift}-{seq:2}", "2026-03-03T10:00:00Z", "", "1"));

        assertEquals(List.of("02-1-01", "02-1-02", "02-2-01", "02-1-03", "03-1-01"), numbers);
    }

    @Test
    void counts_all_items_together_unless_the_template_names_the_item() {
        Site site = aSite("ATL").numbering("{seq:2}").build();

        assertEquals(
                "01",
                numbering.next(site, BREAD, Instant.parse(MARCH_2), "", "").value());
        assertEquals(
                "02",
                numbering.next(site, DOUGH, Instant.parse(MARCH_2), "", "").value());
    }

    @Test
    void stops_when_the_sequence_is_used_up() {
        for (int i = 1; i <= 9; i++) {
            next("{seq:1}", MARCH_2, "", "");
        }

        assertThrows(InvalidIdentifierException.class, () -> next("{seq:1}", MARCH_2, "", ""));
    }

    @Test
    void needs_every_field_that_the_template_names() {
        assertThrows(InvalidIdentifierException.class, () -> next("{line}-{seq:1}", MARCH_2, "", "3"));
        assertThrows(InvalidIdentifierException.class, () -> next("{foo}", MARCH_2, "", ""));
    }

    @Test
    void gives_parallel_callers_different_numbers() throws Exception {
        int callers = 40;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<String> call = () -> next("{yy}-{seq:4}{chk}", MARCH_2, "", "");
            Set<String> numbers = new HashSet<>();
            for (Future<String> number : threads.invokeAll(Collections.nCopies(callers, call))) {
                numbers.add(number.get());
            }
            assertEquals(callers, numbers.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void reads_a_number_back_by_field() {
        assertEquals(
                "{yyyy=2024, site=ATL, shift=3, seq=0042}",
                numbering
                        .decode("{yyyy}-{site}-{shift}-{seq:4}", new LotNumber("2024-ATL-3-0042"))
                        .toString());
    }

    private String next(String template, String producedAt, String line, String shift) {
        Site site = aSite("ATL").numbering(template).build();
        return numbering
                .next(site, BREAD, Instant.parse(producedAt), line, shift)
                .value();
    }
}
