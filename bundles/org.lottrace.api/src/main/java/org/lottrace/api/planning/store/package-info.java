/** Where planning reads what happened and what is there. */
@Export
@Version("1.0.0")
package org.lottrace.api.planning.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
