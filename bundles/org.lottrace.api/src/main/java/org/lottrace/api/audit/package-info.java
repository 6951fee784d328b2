/** Who has logged in, who was refused, and whose rights were changed: an append-only record beside the ledger, sealed like others. */
@Export
@Version("1.1.0")
package org.lottrace.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
