package org.lottrace.label.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.label.LabelFormat;
import org.lottrace.api.label.LabelKind;

class SitePrintingTest {
    @Test
    void an_empty_line_of_the_file_prints_nothing() {
        assertEquals(Map.of(), SitePrinting.read(""));
    }

    @Test
    void a_line_of_the_file_names_several_sites() {
        assertEquals(
                Map.of(
                        new SiteId("BER"), new SitePrinting(LabelFormat.ZPL, LabelKind.CASE),
                        new SiteId("HAM"), new SitePrinting(LabelFormat.PDF, LabelKind.LOT)),
                SitePrinting.read("BER ZPL CASE, HAM PDF LOT"));
    }

    @Test
    void an_entry_without_a_format_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> SitePrinting.read("BER"));
    }
}
