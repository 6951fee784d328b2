/**
 * Cost of lots: the value of each lot, the journal behind it and the cost of goods sold of a shipment by
 * lot. The only package that knows money.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.cost;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
