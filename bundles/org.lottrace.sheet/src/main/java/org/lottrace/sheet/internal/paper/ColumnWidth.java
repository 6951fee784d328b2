package org.lottrace.sheet.internal.paper;

import org.dhatim.fastexcel.Worksheet;

/** How wide columns are on the screen and on paper. */
public final class ColumnWidth {
    private static final int LEAST = 12;
    private static final int MARGIN = 2;

    private ColumnWidth() {}

    /** @param characters of the head, which is wholly seen */
    public static void set(Worksheet sheet, int column, int characters) {
        sheet.width(column, Math.max(LEAST, characters + MARGIN));
    }
}
