package org.lottrace.benchmark;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Prints what SOAP and REST cost around one movement; run by the profile {@code benchmark} only. */
class OutsideBenchmarkIT {
    @Test
    void a_transfer_by_soap_and_by_rest_against_a_call_of_the_service() throws IOException {
        new OutsideComparison().print();
    }
}
