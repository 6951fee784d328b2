/**
 * Ports to the ledger and to what is derived from it with each event. Written by the ledger alone.
 * Store methods return finished values in a stated order and join the caller's unit of work.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.event.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
