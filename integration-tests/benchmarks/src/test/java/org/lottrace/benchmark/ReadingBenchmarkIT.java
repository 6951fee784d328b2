package org.lottrace.benchmark;

import io.xlate.edi.schema.EDISchemaException;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.lottrace.edi.asn856.internal.ReadingComparison;
import org.lottrace.edi.asn856.internal.StoringMeasurement;

/** Prints how fast ship notices are read, against StAEDI, alone and with MOXy; run by the profile {@code benchmark} only. */
class ReadingBenchmarkIT {
    private static final int BYTES = Integer.getInteger("benchmark.bytes", 100_000_000);
    /** A rival needs a processor minute for ten megabytes. */
    private static final int RIVAL_BYTES = Integer.getInteger("benchmark.rival.bytes", 1_000_000);

    @Test
    void ship_notices_against_staedi() throws IOException, EDISchemaException, JAXBException {
        new ReadingComparison(BYTES, RIVAL_BYTES).print();
    }

    @Test
    void ship_notices_to_stored_notices() throws IOException {
        new StoringMeasurement().print();
    }
}
