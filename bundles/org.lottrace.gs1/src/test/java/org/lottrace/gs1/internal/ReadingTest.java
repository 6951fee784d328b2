package org.lottrace.gs1.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Identified;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.identification.ScanForm;
import org.lottrace.api.identification.ScannedElement;
import org.lottrace.api.identification.ScannedGln;
import org.lottrace.api.quantity.Quantity;

class ReadingTest {
    private static final Identification IDENTIFICATION =
            new IdentificationService(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "(01)04012345000016(10)L1, BRACKETS, 01=04012345000016 10=L1",
        "(01)04012345000016(17)260331(10)A/1-b, BRACKETS, 01=04012345000016 17=260331 10=A/1-b",
        "(00)340123450000000017, BRACKETS, 00=340123450000000017",
        "(01)04012345000016(10)A\\(1), BRACKETS, 01=04012345000016 10=A(1)",
        "010401234500001610L1, ELEMENT_STRING, 01=04012345000016 10=L1",
        "]C1010401234500001610L1, ELEMENT_STRING, 01=04012345000016 10=L1",
        "]d2010401234500001610L1<GS>21S7, ELEMENT_STRING, 01=04012345000016 10=L1 21=S7",
        "]Q3<GS>010401234500001617260331, ELEMENT_STRING, 01=04012345000016 17=260331",
        "]J10104012345000016{GS}10L1{GS}, ELEMENT_STRING, 01=04012345000016 10=L1",
        "10L1{GS}21S7, ELEMENT_STRING, 10=L1 21=S7",
        "]C110L1, ELEMENT_STRING, 10=L1",
        "]C110L1<GS>, ELEMENT_STRING, 10=L1",
        "]e0310000123410L1, ELEMENT_STRING, 3100=001234 10=L1",
        "01040123450000163923199{GS}10L1, ELEMENT_STRING, 01=04012345000016 3923=199 10=L1",
        "0104012345000016240X{GS}10L1, ELEMENT_STRING, 01=04012345000016 240=X 10=L1",
        "00340123450000000017, ELEMENT_STRING, 00=340123450000000017",
        "]C101040123450000160104012345000016, ELEMENT_STRING, 01=04012345000016",
        "]E04012345000016, TRADE_ITEM_NUMBER, 01=04012345000016",
        "]E412345670, TRADE_ITEM_NUMBER, 01=00000012345670",
        "https://id.gs1.org/01/04012345000016/10/L1, DIGITAL_LINK, 01=04012345000016 10=L1",
        "]Q1https://id.gs1.org/01/04012345000016/10/L1, DIGITAL_LINK, 01=04012345000016 10=L1",
        "https://example.com/p/01/04012345000016/10/A%2F1?17=260331, DIGITAL_LINK, 01=04012345000016 10=A/1 17=260331",
        "https://example.com/p/01/04012345000016/10/50%, DIGITAL_LINK, 01=04012345000016 10=50%",
        "https://example.com/01/04012345000016/10/A+B, DIGITAL_LINK, 01=04012345000016 10=A+B",
        "https://example.com/01/04012345000016/22/2/10/L1/21/7, DIGITAL_LINK, 01=04012345000016 22=2 10=L1 21=7",
        "HTTP://example.com/00/340123450000000017, DIGITAL_LINK, 00=340123450000000017",
        "https://a.b/00/340123450000000017?02=04012345000016&37=24&10=L1, DIGITAL_LINK,"
                + " 00=340123450000000017 02=04012345000016 37=24 10=L1",
        "https://a.b/414/4012345000009/254/A1, DIGITAL_LINK, 414=4012345000009 254=A1",
        "https://a.b/8010/4012345ABC/8011/7, DIGITAL_LINK, 8010=4012345ABC 8011=7",
        "urn:epc:class:lgtin:4023333.002000.2019-10-07, EPC, 01=04023333020008 10=2019-10-07",
        "urn:epc:class:lgtin:4023333.002000.A%2F1, EPC, 01=04023333020008 10=A/1",
        "urn:epc:id:sgtin:0614141.112345.400, EPC, 01=10614141123459 21=400",
        "urn:epc:id:sscc:0614141.1234567890, EPC, 00=106141412345678908",
        "3074257BF7194E4000001A85, EPC, 01=80614141123458 21=6789",
        "3114257BF4499602D2000000, EPC, 00=106141412345678908",
        "3074257bf7194e4000001a85, EPC, 01=80614141123458 21=6789",
        "3674257BF6B7A659B2C2BF1000000000000000000000000000, EPC, 01=70614141123451 21=32a/b",
        "3674257BF6B7A659B2C2BF100000000000000000000000000000, EPC, 01=70614141123451 21=32a/b",
        "urn:epc:tag:sgtin-96:3.0614141.112345.400, EPC, 01=10614141123459 21=400",
        "urn:epc:tag:sgtin-198:3.0614141.712345.32a%2Fb, EPC, 01=70614141123451 21=32a/b",
        "urn:epc:tag:sscc-96:3.0614141.1234567890, EPC, 00=106141412345678908",
        "https://xn--mnchen-3ya.de/01/04012345000016/10/L1, DIGITAL_LINK, 01=04012345000016 10=L1",
        "https://a.b:8443/12/01/04012345000016/10/L1, DIGITAL_LINK, 01=04012345000016 10=L1",
        "https://[2001:db8::1]/01/04012345000016, DIGITAL_LINK, 01=04012345000016",
        "https://user@a.b/01/04012345000016, DIGITAL_LINK, 01=04012345000016",
        "https://a.b/01/04012345000016/10/A%2fB, DIGITAL_LINK, 01=04012345000016 10=A/B",
        "https://a.b/01/04012345000016/10/A%252FB, DIGITAL_LINK, 01=04012345000016 10=A%2FB",
        "https://a.b/01/%30%34012345000016, DIGITAL_LINK, 01=04012345000016",
        "https://a.b/21/digits/01/04012345000016/21/7, DIGITAL_LINK, 01=04012345000016 21=7",
    })
    void reads_a_scan(String text, ScanForm form, String values) {
        Scan scan = IDENTIFICATION.read(text);

        assertEquals(List.of(), scan.problems());
        assertEquals(form, scan.form());
        assertEquals(values, told(scan.elements()));
    }

    private static String told(List<ScannedElement> elements) {
        return elements.stream()
                .map(element -> element.ai() + "=" + element.value())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10L1\u001d21S7", "\u001d10L1\u001d21S7\u001d", "10L1\u241d21S7"})
    void reads_a_separator_as_a_scanner_sends_it(String text) {
        assertEquals("10=L1 21=S7", told(IDENTIFICATION.read(text).elements()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "L1",
                "10L1",
                "4012345000016",
                "04012345000016",
                "010401234500001710L1",
                "00340123450000000018",
                "340123450000000017",
                "0104012345000016",
                "L1 (10)X",
                "(1)X",
                "]A0123",
                "3074257BF7194E4000001A8",
                "30FFFFFFFFFFFFFFFFFFFFFF",
                "3674257BF6B7A60000000000000000000000000000000000000",
                "3674257BF6B7A659B2C2BF1000000000000000000000000100",
                "E2003412013802000B5A4F3C",
                "010401234500001699 "
            })
    void anything_else_is_a_text(String text) {
        Scan scan = IDENTIFICATION.read(text);

        boolean isGtinAlone = text.equals("0104012345000016");
        assertEquals(isGtinAlone ? ScanForm.ELEMENT_STRING : ScanForm.TEXT, scan.form());
        assertEquals(isGtinAlone, scan.isReadable());
        assertEquals(List.of(), scan.problems());
    }

    /** Rule, the place in what was scanned, how long it is, and the identifier. */
    @ParameterizedTest
    @CsvSource({
        "(01)04012345000017, INCORRECT_CHECK_DIGIT 17+1 01",
        "]C10104012345000017, INCORRECT_CHECK_DIGIT 18+1 01",
        "]d210L 1, INVALID_CSET82_CHARACTER 6+1 10",
        "(10)123456789012345678901, VALUE_TOO_LONG 24+1 10",
        "(17)2602, VALUE_TOO_SHORT 8+0 17",
        "(10)(11)260301, VALUE_TOO_SHORT 4+0 10",
        "(17)260230, ILLEGAL_DAY 8+2 17",
        "(17)261301(11)260001, ILLEGAL_MONTH 6+2 17; ILLEGAL_MONTH 16+2 11",
        "(01)04012345000016(89)1, AI_UNKNOWN 19+2 ",
        "]C1040123456, AI_UNKNOWN 3+4 ",
        "(01)04012345000016x, VALUE_TOO_LONG 18+1 01",
        "]C110L1<GS>10L2, AI_REPEATED 13+2 10",
        "(01)04012345000016(02)04012345000016, AI_NOT_TOGETHER 1+2 01",
        "(3100)001234(3101)001234, AI_NOT_TOGETHER 13+4 3101; AI_NOT_TOGETHER 1+4 3100",
        "(421)999ABC, NOT_ISO3166 5+3 421",
        "(01)04012345000016(10)L1)(21), VALUE_TOO_SHORT 29+0 21",
        "]E04012345000017, INCORRECT_CHECK_DIGIT 3+13 01",
        "]E0401234500001, TRADE_ITEM_DIGITS 3+12 ",
        "https://a.b/01/04012345000017, INCORRECT_CHECK_DIGIT 28+1 01",
        "https://a.b/01/04012345000016/10/A%20B, INVALID_CSET82_CHARACTER 34+3 10",
        "https://a.b/01/04012345000016/21/7/10/L1, LINK_QUALIFIERS 30+2 21",
        "https://a.b/01/04012345000016/235/X/10/L1, LINK_QUALIFIERS 30+3 235",
        "https://a.b/01/04012345000016?01=04012345000016, LINK_AI_TWICE 30+2 01",
        "https://a.b/01/04012345000016/10/L1?10=L1, LINK_NO_ATTRIBUTE 36+2 10",
        "https://a.b/01/04012345000016?8200=x, LINK_NO_ATTRIBUTE 30+4 8200",
        "https://a.b/01/04012345000016?89=x, AI_UNKNOWN 30+2 ",
        "https://a.b/about/us, LINK_WITHOUT_KEY 11+9 ",
        "Https://a.b/01/04012345000016, LINK_MALFORMED 0+29 ",
        "https://a.b/01/04012345000016/10/A%00B, INVALID_CSET82_CHARACTER 34+3 10",
        "https://a.b/01/04012345000016/, LINK_WITHOUT_KEY 11+19 ",
        "https://a.b/01/4012345000016, VALUE_TOO_SHORT 28+0 01",
        "https://a.b/01/04012345000016?17=260331&17=260331, LINK_AI_TWICE 40+2 17",
        "(01)04012345000016 (10)L1, VALUE_TOO_LONG 18+1 01",
        "urn:epc:tag:sgtin-96:8.0614141.112345.400, EPC_UNKNOWN 0+41 ",
        "urn:epc:idpat:sgtin:0614141.112345.*, EPC_UNKNOWN 0+36 ",
        "urn:epc:id:sgln:0614141.12345.400, EPC_UNKNOWN 0+33 ",
        "urn:epc:id:sscc:0614141.123456789, EPC_DIGITS 16+17 ",
    })
    void refuses_what_gs1_refuses_with_rule_place_and_identifier(String text, String problems) {
        Scan scan = IDENTIFICATION.read(text);

        assertEquals(
                problems.trim(),
                scan.problems().stream()
                        .map(one -> one.rule() + " " + one.offset() + "+" + one.length() + " " + one.ai())
                        .collect(Collectors.joining("; "))
                        .trim());
        assertFalse(scan.isReadable());
        assertEquals(Identified.NOTHING, scan.identified());
    }

    @Test
    void says_what_is_wrong_to_people() {
        assertEquals(
                "(01) the check digit 7 does not fit the other digits: one of them is wrong [INCORRECT_CHECK_DIGIT, character 18]",
                IDENTIFICATION.read("(01)04012345000017").problems().get(0).toString());
    }

    @Test
    void values_have_their_types_and_everything_else_is_kept() {
        Identified said = IDENTIFICATION
                .read(
                        "]C100340123450000000017{GS}0204012345000016{GS}3724{GS}10L1{GS}21S7{GS}11260228{GS}13260301{GS}15260300"
                                + "{GS}17270101{GS}3102001250{GS}4104012345000009{GS}400PO-7")
                .identified();

        assertEquals(Optional.of(new Sscc("340123450000000017")), said.sscc());
        assertEquals(Optional.empty(), said.gtin());
        assertEquals(Optional.of(new Gtin("04012345000016")), said.content());
        assertEquals(said.content(), said.item());
        assertEquals(Optional.of(new LotNumber("L1")), said.lot());
        assertEquals(Optional.of("S7"), said.serial());
        assertEquals(Optional.of(LocalDate.parse("2026-02-28")), said.productionDate());
        assertEquals(Optional.of(LocalDate.parse("2026-03-01")), said.packagingDate());
        assertEquals(Optional.of(LocalDate.parse("2026-03-31")), said.bestBefore());
        assertEquals(Optional.of(LocalDate.parse("2027-01-01")), said.expiry());
        assertEquals(Optional.of(Quantity.of("12.50", "KGM")), said.netWeight());
        assertEquals(Optional.of(new BigDecimal("24")), said.count());
        assertEquals(List.of(new ScannedGln("410", new Gln("4012345000009"))), said.glns());
        assertEquals("400=PO-7", told(said.others()));
    }

    @ParameterizedTest
    @CsvSource({
        "260200, 2026-02-28",
        "280200, 2028-02-29",
        "760101, 2076-01-01",
        "770101, 1977-01-01",
        "000229, 2000-02-29"
    })
    void a_day_zero_is_the_last_of_its_month_and_the_century_is_the_nearest(String date, LocalDate day) {
        assertEquals(
                Optional.of(day),
                IDENTIFICATION.read("(17)" + date).identified().expiry());
    }

    @ParameterizedTest
    @CsvSource({"3100001234, 1234 KGM", "3105001234, 0.01234 KGM", "3201001234, 123.4 LBR"})
    void a_net_weight_has_the_decimals_of_its_identifier(String element, String weight) {
        assertEquals(
                Optional.of(Quantity.of(weight.split(" ")[0], weight.split(" ")[1])),
                IDENTIFICATION.read("]C1" + element).identified().netWeight());
    }

    @Test
    void of_two_weights_one_is_used_and_the_other_is_kept() {
        Identified said = IDENTIFICATION
                .read("(01)94012345000019(3102)001250(3202)002756")
                .identified();

        assertEquals(Optional.of(Quantity.of("12.5", "KGM")), said.netWeight());
        assertEquals("3202=002756", told(said.others()));
    }

    /** Another bar code of the same goods may carry it. */
    @Test
    void what_is_missing_is_said_and_not_refused() {
        Scan scan = IDENTIFICATION.read("(10)L1");

        assertTrue(scan.isReadable());
        assertEquals(
                "(10) needs (01), or (02), or (03), or (8006), or (8026) beside it [AI_REQUIRED, character 2]",
                scan.missing().get(0).toString());
        assertEquals(List.of(), IDENTIFICATION.read("(01)04012345000016(10)L1").missing());
    }

    @Test
    void what_a_link_says_to_its_resolver_is_said_to_be_ignored() {
        assertEquals(
                List.of("linkType=gs1:pip", "x", "#top"),
                IDENTIFICATION
                        .read("https://a.b/01/04012345000016?linkType=gs1:pip&17=260331;x#top")
                        .ignored());
    }

    @Test
    void a_text_that_no_symbol_can_hold_is_not_read() {
        Scan scan = IDENTIFICATION.read("]C110" + "1".repeat(Identification.LONGEST_SCAN));

        assertEquals("SCAN_TOO_LONG", scan.problems().get(0).rule());
    }
}
