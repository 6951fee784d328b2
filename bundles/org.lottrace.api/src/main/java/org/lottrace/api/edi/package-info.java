/**
 * Interchanges with trading partners, independent of the syntax library: a transaction set comes in as segments and
 * goes out as XML, between the bundle that knows X12 and EDIFACT, and the bundle that knows its content.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.edi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
