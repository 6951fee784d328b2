package org.lottrace.overview.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {
    private static final String GTIN = "04012345000016";

    @ParameterizedTest
    @CsvSource({
        "(01)04012345000016(10)L1, 01=04012345000016 10=L1",
        "(01)04012345000016(17)260331(10)A/1-b, 01=04012345000016 10=A/1-b 17=260331",
        "(00)340123450000000017, 00=340123450000000017",
        "(400)PO 7, 400=PO 7",
        "(10) L1, 10=L1",
        "010401234500001610L1, 01=04012345000016 10=L1",
        "]C1010401234500001610L1, 01=04012345000016 10=L1",
        "]d2010401234500001610L1<GS>21S7, 01=04012345000016 10=L1 21=S7",
        "]Q3<GS>010401234500001617260331, 01=04012345000016 17=260331",
        "10L1{GS}21S7, 10=L1 21=S7",
        "]C110L1, 10=L1",
        "]e03100001234" + "10L1, 10=L1 3100=001234",
        "01040123450000163923199{GS}10L1, 01=04012345000016 10=L1 3923=199",
        "0104012345000016240X{GS}10L1, 01=04012345000016 10=L1 240=X",
        "00340123450000000017, 00=340123450000000017",
        "https://id.gs1.org/01/04012345000016/10/L1, 01=04012345000016 10=L1",
        "https://example.com/p/01/04012345000016/10/A%2F1?17=260331, 01=04012345000016 10=A/1",
        "HTTP://example.com/00/340123450000000017, 00=340123450000000017",
    })
    void reads_a_label(String text, String values) {
        assertEquals(Optional.of(values), ElementString.read(text).map(ElementStringTest::told));
    }

    @Test
    void reads_a_separator_as_a_scanner_sends_it() {
        assertEquals(
                Optional.of("10=L1 21=S7"), ElementString.read("10L1\u001d21S7").map(ElementStringTest::told));
        assertEquals(
                Optional.of("10=L1 21=S7"),
                ElementString.read("\u001d10L1\u001d21S7").map(ElementStringTest::told));
        assertEquals(
                Optional.of("10=L1 21=S7"), ElementString.read("10L1\u241d21S7").map(ElementStringTest::told));
    }

    private static String told(ElementString label) {
        return label.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::toString)
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "L1",
                "10L1",
                "4012345000016",
                GTIN,
                "0104012345000017" + "10L1",
                "00340123450000000018",
                "340123450000000017",
                "(01)" + GTIN + " L1(",
                "L1 (10)X",
                "(1)X",
                "(10)",
                "01040123450000",
                "]C1",
                "]C101040123",
                "10<GS>21S7",
                "<GS>",
                "]C1XX12",
                "https://example.com/lots/L1",
                "2026-03-01",
                "PO1/2026"
            })
    void what_is_no_label_is_a_text(String text) {
        assertEquals(Optional.empty(), ElementString.read(text).map(ElementStringTest::told));
    }
}
