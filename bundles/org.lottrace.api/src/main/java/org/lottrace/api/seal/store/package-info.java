/** Port to the seals of records. A store seals what a unit of work writes by itself; the chain is written by the ledger alone. */
@Export
@Version("1.0.0")
package org.lottrace.api.seal.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
