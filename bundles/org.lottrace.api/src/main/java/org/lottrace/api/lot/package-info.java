/**
 * Items, sites and lots: what is tracked, where it can be, and the identity, dates and disposition of each lot.
 * The services register and look up; storage is behind {@code org.lottrace.api.lot.store}.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.lot;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
