/** Ports that the overview reads through: counts, lines of stock, stock of the past, and what a text may mean. Nothing is written. */
@Export
@Version("1.0.0")
package org.lottrace.api.overview.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
