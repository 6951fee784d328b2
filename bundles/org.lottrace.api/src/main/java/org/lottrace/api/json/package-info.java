/**
 * One written form for facts that leave LotTrace or are hashed: canonical JSON of texts, lists and maps. Two programs that
 * write the same facts write the same bytes.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
