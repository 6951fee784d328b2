/** What consignees are told in a recall, and the ways it reaches them. */
@Export
@Version("1.0.0")
package org.lottrace.api.recall.notice;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
