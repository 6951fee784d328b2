package org.lottrace.exceptioncase.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.operation.Role;
import org.lottrace.exceptioncase.internal.CaseRules.Rule;

class CaseRulesTest {
    @ParameterizedTest
    @CsvSource({"LOT_RECALLED, QUALITY, 2", "RESERVATION_LOST, SHIPPER, 8", "NEVER_HEARD_OF, OPERATOR, 48"})
    void a_code_has_its_owner_and_its_hours(String code, Role owner, int hours) {
        assertEquals(new Rule(owner, Duration.ofHours(hours)), new CaseRules().of(code));
    }

    @Test
    void the_configuration_takes_the_place_of_single_lines() {
        CaseRules rules = new CaseRules("LOT_ON_HOLD=lottrace-controller 1", "OTHERS = admin 3", "NEW=lottrace 7");

        assertEquals(new Rule(Role.CONTROLLER, Duration.ofHours(1)), rules.of("LOT_ON_HOLD"));
        assertEquals(new Rule(Role.ADMINISTRATOR, Duration.ofHours(3)), rules.of("WHATEVER"));
        assertEquals(new Rule(Role.OPERATOR, Duration.ofHours(7)), rules.of("NEW"));
        assertEquals(new Rule(Role.QUALITY, Duration.ofHours(2)), rules.of("LOT_RECALLED"));
    }

    @Test
    void every_line_that_cannot_be_read_is_named() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new CaseRules(
                                "A=nobody 1",
                                "B=lottrace",
                                "C",
                                "=lottrace 1",
                                "D=lottrace 0",
                                "E=lottrace 10001",
                                "F=lottrace 1"))
                .getMessage();

        for (String wrong : new String[] {"A=nobody 1", "B=lottrace", "C=", "\"=lottrace 1", "D=", "E="}) {
            assertTrue(message.contains(wrong), message);
        }
        assertTrue(!message.contains("F="), message);
    }
}
