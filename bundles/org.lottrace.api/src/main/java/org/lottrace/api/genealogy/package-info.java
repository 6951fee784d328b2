/**
 * Forward and backward trace over the stored edges between input and output lots.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.genealogy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
