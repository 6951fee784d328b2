/** Workbooks for spreadsheets: {@link org.lottrace.sheet.SheetFile} writes one row after the other and keeps none. */
@Export
@Version("1.0.0")
package org.lottrace.sheet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
