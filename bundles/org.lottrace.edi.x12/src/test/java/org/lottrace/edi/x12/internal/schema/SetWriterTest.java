package org.lottrace.edi.x12.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's binding writes becomes segments as it is, or nothing. */
class SetWriterTest {
    private static final String SET = "<TRANSACTION xmlns='urn:xlate.io:staedi:names:loops'"
            + " xmlns:s='urn:xlate.io:staedi:names:segments' xmlns:e='urn:xlate.io:staedi:names:elements'>"
            + "<s:SN1><e:SN102>10</e:SN102></s:SN1></TRANSACTION>";

    @Test
    void elements_become_segments() {
        assertEquals(List.of(List.of("SN1", "", "10")), SetWriter.segments(SET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1&nbsp;0", "1&amount;", "1&#0;0", "1<0", "10</e:SN102>"})
    void what_is_not_well_formed_is_refused_and_not_left_out(String value) {
        assertThrows(IllegalArgumentException.class, () -> SetWriter.segments(SET.replace(">10<", ">" + value + "<")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE TRANSACTION>", "<!DOCTYPE TRANSACTION [<!ENTITY e '4'>]>"})
    void neither_is_a_document_type_passed_over(String type) {
        assertThrows(IllegalArgumentException.class, () -> SetWriter.segments(type + SET));
    }

    @Test
    void nor_what_was_cut_off_or_goes_on() {
        assertThrows(
                IllegalArgumentException.class,
                () -> SetWriter.segments(SET.substring(0, SET.length() - "</TRANSACTION>".length())));
        assertThrows(IllegalArgumentException.class, () -> SetWriter.segments(SET + "<a/>"));
    }
}
