/**
 * Holds and the one usability predicate that allocation, picking, shipping, production and EDI all ask.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.quality;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
