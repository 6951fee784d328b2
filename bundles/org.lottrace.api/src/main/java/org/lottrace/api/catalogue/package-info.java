/** All operations that LotTrace offers, by name: what REST, documentation and permission checks are made from. */
@Export
@Version("1.0.0")
package org.lottrace.api.catalogue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
