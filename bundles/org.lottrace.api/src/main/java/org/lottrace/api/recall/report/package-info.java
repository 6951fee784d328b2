/** Where a recall stands: consignees, quantities, the duties of the clock, money, and the case on paper. */
@Export
@Version("1.0.0")
package org.lottrace.api.recall.report;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
