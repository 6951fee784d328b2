/**
 * Master data over its years: items, parties, sites and locations are closed and opened again with a reason, and deleted only while
 * nothing has ever used them. Start with {@link org.lottrace.api.master.Masters}.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.master;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
