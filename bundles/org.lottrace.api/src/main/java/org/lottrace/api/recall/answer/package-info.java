/** What consignees answer a recall notice with: links, and files that come back. */
@Export
@Version("1.0.0")
package org.lottrace.api.recall.answer;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
