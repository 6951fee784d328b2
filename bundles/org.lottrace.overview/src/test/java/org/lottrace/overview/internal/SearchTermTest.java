package org.lottrace.overview.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identified;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.identification.ScanForm;
import org.lottrace.api.identification.ScannedElement;

class SearchTermTest {
    private static final Identified SAYS_UNIT = saying(Optional.of(new Sscc("340123450000000017")), Optional.empty());
    private static final Identified SAYS_ITEM = saying(Optional.empty(), Optional.of(new Gtin("04012345000016")));

    /** What is in these scans; the reading of scans is tried in its own bundle. */
    private static final Map<String, Identified> SCANS = Map.of(
            "(00)340123450000000017", SAYS_UNIT,
            "00340123450000000017", SAYS_UNIT,
            "(01)04012345000016", SAYS_ITEM,
            "(01)04012345000016(10)X", SAYS_ITEM,
            "(10)4012345000016", Identified.NOTHING);

    private static SearchTerm term(String typed) {
        return SearchTerm.of(typed, SearchTermTest::read);
    }

    private static Scan read(String text) {
        boolean isScan = SCANS.containsKey(text);
        return new Scan(
                isScan ? ScanForm.BRACKETS : ScanForm.TEXT,
                isScan ? List.of(new ScannedElement("10", "X", "BATCH/LOT", 0)) : List.of(),
                SCANS.getOrDefault(text, Identified.NOTHING),
                List.of(),
                List.of(),
                List.of());
    }

    private static Identified saying(Optional<Sscc> unit, Optional<Gtin> item) {
        Identified none = Identified.NOTHING;
        return new Identified(
                unit,
                item,
                none.content(),
                none.lot(),
                none.serial(),
                none.productionDate(),
                none.packagingDate(),
                none.bestBefore(),
                none.expiry(),
                none.netWeight(),
                none.count(),
                none.glns(),
                none.others());
    }

    @Test
    void blanks_around_the_identifiers_of_a_label_do_not_matter() {
        assertEquals(
                Optional.of(new Gtin("04012345000016")),
                term("(01) 04012345000016 (10) X").gtin());
    }

    @ParameterizedTest
    @CsvSource({
        "L1, L1, ''",
        "FLOUR/L1, L1, FLOUR",
        "MILL/FLOUR/L1, L1, FLOUR",
        "MILL/FLOUR/L/1, L/1, FLOUR",
        "/L1, /L1, ''",
        "L1/, L1/, ''",
        "a//b, /b, a",
    })
    void a_lot_may_be_named_with_item_and_issuer(String text, String number, String item) {
        assertEquals(new SearchTerm.NamedLot(number, item), term(text).lot());
    }

    @ParameterizedTest
    @CsvSource({
        "340123450000000017, 340123450000000017",
        "3 4012345 000000001 7, 340123450000000017",
        "(00)340123450000000017, 340123450000000017",
        "00340123450000000017, 340123450000000017",
        "340123450000000018,",
        "34012345000000001,",
        "(01)04012345000016,",
    })
    void a_unit_is_known_by_its_check_digit(String text, String sscc) {
        assertEquals(Optional.ofNullable(sscc).map(Sscc::new), term(text).unit());
    }

    @ParameterizedTest
    @CsvSource({
        "04012345000016, 04012345000016",
        "4012345000016, 04012345000016",
        "4 012345 000016, 04012345000016",
        "(01)04012345000016(10)X, 04012345000016",
        "12345670, 00012345670",
        "4012345000017,",
        "401234500001,",
        "(10)4012345000016,",
    })
    void an_item_is_known_by_the_check_digit_of_its_gtin(String text, String gtin) {
        assertEquals(
                Optional.ofNullable(gtin).map(digits -> new Gtin("0".repeat(14 - digits.length()) + digits)),
                term(text).gtin());
    }

    @ParameterizedTest
    @CsvSource({
        "R-000017, R-000017",
        "r-17, R-000017",
        "R17, R-000017",
        "R-1234567, R-1234567",
        "17,",
        "R-,",
        "R-0,R-000000",
        "R-1234567890123,",
        "XR-17,"
    })
    void a_recall_case_is_known_without_its_zeros(String text, String number) {
        assertEquals(Optional.ofNullable(number), term(text).recallCase());
    }

    @ParameterizedTest
    @CsvSource({
        "17, 17 000000017",
        "00000017, 00000017 000000017",
        "000000017, 000000017",
        "A17, A17",
        "1234567890, 1234567890"
    })
    void a_control_number_is_known_without_its_zeros(String text, String numbers) {
        assertEquals(List.of(numbers.split(" ")), term(text).controlNumbers());
    }

    @Test
    void a_text_is_looked_for_as_it_is_and_in_capital_and_small_letters() {
        SearchTerm term = term("  Po-1 ");

        assertEquals("Po-1", term.text());
        assertEquals(List.of("Po-1", "PO-1", "po-1"), term.spellings());
        assertEquals(List.of("17"), term("17").spellings());
        assertTrue(term.is("PO-1"));
        assertFalse(term.is("PO-12"));
    }

    @Test
    void a_notice_may_be_named_with_its_sender() {
        assertEquals(List.of("SN-1", "sn-1"), term("MILL/SN-1").noticeNumbers());
        assertEquals(List.of("SN-1", "sn-1"), term("SN-1").noticeNumbers());
    }

    @Test
    void words_are_what_stands_between_blanks_each_once_and_five_at_most() {
        assertEquals(List.of("rye", "flour"), term("rye  flour rye").words());
        assertEquals(5, term("a b c d e f").words().size());
    }
}
