package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationMapperTest {
    @ParameterizedTest
    @CsvSource({
        "lines[2].quantity,               line[2].quantity",
        "orders[1].lines[3].item,         order[1].line[3].item",
        "parties[1].profile.ediAddress,   party[1].profile.ediAddress",
        "lines,                           line",
        "notice,                          shipNotice",
        "salesOrder,                      salesOrder",
    })
    void names_the_elements_of_the_request(String field, String element) {
        assertEquals(element, ViolationMapper.elementPath(field));
    }
}
