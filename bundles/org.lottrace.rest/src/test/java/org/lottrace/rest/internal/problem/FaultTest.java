package org.lottrace.rest.internal.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.ViolationPath;

class FaultTest {
    @Test
    void a_place_in_the_body_is_a_json_pointer_which_counts_from_0() {
        assertEquals("", Fault.pointer(ViolationPath.WHOLE));
        assertEquals("/gtin", Fault.pointer(ViolationPath.of("gtin")));
        assertEquals(
                "/lines/1/quantity", Fault.pointer(ViolationPath.of("lines", 2).then("quantity")));
    }

    @Test
    void a_place_in_a_file_stays_as_it_is() {
        assertEquals("set 0001 / N1", Fault.pointer(ViolationPath.of(PathStep.set("0001"), PathStep.segment("N1"))));
    }

    @ParameterizedTest
    @CsvSource({
        "ROLE_MISSING, 403",
        "CASE_UNKNOWN, 404",
        "EVENT_ID_REUSED, 409",
        "GTIN_IN_USE, 409",
        "LOT_UNKNOWN, 422",
        "LOT_ON_HOLD, 422"
    })
    void a_refusal_has_the_status_of_its_reason(String code, int status) {
        Problem problem = Problem.refused(List.of(new Fault(code, "", "")), Set.of("CASE_UNKNOWN"));

        assertEquals(status, problem.status());
    }
}
