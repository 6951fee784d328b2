/** What the ledger bundle stores beside the events: where each follower stands. Only the ledger bundle writes here. */
@Export
@Version("1.0.0")
package org.lottrace.api.event.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
