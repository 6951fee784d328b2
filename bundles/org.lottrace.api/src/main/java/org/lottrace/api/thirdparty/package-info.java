/**
 * Warehouses that another company runs for us: what we send there and order from there, what they report, and both held against each
 * other. Documents are those of X12 940, 943, 944, 945 and 846, in whatever form they come.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.thirdparty;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
