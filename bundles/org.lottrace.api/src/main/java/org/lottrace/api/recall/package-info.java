/**
 * Recalls. {@code Recall} answers what a suspicion affects and isolates it in one action; {@code RecallCases} leads a case
 * from the decision to the end. A case is a list of steps that only grows. Beside it: {@code notice}, {@code answer},
 * {@code report} (how a case stands) and {@code drill}.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.recall;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
