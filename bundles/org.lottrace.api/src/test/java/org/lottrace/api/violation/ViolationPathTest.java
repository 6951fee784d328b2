package org.lottrace.api.violation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationPathTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", ViolationPath.WHOLE),
                Arguments.of("lots", ViolationPath.of("lots")),
                Arguments.of("lines[2].quantity", ViolationPath.of("lines", 2).then("quantity")),
                Arguments.of(
                        "orders[1].lines[12].keyData[3]",
                        ViolationPath.of("orders", 1).then("lines", 12).then("keyData", 3)),
                Arguments.of("14 / N1", ViolationPath.of(PathStep.position("14"), PathStep.segment("N1"))),
                Arguments.of(
                        "set 0001 / 14 / N1 / 2",
                        ViolationPath.of(PathStep.set("0001"))
                                .then(PathStep.position("14"), PathStep.segment("N1"), PathStep.element("2"))),
                Arguments.of(
                        "group 7 / AK9 / 1",
                        ViolationPath.of(PathStep.group("7"), PathStep.segment("AK9"), PathStep.element("1"))),
                Arguments.of(
                        "set 0002 / HL 3 / quantity",
                        ViolationPath.of(PathStep.set("0002"), PathStep.level("3"))
                                .then("quantity")),
                Arguments.of("line 5", ViolationPath.of(PathStep.row(5))),
                Arguments.of(
                        "line 5 column P (On hand)", ViolationPath.of(PathStep.row(5), PathStep.column(16, "On hand"))),
                Arguments.of("as it was stored", ViolationPath.of(PathStep.words("as it was stored"))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void is_written_for_files_stores_and_scripts(String text, ViolationPath path) {
        assertEquals(text, path.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "lines[2]", "lines.quantity", "HL 3 / SN1", "Lines"})
    void takes_no_written_path_for_a_property(String text) {
        assertThrows(IllegalArgumentException.class, () -> ViolationPath.of(text));
    }

    @Test
    void counts_from_one() {
        assertThrows(IllegalArgumentException.class, () -> ViolationPath.of("lines", -1));
        assertThrows(IllegalArgumentException.class, () -> PathStep.row(0));
        assertThrows(IllegalArgumentException.class, () -> new PathStep(PathStep.Kind.SET, "0001", 1));
    }

    @Test
    void goes_on_where_another_path_leads() {
        ViolationPath line = ViolationPath.of("lines", 2).then("quantity");

        assertEquals(
                "orders[1].lines[2].quantity",
                ViolationPath.of("orders", 1).then(line).toString());
        assertEquals(line, ViolationPath.WHOLE.then(line));
        assertEquals(line, line.then(ViolationPath.WHOLE));
        assertTrue(ViolationPath.WHOLE.isWhole() && !line.isWhole());
    }

    @Test
    void is_in_the_order_of_the_request() {
        List<ViolationPath> inOrder = List.of(
                ViolationPath.WHOLE,
                ViolationPath.of("lines", 2),
                ViolationPath.of("lines", 2).then("item"),
                ViolationPath.of("lines", 2).then("quantity"),
                ViolationPath.of("lines", 10),
                ViolationPath.of("site"),
                ViolationPath.of(PathStep.position("9"), PathStep.segment("SN1")),
                ViolationPath.of(PathStep.position("14"), PathStep.segment("N1")));

        assertEquals(inOrder, inOrder.stream().sorted().toList());
        assertEquals(
                inOrder,
                Stream.of(7, 3, 0, 6, 1, 5, 2, 4).map(inOrder::get).sorted().toList());
    }

    @Test
    void names_one_element_of_a_list() {
        assertEquals("line", PathStep.property("lines", 1).nameOfOne());
        assertEquals("party", PathStep.property("parties", 1).nameOfOne());
        assertEquals("keyData", PathStep.property("keyData", 1).nameOfOne());
        assertEquals("lots", PathStep.property("lots").nameOfOne());
    }

    @Test
    void counts_columns_with_letters() {
        assertEquals(
                List.of("A", "Z", "AA", "AZ", "ZZ", "AAA"),
                Stream.of(1, 26, 27, 52, 702, 703)
                        .map(n -> PathStep.column(n, "").letters())
                        .toList());
    }

    @Test
    void a_violation_says_where_it_is() {
        assertEquals("LOT_EXPIRED lot: take another", new Violation("LOT_EXPIRED", "lot", "take another").toString());
        assertEquals("EMPTY: add a line", new Violation("EMPTY", ViolationPath.WHOLE, "add a line").toString());
    }
}
