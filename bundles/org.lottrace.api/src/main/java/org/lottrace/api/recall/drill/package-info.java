/** Mock recalls on live data, and the records of them. */
@Export
@Version("1.0.0")
package org.lottrace.api.recall.drill;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
