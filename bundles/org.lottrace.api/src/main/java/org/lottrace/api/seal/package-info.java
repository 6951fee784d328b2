/** Whether what is stored is what LotTrace has written: of the records that no event holds, and of what is derived from events. */
@Export
@Version("1.0.0")
package org.lottrace.api.seal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
