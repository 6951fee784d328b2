/**
 * Capture of what physically happens to lots, one operation for each critical tracking event, and the receipts
 * that ship notices announce.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.movement;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
