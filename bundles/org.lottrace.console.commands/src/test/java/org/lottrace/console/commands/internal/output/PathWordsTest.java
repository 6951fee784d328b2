package org.lottrace.console.commands.internal.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.ViolationPath;

class PathWordsTest {
    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("", ViolationPath.WHOLE),
                Arguments.of("lots", ViolationPath.of("lots")),
                Arguments.of("sales order", ViolationPath.of("salesOrder")),
                Arguments.of("line 2, quantity", ViolationPath.of("lines", 2).then("quantity")),
                Arguments.of(
                        "party 1, profile, edi address",
                        ViolationPath.of("parties", 1).then("profile").then("ediAddress")),
                Arguments.of(
                        "set 0001, segment 14, N1, element 2",
                        ViolationPath.of(
                                PathStep.set("0001"),
                                PathStep.position("14"),
                                PathStep.segment("N1"),
                                PathStep.element("2"))),
                Arguments.of(
                        "set 0001, HL 3, quantity",
                        ViolationPath.of(PathStep.set("0001"), PathStep.level("3"))
                                .then("quantity")),
                Arguments.of(
                        "line 5, column P (On hand)",
                        ViolationPath.of(PathStep.row(5), PathStep.column(16, "On hand"))),
                Arguments.of("set 0001 / 14 / N1 / 2", ViolationPath.of(PathStep.words("set 0001 / 14 / N1 / 2"))));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void says_where_it_is_in_words(String words, ViolationPath path) {
        assertEquals(words, PathWords.of(path));
    }
}
