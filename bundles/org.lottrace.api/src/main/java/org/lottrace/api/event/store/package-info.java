/**
 * Ports to the ledger, to what is derived from it with each event, and to where each follower stands. Written by the ledger alone.
 * Store methods return finished values in a stated order and join the caller's unit of work.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.event.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
