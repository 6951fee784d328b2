/**
 * The vocabulary of the ledger. A {@code TraceEvent} moves quantities of lots from place to place, ties input
 * lots to output lots and changes dispositions. It is appended once, never changed; stock, genealogy, cost and
 * compliance are projections of it.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
