/**
 * Reservation of lots for sales orders, first expired first out, with the reason for every choice.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.allocation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
