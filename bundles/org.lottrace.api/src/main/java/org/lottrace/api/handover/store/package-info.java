/** Port to who was handed over what of the journal. Only the handover bundle writes here. */
@Export
@Version("1.0.0")
package org.lottrace.api.handover.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
