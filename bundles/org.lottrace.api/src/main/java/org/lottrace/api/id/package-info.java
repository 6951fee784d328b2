/**
 * Identifiers as the standards define them: GS1 keys ({@code Gtin}, {@code Gln}, {@code Sscc}), the lot number of AI
 * (10), and the numbers an ERP gives to items, parties, sites and locations. All are immutable values that check
 * themselves when they are made.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.id;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
