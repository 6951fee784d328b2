package org.lottrace.intake.internal.table;

import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.intake.internal.Problems;

/** Reads files. */
public final class Tables {
    private Tables() {}

    /**
     * @param problems gets what is wrong with single rows
     * @throws UnreadableTableException if it is no table, or beyond the limits
     */
    public static Table read(ImportFormat format, TextEncoding encoding, byte[] content, Problems problems) {
        if (content.length > Imports.MOST_BYTES) {
            throw new UnreadableTableException(
                    Imports.FILE_TOO_LARGE, 0, "the file has more than " + Imports.MOST_BYTES + " bytes: split it");
        }
        if (content.length == 0) {
            throw new UnreadableTableException(Imports.FILE_NOT_READABLE, 0, "the file is empty");
        }
        return switch (format) {
            case CSV -> CsvTable.read(encoding, content, problems);
            case JSON -> JsonTable.read(content, problems);
            case XLSX -> XlsxTable.read(content, problems);
        };
    }
}
