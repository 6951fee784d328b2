package org.lottrace.benchmark;

import io.xlate.edi.schema.EDISchemaException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.lottrace.edi.asn856.internal.ReadingComparison;

/** Prints how fast ship notices are read, against StAEDI that only checks them; run by the profile {@code benchmark} only. */
class ReadingBenchmarkIT {
    @Test
    void ten_megabytes_of_ship_notices_against_staedi() throws IOException, EDISchemaException {
        new ReadingComparison(10_000_000).print();
    }
}
