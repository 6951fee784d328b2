/** What there is to do today, current stock line by line, stock as it was, and the search for everything. Everything here only reads. */
@Export
@Version("1.0.0")
package org.lottrace.api.overview;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
