package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.violation.ViolationPath;

class ViolationMapperTest {
    static Stream<Arguments> elements() {
        return Stream.of(
                Arguments.of("", ViolationPath.WHOLE),
                Arguments.of("line[2].quantity", ViolationPath.of("lines", 2).then("quantity")),
                Arguments.of(
                        "order[1].line[3].item",
                        ViolationPath.of("orders", 1).then("lines", 3).then("item")),
                Arguments.of(
                        "party[1].profile.ediAddress",
                        ViolationPath.of("parties", 1).then("profile").then("ediAddress")),
                Arguments.of("line[2].quantity", ViolationPath.of("line", 2).then("quantity")),
                Arguments.of("line", ViolationPath.of("lines")),
                Arguments.of("lot", ViolationPath.of("lots")),
                Arguments.of("shipNotice", ViolationPath.of("notice")),
                Arguments.of("salesOrder", ViolationPath.of("salesOrder")));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void names_the_elements_of_the_request(String element, ViolationPath path) {
        assertEquals(element, ViolationMapper.elementPath(path));
    }
}
