package org.lottrace.overview.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.overview.Search;
import org.lottrace.api.overview.SearchAnswer;
import org.lottrace.company.TestCompany;
import org.lottrace.persistence.testing.TestDatabase;

/** The bread has the GTIN 04012345000016. */
class SearchByScanIT {
    private static TestCompany company;

    @BeforeAll
    static void build() {
        company = TestCompany.on(TestDatabase.h2().withBakery());
    }

    @AfterAll
    static void end() {
        company.close();
    }

    @ParameterizedTest
    @CsvSource({
        "(01)04012345000016, BREAD",
        "(01) 04012345000016, BREAD",
        "]C10104012345000016, BREAD",
        "]E04012345000016, BREAD",
        "(02)04012345000016(37)24, BREAD",
        "https://id.example.com/01/04012345000016?17=260331, BREAD",
        "(01)04012345000017, ''",
        "]C1010401234500001610NOPE, ''"
    })
    void a_scan_finds_its_item_in_every_form(String scan, String items) {
        SearchAnswer answer = company.service(Search.class).find(scan);

        List<String> found = answer.kinds().stream()
                .flatMap(kind -> kind.hits().stream())
                .map(hit -> hit.key())
                .toList();
        assertEquals(items, String.join(" ", found));
    }
}
