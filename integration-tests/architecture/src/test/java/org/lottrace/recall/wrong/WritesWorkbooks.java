package org.lottrace.recall.wrong;

import org.dhatim.fastexcel.Workbook;

/** fastexcel outside of the bundle for workbooks. */
public interface WritesWorkbooks {
    Workbook workbook();
}
