/**
 * Handing the journal over to accounting: as files that programs of others check, and entry by entry to a receiver that says what it
 * has taken.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.handover;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
