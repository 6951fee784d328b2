/**
 * Recalls. {@code Recall} answers what a suspicion affects and isolates it in one action; {@code RecallCases} leads a case
 * from the decision to the end, {@code RecallReports} says how it stands. A case is a list of steps that only grows.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.recall;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
