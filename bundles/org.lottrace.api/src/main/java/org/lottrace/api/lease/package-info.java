/**
 * Work that only one node may do at a time: it takes a lease on a name. The token of a lease grows with each new holder, so
 * whoever lost it without noticing is refused when it saves what it did.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.lease;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
