package org.lottrace.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Prints how posting compares with plain JDBC; run by the profile {@code benchmark} only. */
class PostingBenchmarkIT {
    @Test
    void a_transfer_against_the_same_rows_by_jdbc() throws IOException, SQLException {
        new PostingComparison().print();
    }

    @Test
    void transfers_by_many_callers_against_the_same_rows_by_jdbc() throws Exception {
        new ManyCallersComparison().print();
    }
}
