/**
 * The unit of work: one transaction around one use case, whatever stores it writes.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.transaction;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
