/** Port to the rules of account determination and to the numbers that were handed over. Only the handover bundle writes here. */
@Export
@Version("1.0.0")
package org.lottrace.api.account.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
