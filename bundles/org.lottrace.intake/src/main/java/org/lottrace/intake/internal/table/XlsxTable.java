package org.lottrace.intake.internal.table;

import org.lottrace.api.intake.Imports;
import org.lottrace.intake.internal.Problems;

/** The first sheet of a workbook. */
final class XlsxTable {
    private XlsxTable() {}

    static Table read(byte[] content, Problems problems) {
        throw new UnreadableTableException(Imports.FILE_NOT_READABLE, 0, "workbooks cannot be read yet");
    }
}
