/**
 * Exact quantities in UNECE Recommendation 20 units. Nothing here rounds silently, and units are never mixed.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.quantity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
