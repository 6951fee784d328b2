/** The rows of leases. Only the ledger bundle writes here, for {@code Leases}. */
@Export
@Version("1.0.0")
package org.lottrace.api.lease.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
